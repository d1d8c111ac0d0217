import type { Clock } from '../../core/index.js';
import { AskingEvent, type ChatEventDetail, type Veto } from '../asking-event.js';

export interface ChatBeforeSendDetail extends ChatEventDetail {
  /** What the agent wrote. */
  readonly text: string;
}

/** Before an agent's message goes out. A veto leaves the text in the field. */
export class ChatBeforeSendEvent extends AskingEvent<ChatBeforeSendDetail> {
  static readonly type = 'chat-before-send';

  #text: string;
  #settled = false;

  constructor(detail: ChatBeforeSendDetail) {
    super(ChatBeforeSendEvent.type, detail);
    this.#text = detail.text;
  }

  /** The text that will be sent: what the agent wrote, or what a listener made of it. */
  get text(): string {
    return this.#text;
  }

  /**
   * Sends `text` instead. Call it while the event is being dispatched, or before the promise given to `decide` settles;
   * later it throws.
   */
  amend(text: string): void {
    if (this.#settled) throw new Error(`${this.type}: it is decided already; call amend() before.`);
    this.#text = String(text);
  }

  /** @internal */
  override async ask(target: EventTarget, clock: Clock): Promise<Veto | undefined> {
    const veto = await super.ask(target, clock);
    this.#settled = true;
    return veto;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'chat-before-send': ChatBeforeSendEvent;
  }
}
