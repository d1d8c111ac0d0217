import { HarnessError, listed } from './harness-error.js';
import { readMessage, type ShownMessage } from './chat-message.js';
import { dataOf, harnessFor, type Harness, type Host } from './host.js';
import { partsBelow } from './shadow.js';
import { typingIndicatorOf, type TypingIndicatorHarness } from './typing-indicator.js';

/** Reads and works a `<chat-transcript>`. */
export interface ChatTranscriptHarness extends Harness {
  readonly typing: TypingIndicatorHarness;
  /** What is shown of each message, in order. */
  messages(): Promise<readonly ShownMessage[]>;
  /** The id of the message below the line where the agent left off; `undefined`: there is no line. */
  unreadFrom(): Promise<string | undefined>;
  /** How many messages came while the reader was elsewhere. */
  newMessages(): Promise<number>;
  /** Presses the button that goes to them. Rejects if there is none. */
  goToNewMessages(): Promise<void>;
  /** Sends again what was not sent. Rejects if the message is not there, or has no button for it. */
  retry(messageId: string): Promise<void>;
  /** Gives up what was not sent. Rejects as {@link ChatTranscriptHarness.retry} does. */
  discard(messageId: string): Promise<void>;
}

export const chatTranscriptOf = (host: Host): ChatTranscriptHarness => {
  const rows = async (): Promise<readonly (readonly [id: string, row: HTMLElement])[]> =>
    (await host.parts('row')).map((row) => [dataOf(row, 'id') ?? '', row]);
  const press = async (messageId: string, name: string): Promise<void> => {
    const all = await rows();
    const row = all.find(([id]) => id === messageId)?.[1];
    const there = listed(all.map(([id]) => id));
    if (row === undefined) throw new HarnessError(`There is no message "${messageId}" in <chat-transcript>; ${there}.`);
    const [button] = await partsBelow(row, name);
    if (button === undefined) {
      const { delivery } = await readMessage(messageId, row);
      throw new HarnessError(`The message "${messageId}" has no ${name}; its delivery is ${delivery ?? 'not told'}.`);
    }
    await host.click(button);
  };
  return {
    ...host.harness,
    typing: typingIndicatorOf(host.inner('typing-indicator')),
    messages: async () => Promise.all((await rows()).map(([id, row]) => readMessage(id, row))),
    async unreadFrom() {
      const [line] = await host.parts('unread-line');
      return (await rows()).find(([, row]) => line !== undefined && row.contains(line))?.[0];
    },
    async newMessages() {
      const [button] = await host.parts('new-messages-button');
      return Number((button && dataOf(button, 'count')) ?? 0);
    },
    goToNewMessages: () => host.click('new-messages-button'),
    retry: (messageId) => press(messageId, 'retry-button'),
    discard: (messageId) => press(messageId, 'discard-button'),
  };
};

/** The harness of a `<chat-transcript>`. */
export const chatTranscriptHarness = harnessFor('chat-transcript', chatTranscriptOf);
