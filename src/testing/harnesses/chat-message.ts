import type { Delivery } from '../../core/index.js';
import { dataOf, harnessFor, type Harness, type Host } from './host.js';
import { partsBelow, wordsOf } from './shadow.js';

/** What is shown of a message. */
export interface ShownMessage {
  readonly id: string;
  /** Its words as they were written; of what cannot be shown, what stands in its place. */
  readonly text: string;
  /** `incoming`: the end user's. `outgoing`: the agent's or a bot's. */
  readonly side: 'incoming' | 'outgoing' | 'system';
  /** Only on an agent's own messages. */
  readonly delivery?: Delivery;
  /** Whether the end user never sees it. */
  readonly internal: boolean;
  /** Whether it is something that cannot be shown. */
  readonly placeholder: boolean;
}

/** Reads and works a `<chat-message>`. */
export interface ChatMessageHarness extends Harness {
  read(): Promise<ShownMessage>;
  /** Sends again what was not sent. */
  retry(): Promise<void>;
  /** Gives up what was not sent. */
  discard(): Promise<void>;
}

const SIDES: readonly ShownMessage['side'][] = ['incoming', 'outgoing', 'system'];

/** What the parts of one message say. */
export const readMessage = async (id: string, below: ParentNode): Promise<ShownMessage> => {
  const names = ['message', 'bubble', 'delivery', 'internal-note'];
  const parts = await Promise.all(names.map((name) => partsBelow(below, name)));
  const [message, bubble, status, note] = parts.map(([first]) => first);
  const delivery = (status && dataOf(status, 'state')) as Delivery | undefined;
  const placeholder = bubble?.part.contains('placeholder') === true;
  return {
    id,
    text: bubble === undefined ? '' : placeholder ? wordsOf(bubble) : bubble.textContent,
    side: SIDES.find((side) => message?.part.contains(side)) ?? 'system',
    ...(delivery !== undefined && { delivery }),
    internal: note !== undefined,
    placeholder,
  };
};

export const chatMessageOf = (host: Host): ChatMessageHarness => ({
  ...host.harness,
  async read() {
    const element = (await host.element()) as HTMLElement & { readonly message?: { readonly id: string } };
    await host.part('message');
    return readMessage(element.message?.id ?? '', element.shadowRoot ?? element);
  },
  retry: () => host.click('retry-button'),
  discard: () => host.click('discard-button'),
});

/** The harness of a `<chat-message>`. */
export const chatMessageHarness = harnessFor('chat-message', chatMessageOf);
