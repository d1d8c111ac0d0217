import { deskContext } from '../context/desk-context.js';
import { systemClock, type Clock } from '../core/index.js';
import type { ChatDesk, ChatHandle } from '../desk/index.js';
import { FromContext, type ControlledElement } from './from-context.js';
import { isHydrating } from './is-hydrating.js';
import { warnOnce } from '../core/warn-once.js';
import { whenPageIsReady } from './when-page-is-ready.js';

/** An element that works on a desk: its own `desk` first, else the nearest provider's. */
export type DeskElement = ControlledElement & { desk?: ChatDesk | undefined; readonly localName: string };

/** Finds the desk of an element, live. */
export class DeskOf {
  readonly #host: DeskElement;
  readonly #shared: FromContext<typeof deskContext>;

  constructor(host: DeskElement) {
    this.#host = host;
    this.#shared = new FromContext(host, deskContext);
  }

  /** The desk, if there is one yet. */
  get value(): ChatDesk | undefined {
    return isHydrating(this.#host) ? undefined : (this.#host.desk ?? this.#shared.value);
  }

  /** The desk's clock; without a desk the page's. */
  get clock(): Clock {
    return this.value?.clock ?? systemClock;
  }

  /** What every event about a chat tells; `chatId` is empty where there is none. */
  told(chatId = '', clock = this.clock): { deskId: string; time: number; chatId: string } {
    return { deskId: this.value?.id ?? '', time: clock.now(), chatId };
  }

  /** The handle of a chat, or of the selected chat if no id is given. */
  chat(chatId: string | undefined): ChatHandle | undefined {
    const desk = this.value;
    const id = chatId ?? desk?.selected$.value;
    return id === undefined ? undefined : desk?.chat(id);
  }

  /** The desk for something that cannot be done without one; warns once where there is none. */
  need(what: string): ChatDesk | undefined {
    const desk = this.value;
    if (desk === undefined)
      warnOnce(
        this.#host,
        `<${this.#host.localName}> has no desk to ${what}. Put it inside <chat-provider connect-to="…"> or <chat-adapter>, or set its "desk" property.`,
      );
    return desk;
  }

  /** Warns of a chat that cannot be shown if one is still lacking when the page is ready, and no provider may yet have it. */
  needToShow(isLacking: () => boolean): void {
    whenPageIsReady(() => {
      if (isLacking() && this.#host.isConnected && !this.#shared.isProvided) this.need('show a chat');
    });
  }
}
