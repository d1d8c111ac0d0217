import type { Locator, Page } from 'playwright';
import type { ChatAdapter } from '../../src/index.js';
import { entersOf, FOUND } from './crash-page.js';

/** What an agent sees of what they wrote. */
export interface Seen {
  readonly sent: readonly string[];
  readonly unsent: readonly string[];
  readonly draft: string;
}

/** What the storage says of an agent's page. */
export interface Stored {
  /** What was in the composer at each Enter that a page handled. */
  readonly entered: readonly string[];
  /** What no answer has come to. */
  readonly inHand: readonly string[];
}

export const composerOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Message…' });

/** Whether nothing is under way any more, and the page shows all that it knows. `over`: the chat is. */
export const isSettled = (page: Page, chatId: string, over: boolean): Promise<boolean> =>
  page.evaluate(
    ([id, isOver]) => {
      const adapter = document.querySelector<ChatAdapter>('chat-adapter');
      const desk = adapter?.currentDesk;
      if (desk?.connection$.value !== 'online') return false;
      const unsent = desk.unsent$.value;
      if (unsent.some(({ delivery }) => delivery === 'sending')) return false;
      const chat = desk.chat(id);
      const state = chat.view$.value?.state;
      if (isOver)
        return (
          state !== 'active' &&
          unsent.length === adapter?.shadowRoot?.querySelectorAll('[part~="unsent"] textarea').length &&
          unsent.every((message) => message.over)
        );
      const pane = adapter?.shadowRoot?.querySelector('chat-pane')?.shadowRoot;
      const transcript = pane?.querySelector('chat-transcript')?.shadowRoot;
      return (
        state === 'active' &&
        transcript?.querySelectorAll('.message').length === chat.messages$.value.length &&
        transcript.querySelector('.delivery.sending') === null
      );
    },
    [chatId, over] as const,
  );

/** Whether a page without a connection says that so many messages wait for it. */
export const showsUnsent = (page: Page, count: number): Promise<boolean> =>
  page.evaluate((wanted) => {
    const adapter = document.querySelector<ChatAdapter>('chat-adapter');
    const banner = adapter?.shadowRoot?.querySelector('[part~="connection"]')?.textContent ?? '';
    return wanted === 0 ? banner !== '' : new RegExp(`\\b${wanted} message`).test(banner);
  }, count);

export const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const inside = document.querySelector('chat-adapter')?.shadowRoot;
    const pane = inside?.querySelector('chat-pane')?.shadowRoot;
    const transcript = pane?.querySelector('chat-transcript')?.shadowRoot;
    const bubbles = (which: string): readonly string[] =>
      [...(transcript?.querySelectorAll(`.message.outgoing${which} .bubble`) ?? [])].map(
        ({ textContent }) => textContent ?? '',
      );
    const left = [...(inside?.querySelectorAll<HTMLTextAreaElement>('[part~="unsent"] textarea') ?? [])];
    const field = pane?.querySelector('chat-composer')?.shadowRoot?.querySelector('textarea');
    return {
      sent: bubbles(':not(.failed)'),
      unsent: [...bubbles('.failed'), ...left.map(({ value }) => value)],
      draft: field?.value ?? '',
    };
  });

const read = (page: Page, agent: string, atFirst: boolean): Promise<Stored> =>
  page.evaluate(
    ([enters, found, key]) => {
      const all = (
        found === '' ? Object.fromEntries(Object.entries(localStorage)) : Reflect.get(globalThis, found)
      ) as Readonly<Record<string, string>>;
      const items = JSON.parse(all[key] ?? '[]') as readonly { readonly state: string; readonly text: string }[];
      return {
        entered: JSON.parse(all[enters] ?? '[]') as readonly string[],
        inHand: items.filter(({ state }) => state === 'sending').map(({ text }) => text),
      };
    },
    [entersOf(agent), atFirst ? FOUND : '', `agent-chat-adapter/websocket/${agent}/outbox`] as const,
  );

/** What a page that has just come found of the one before it. */
export const foundBy = (page: Page, agent: string): Promise<Stored> => read(page, agent, true);

/** What is stored now. */
export const storedBy = (page: Page, agent: string): Promise<Stored> => read(page, agent, false);
