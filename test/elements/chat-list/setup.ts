import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChatView } from '../../../src/desk/index.js';
import { registerTags } from '../../../src/define/register-tags.js';
import type { ChatIndicator } from '../../../src/elements/chat-indicator/chat-indicator.js';
import { ChatList } from '../../../src/elements/chat-list/chat-list.js';
import { buttonIn, createStripDesk, settled, type StripDesk } from '../chat-indicator/support.js';

registerTags([ChatList]);

export interface Setup extends StripDesk {
  readonly list: ChatList;
  readonly indicators: () => readonly ChatIndicator[];
  readonly names: () => readonly (string | null)[];
  /** The id of the indicator that has the focus. */
  readonly focused: () => string | undefined;
  /** Shows these chats and waits for the paint. */
  readonly come: (...chats: ChatView[]) => Promise<void>;
}

export const settledList = async (list: ChatList): Promise<void> => {
  await settled(list);
  await settled(...(list.shadowRoot?.querySelectorAll('chat-indicator') ?? []));
};

const inspect = (list: ChatList, fake: StripDesk): Setup => {
  const indicators = (): readonly ChatIndicator[] => [...(list.shadowRoot?.querySelectorAll('chat-indicator') ?? [])];
  return {
    ...fake,
    list,
    indicators,
    names: () => indicators().map((indicator) => buttonIn(indicator).getAttribute('aria-label')),
    focused: () => (list.shadowRoot?.activeElement as ChatIndicator | null)?.chat?.id,
    come: async (...chats) => {
      fake.show(...chats);
      await settledList(list);
    },
  };
};

/** A list on a desk that has these chats. */
export const setup = async (...chats: ChatView[]): Promise<Setup> => {
  const fake = createStripDesk(...chats);
  const list = await fixture<ChatList>(html`<chat-list .desk=${fake.desk}></chat-list>`);
  await settledList(list);
  return inspect(list, fake);
};

/** Presses a key, with others held down before a plus: `Shift+Tab`. */
export const press = async (keys: string): Promise<void> => {
  const held = keys.split('+');
  const key = held.pop() as string;
  for (const down of held) await sendKeys({ down });
  await sendKeys({ press: key });
  for (const up of held) await sendKeys({ up });
};
