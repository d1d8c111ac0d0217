import type { ReactiveController } from 'lit';
import { EventStream } from '../../controllers/event-stream.js';
import type { ControlledElement } from '../../controllers/from-context.js';
import type { ChatDesk } from '../../desk/index.js';
import { focused } from '../focused.js';
import { isTextField } from '../is-text-field.js';

/** The places in an adapter where the focus can go. */
export interface FocusPlaces {
  desk(): ChatDesk | undefined;
  /** All of the adapter but the launcher. */
  panel(): HTMLElement | null;
  /** The conversation or the closing form that is shown. */
  content(): HTMLElement | null;
  list(): HTMLElement | null;
  /** The selected chat's indicator, else the first one. */
  indicator(): HTMLElement | null;
  /** Called before the focus goes to a chat that the agent has just opened. */
  onOpened(): void;
}

/**
 * Moves the focus where the agent's own act leads: to the text field of a chat they opened, to the first field of the form
 * after they ended a chat. Where an update took away what had the focus, it goes to the nearest sensible place. Nothing
 * that others did moves it, and nothing does while the agent types.
 */
export class ConversationFocus implements ReactiveController {
  readonly #host: ControlledElement;
  readonly #places: FocusPlaces;
  /** The chat that the agent asked to open. */
  #opening: string | undefined;
  #endedByAgent: string | undefined;
  #hadFocus = false;

  constructor(host: ControlledElement, places: FocusPlaces) {
    this.#host = host;
    this.#places = places;
    host.addController(this);
    new EventStream(
      host,
      () => places.desk()?.happenings$,
      ({ type, by, chatId }) => {
        if (type === 'chat-ended' && by === 'agent') this.#endedByAgent = chatId;
      },
    );
  }

  /** Tells that the agent activated the indicator of this chat. */
  opening(chatId: string | undefined): void {
    this.#opening = chatId;
    this.#host.requestUpdate();
  }

  /** Tells that the agent did something else. */
  forget(): void {
    this.#opening = undefined;
  }

  hostUpdate(): void {
    this.#hadFocus = this.#hasFocus();
  }

  hostUpdated(): void {
    const selected = this.#selected;
    if (this.#opening !== undefined && this.#opening === selected) {
      this.#opening = undefined;
      void this.#goToOpened(selected);
    } else if (this.#hadFocus && !this.#hasFocus()) void this.#goOn(selected);
  }

  get #selected(): string | undefined {
    return this.#places.desk()?.selected$.value;
  }

  #hasFocus(): boolean {
    const host = this.#host;
    const active = host.shadowRoot?.activeElement ?? null;
    if (active !== null) return this.#places.panel()?.contains(active) === true;
    // What the page put into a slot has the focus in the page, for as long as it is shown.
    const slotted = (host.getRootNode() as Document).activeElement;
    return slotted !== null && slotted !== host && host.contains(slotted) && slotted.checkVisibility();
  }

  async #goToOpened(chatId: string): Promise<void> {
    await this.#host.updateComplete;
    this.#places.onOpened();
    await this.#settled();
    if (this.#selected === chatId && !isTextField(focused())) this.#places.content()?.focus();
  }

  async #goOn(selected: string | undefined): Promise<void> {
    await this.#settled();
    if (this.#hasFocus()) return;
    // The form of a chat that somebody else ended gets no keystroke that was meant for the message.
    const inForm = selected !== undefined && selected === this.#endedByAgent;
    if (inForm) this.#places.content()?.focus();
    else if (this.#places.desk()?.chat(selected ?? '').view$.value?.state !== 'wrap-up')
      this.#places.indicator()?.focus();
    if (!this.#hasFocus()) this.#places.panel()?.focus();
  }

  /** Waits until what was updated, and what is shown in it, is there to take the focus. */
  async #settled(): Promise<void> {
    await this.#host.updateComplete;
    // The list first: until it is painted the indicator may be one that goes.
    for (const place of ['list', 'content', 'indicator'] as const)
      await (this.#places[place]() as Partial<ControlledElement> | null)?.updateComplete;
  }
}
