import { chatIdOf, chatIndicatorOf, type ChatIndicatorHarness, type ShownChat } from './chat-indicator.js';
import { HarnessError, listed } from './harness-error.js';
import { harnessFor, type Harness, type Host } from './host.js';
import { tagsIn } from './shadow.js';

/** Reads and works a `<chat-list>`. */
export interface ChatListHarness extends Harness {
  /** What the indicators show, in order; of more than 40 chats, those near what is seen. */
  chats(): Promise<readonly ShownChat[]>;
  /** The indicator of a chat. Each of its methods rejects while the list does not show it, and says what it shows. */
  chat(chatId: string): ChatIndicatorHarness;
  /** Activates a new chat. Rejects if it is none. What comes of it, the back end says: wait for that. */
  answer(chatId: string): Promise<void>;
  /** Opens a chat that is not new. Rejects if it is. */
  select(chatId: string): Promise<void>;
  /** Whether it shows cards with previews. */
  isExpanded(): Promise<boolean>;
  /** Shows previews, unless it does already. */
  expand(): Promise<void>;
  /** Hides previews, unless it does already. */
  collapse(): Promise<void>;
}

export const chatListOf = (host: Host): ChatListHarness => {
  const chat = (chatId: string): ChatIndicatorHarness =>
    chatIndicatorOf(
      host.inner('chat-indicator', (all) => {
        const found = all.find((one) => chatIdOf(one) === chatId);
        if (found !== undefined) return found;
        throw new HarnessError(
          `There is no chat "${chatId}" in <chat-list>; ${listed(all.map((one) => chatIdOf(one) ?? '?'))}.`,
        );
      }),
    );
  const activate = async (chatId: string, asNew: boolean): Promise<void> => {
    const { state } = await chat(chatId).read();
    if ((state === 'new') !== asNew) {
      const act = asNew ? 'answered: only a new one is' : 'selected: a new one is answered';
      throw new HarnessError(`The chat "${chatId}" is ${state}, so it is not ${act}.`);
    }
    await chat(chatId).activate();
  };
  const isExpanded = async (): Promise<boolean> => (await host.part('expand')).ariaExpanded === 'true';
  return {
    ...host.harness,
    async chats() {
      const ids = (await tagsIn(await host.element(), 'chat-indicator')).map((one) => chatIdOf(one) ?? '');
      return Promise.all(ids.map((id) => chat(id).read()));
    },
    chat,
    answer: (chatId) => activate(chatId, true),
    select: (chatId) => activate(chatId, false),
    isExpanded,
    async expand() {
      if (!(await isExpanded())) await host.click('expand');
    },
    async collapse() {
      if (await isExpanded()) await host.click('expand');
    },
  };
};

/** The harness of a `<chat-list>`. */
export const chatListHarness = harnessFor('chat-list', chatListOf);
