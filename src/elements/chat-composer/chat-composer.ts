import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { quietKeys } from '../../controllers/quiet-keys.js';
import { ShownChat } from '../../controllers/shown-chat.js';
import { StageKeys } from '../../controllers/stage-keys.js';
import { StreamValue } from '../../controllers/stream-value.js';
import { warnOnce } from '../../core/warn-once.js';
import { isSendable } from '../../core/index.js';
import type { ChatDesk, Draft } from '../../desk/index.js';
import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';
import { tellVeto } from '../asking-event.js';
import { DeskElement } from '../desk-element.js';
import { ChatBeforeSendEvent } from './chat-composer.events.js';
import { composerStyles } from './chat-composer.styles.js';
import { draftOf, draftWithout, EMPTY_DRAFT } from './drafts.js';
import { lockReason } from './lock-reason.js';
import { SendingKey } from './sending-key.js';

/** Whether a text field is as high as its text by itself, where styles ask for it. */
const SIZES_ITSELF = globalThis.CSS?.supports('field-sizing', 'content');

/** What is shown: a desk's chat, or neither. */
interface Shown {
  readonly desk?: ChatDesk | undefined;
  readonly id?: string | undefined;
}

/**
 * Where the agent writes a reply. Enter sends, Shift+Enter breaks the line; each chat keeps its own draft.
 *
 * @summary The text field and Send button of a conversation.
 * @tag chat-composer
 * @fires {ChatBeforeSendEvent} chat-before-send - Before a message goes out; cancelable, `amend(text)` replaces the text.
 * @fires {Event} sent - A message was given to the desk. Does not bubble.
 * @slot composer-tools - The page's own buttons, such as templates.
 * @csspart composer - The frame around field and button.
 * @csspart field - The text field.
 * @csspart send-button - The button "Send".
 * @csspart lock-reason - Why nothing can be written now.
 * @csspart gap-retry-button - Fetches messages again that are missing.
 * @cssstate blank - Nothing is written that could be sent.
 * @cssstate locked - Nothing can be written now.
 * @cssstate busy - The page decides on what was sent.
 */
export class ChatComposer extends DeskElement {
  static readonly tag = 'chat-composer';
  static readonly parts = 'composer field send-button lock-reason gap-retry-button';

  static override styles: CSSResultGroup = [base, buttons, composerStyles];

  readonly #chat = new ShownChat(this, this.deskOf, () => this.chatId);
  readonly #draft = new StreamValue(this, () => this.#chat.handle?.draft$);
  readonly #connection = new StreamValue(this, () => this.deskOf.value?.connection$);
  readonly #key = new SendingKey();
  readonly #keys = new StageKeys(this, (action) => {
    if (action === 'reply') this.focus();
    return action === 'reply';
  });
  /** The chats whose text a host is deciding on; `undefined` for a composer that stands alone. */
  readonly #asking = new Set<string | undefined>();
  #shown: Shown = {};
  /** The caret and scroll to put into the field with the next update. */
  #toRestore: Draft | undefined;

  @query('textarea') private readonly field!: HTMLTextAreaElement | null;

  /** The chat to write to; without it the selected one. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** What is typed. On a desk it is the chat's draft. */
  @property() value = '';

  /** Why nothing can be written now; empty: nothing is in the way. Without it the chat's own reason, if there is one. */
  @property({ attribute: 'locked-because' }) lockedBecause?: string | undefined;

  override disconnectedCallback(): void {
    this.#saveDraft();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.value ??= '';
    const { desk, id, handle } = this.#chat;
    const draft = handle?.draft$.value ?? EMPTY_DRAFT;
    if (desk !== this.#shown.desk || id !== this.#shown.id) {
      const stoodAlone = this.#shown.id === undefined || this.#shown.desk === undefined;
      this.#saveDraft();
      this.#shown = { desk, id };
      if (handle === undefined) {
        if (!stoodAlone) this.value = '';
      } else if (stoodAlone && this.value !== '' && draft.text === '') this.#saveDraft(draftOf(this.value));
      else {
        this.value = draft.text;
        this.#toRestore = draft;
      }
    } else if (handle !== undefined && draft.text !== this.value) {
      if (changed.has('value')) this.#saveDraft(draftOf(this.value));
      // What was typed in another tab does not go under the hand of an agent who is typing here.
      else if (draft.elsewhere !== true || this.value === '' || !this.#isTypedIn) {
        this.value = draft.text;
        if (draft.elsewhere === true) this.#toRestore = draft;
      }
    }
  }

  protected override updated(): void {
    const { field } = this;
    if (field === null) return;
    if (field.value !== this.value) field.value = this.value;
    this.#fitRows(field);
    const draft = this.#toRestore;
    this.#toRestore = undefined;
    if (draft === undefined) return;
    field.setSelectionRange(draft.start, draft.end);
    field.scrollTop = draft.scroll;
  }

  protected override get states(): readonly unknown[] {
    return [
      !isSendable(this.value) && 'blank',
      this.#lock !== undefined && 'locked',
      this.#asking.has(this.#chat.id) && 'busy',
    ];
  }

  /** What is under the agent's hands is right at once. */
  override requestUpdateInFrame(): void {
    this.requestUpdate();
  }

  /** Puts the focus into the text field. */
  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }

  readonly #onInput = (): void => {
    const { field } = this;
    const { desk, id } = this.#shown;
    if (field === null) return;
    this.value = field.value;
    this.#onMove();
    if (id !== undefined) desk?.typing(id);
  };

  /** The caret or the scroll of the field moved. */
  readonly #onMove = (): void => {
    // Until the update has put the shown chat's draft into the field, it holds another one's.
    if (this.field?.value === this.value && this.#toRestore === undefined) this.#saveDraft();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const meaning = this.#key.read(event);
    if (meaning === 'other') return;
    event.preventDefault();
    if (meaning === 'send' && !event.repeat) void this.#send();
  };

  readonly #onClick = (): void => {
    void this.#send();
    if (this.#lock === undefined) this.focus();
  };

  async #send(): Promise<void> {
    const { desk, id } = this.#chat;
    const text = this.value;
    if (this.#lock !== undefined || !isSendable(text) || this.#asking.has(id)) return;
    this.#asking.add(id);
    this.requestUpdate();
    const event = new ChatBeforeSendEvent({ ...this.deskOf.told(id), text });
    const veto = await event.ask(this, this.deskOf.clock);
    this.#asking.delete(id);
    this.requestUpdate();
    if (veto) tellVeto(desk, veto, id);
    else if (desk === undefined || id === undefined) this.deskOf.need('send a message');
    else if (isSendable(event.text)) this.#deliver(desk, id, text, event.text);
    else
      warnOnce(
        this,
        'a listener of chat-before-send made the text blank: nothing was sent. To veto, call preventDefault().',
      );
  }

  /** Gives a message to the desk and empties the field at once: what fails later stays in the conversation. */
  #deliver(desk: ChatDesk, id: string, written: string, text: string): void {
    const { draft$ } = desk.chat(id);
    // A chat that is shown may have more in its field than was last told.
    const shown = this.#shown.desk === desk && this.#shown.id === id;
    const rest = draftWithout(shown ? this.#readField() : draft$.value, written);
    desk.setDraft(id, rest);
    if (shown) {
      this.value = rest.text;
      this.#toRestore = rest;
    }
    desk
      .as('agent')
      .send(id, text)
      .catch((error: unknown) => {
        // The desk itself refused: the conversation does not have the message, so it goes back to where it was written.
        if (error instanceof Error && error.name === 'DeskError' && draft$.value.text === '')
          desk.setDraft(id, draftOf(written));
      });
    this.dispatchEvent(new Event('sent'));
  }

  #readField(): Draft {
    const { field } = this;
    const { value: text } = this;
    return field === null || field.value !== text
      ? draftOf(text)
      : { text, start: field.selectionStart, end: field.selectionEnd, scroll: field.scrollTop };
  }

  #saveDraft(draft: Draft = this.#readField()): void {
    const { desk, id } = this.#shown;
    if (id !== undefined) desk?.setDraft(id, draft);
  }

  /** Grows the field line by line where CSS cannot. */
  #fitRows(field: HTMLTextAreaElement): void {
    if (SIZES_ITSELF) return;
    field.rows = 1;
    const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(field);
    const text = field.scrollHeight - parseFloat(paddingBlockStart) - parseFloat(paddingBlockEnd);
    field.rows = Math.max(1, Math.round(text / parseFloat(lineHeight)));
  }

  get #isTypedIn(): boolean {
    return document.hasFocus() && this.field !== null && this.shadowRoot?.activeElement === this.field;
  }

  readonly #onFetchAgain = (): void => {
    const { desk, id } = this.#chat;
    if (id !== undefined) desk?.fillGap(id);
    this.focus();
  };

  get #lock(): string | undefined {
    if (this.lockedBecause !== undefined) return this.lockedBecause || undefined;
    const { desk, view } = this.#chat;
    return desk === undefined
      ? undefined
      : lockReason(view, desk.connection$.value, desk.connector.delivery, this.words);
  }

  override render(): TemplateResult {
    const { words } = this;
    const lock = this.#lock;
    const label = words.text('messageField');
    return html`<div class="composer" part="composer" @keydown=${quietKeys} @keypress=${quietKeys} @keyup=${quietKeys}>
        <textarea
          part="field"
          rows="1"
          dir="auto"
          enterkeyhint="send"
          aria-label=${this.hostLabel ?? label}
          placeholder=${label}
          ?readonly=${lock !== undefined}
          aria-describedby=${lock === undefined ? nothing : 'lock'}
          aria-keyshortcuts=${this.#keys.of('reply')}
          @input=${this.#onInput}
          @select=${this.#onMove}
          @scroll=${this.#onMove}
          @keydown=${this.#onKeyDown}
          @keyup=${this.#onUp}
          @pointerdown=${this.#key.onRelease}
          @pointerup=${this.#onMove}
          @blur=${this.#onUp}
          @compositionend=${this.#key.onCompositionEnd}
        ></textarea>
        <slot name="composer-tools"></slot>
        <button
          type="button"
          class="primary"
          part="send-button"
          aria-disabled=${lock === undefined ? nothing : 'true'}
          aria-describedby=${lock === undefined ? nothing : 'lock'}
          @click=${this.#onClick}
        >
          ${words.text('send')}
        </button>
      </div>
      ${lock === undefined ? nothing : html`<p id="lock" part="lock-reason" dir=${words.chosen && this.lockedBecause === undefined ? words.direction : 'auto'}>${lock}</p>`}
      ${
        lock !== undefined && this.lockedBecause === undefined && this.#chat.view?.gap === 'failed'
          ? html`<button type="button" part="gap-retry-button" @click=${this.#onFetchAgain}>
              ${words.text('gapRetry')}
            </button>`
          : nothing
      }`;
  }

  /** A key came up or the field was left: a composition is over, and the caret may have moved. */
  readonly #onUp = (): void => {
    this.#key.onRelease();
    this.#onMove();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': ChatComposer;
  }
}
