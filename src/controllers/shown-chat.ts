import type { ReactiveControllerHost } from 'lit';
import type { ChatDesk, ChatHandle, ChatView } from '../desk/index.js';
import type { DeskOf } from './desk-of.js';
import { StreamValue } from './stream-value.js';

/** The chat that a conversation's tag shows: the one it names, else the selected one. Right at any time, also in `willUpdate`. */
export class ShownChat {
  readonly #deskOf: DeskOf;
  readonly #named: () => string | undefined;

  /** `named` gives the id the host names, if any. The host updates when another chat is shown, and when the chat changes. */
  constructor(host: ReactiveControllerHost, deskOf: DeskOf, named: () => string | undefined) {
    this.#deskOf = deskOf;
    this.#named = named;
    new StreamValue(host, () => (named() === undefined ? this.desk?.selected$ : undefined));
    new StreamValue(host, () => this.handle?.view$);
  }

  get desk(): ChatDesk | undefined {
    return this.#deskOf.value;
  }

  get id(): string | undefined {
    return this.#named() ?? this.desk?.selected$.value;
  }

  get handle(): ChatHandle | undefined {
    const { id } = this;
    return id === undefined ? undefined : this.desk?.chat(id);
  }

  /** The chat as the desk knows it. */
  get view(): ChatView | undefined {
    return this.handle?.view$.value;
  }
}
