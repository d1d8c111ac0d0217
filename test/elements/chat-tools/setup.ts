import { fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Message } from '../../../src/core/index.js';
import type { ChatView } from '../../../src/desk/index.js';
import { ChatPane } from '../../../src/elements/chat-pane/chat-pane.js';
import { focusedElement } from '../../../src/testing/harnesses/shadow.js';
import { aMessage, at } from '../../support/builders.js';
import { aView, createFakeDesk, type FakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(ChatPane);

/** Messages numbered from `from`, ninety seconds apart, in turn of the end user and the agent. */
export const some = (count: number, from = 0): Message[] =>
  Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const author = number % 2 === 0 ? 'end-user' : 'agent';
    return aMessage({ id: `m${number}`, author, text: `Text number ${number}.`, time: at(number * 90) });
  });

export interface PaneWithTools extends FakeDesk {
  readonly element: ChatPane;
  readonly root: ShadowRoot;
  readonly inTranscript: ShadowRoot;
  readonly log: HTMLElement;
  part(name: string): HTMLElement | null;
  rowOf(id: string): HTMLElement | undefined;
  field(): HTMLInputElement;
  count(): string | undefined;
  isInView(id: string): boolean;
  focused(): Element | null;
  /** Waits until `read` gives something true. */
  until<T>(what: string, read: () => T): Promise<NonNullable<T>>;
  painted(): Promise<void>;
}

/** A pane of five hundred pixels on a desk with this conversation. */
export const setup = async (
  messages: readonly Message[] = some(40),
  view: Partial<ChatView> = {},
): Promise<PaneWithTools> => {
  const fake = createFakeDesk(aView(view), aView({ id: 'chat-2', selected: false }));
  fake.chat('chat-1').add(...messages);
  const element = await fixture<ChatPane>(html`<chat-pane .desk=${fake.desk}></chat-pane>`);
  element.style.blockSize = '500px';
  const root = element.shadowRoot!;
  const inTranscript = root.querySelector('chat-transcript')!.shadowRoot!;
  const log = inTranscript.querySelector<HTMLElement>('[role=log]')!;
  const part = (name: string) => root.querySelector<HTMLElement>(`[part~="${name}"]`);
  const rowOf = (id: string) =>
    [...inTranscript.querySelectorAll<HTMLElement>('li')].find((row) => row.dataset['id'] === id);
  const painted = async () => {
    await element.updateComplete;
    await nextFrame();
    await nextFrame();
  };
  await painted();
  return {
    ...fake,
    element,
    root,
    inTranscript,
    log,
    part,
    rowOf,
    field: () => part('find-field') as HTMLInputElement,
    count: () => part('find-count')?.textContent?.trim(),
    isInView: (id) => {
      const box = rowOf(id)?.getBoundingClientRect();
      const around = log.getBoundingClientRect();
      return box !== undefined && box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
    },
    focused: focusedElement,
    until: async (what, read) => {
      for (let tries = 0; tries < 200; tries += 1) {
        const found = read();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`Not seen: ${what}.`);
    },
    painted,
  };
};

/** Presses keys together, the last one within the others: `Control+Shift+g`. */
export const press = async (keys: string): Promise<void> => {
  const held = keys.split('+');
  const last = held.pop()!;
  for (const key of held) await sendKeys({ down: key });
  await sendKeys({ press: last });
  for (const key of held.reverse()) await sendKeys({ up: key });
};
