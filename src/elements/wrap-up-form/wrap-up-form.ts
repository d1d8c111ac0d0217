import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { quietKeys } from '../../controllers/quiet-keys.js';
import { Repaint } from '../../controllers/repaint.js';
import { StageKeys } from '../../controllers/stage-keys.js';
import type { Disposition, KeyAction, WrapUpFields, WrapUpValues } from '../../core/index.js';
import type { ChatView, WrapUpView } from '../../desk/index.js';
import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';
import type { ExtraFields } from '../chat-slots/extra-fields.js';
import { levelOf } from '../heading-level.js';
import { isFilled } from '../is-filled.js';
import { loadSlots } from '../load-slots.js';
import { numberAttribute } from '../number-attribute.js';
import { oneActivation } from '../one-activation.js';
import { tellShownChat } from '../shown-chat-change.js';
import { DispositionCombobox } from './disposition-combobox.js';
import { FormFieldElement } from './form-field-element.js';
import {
  LITTLE_TIME,
  renderActions,
  renderDetails,
  renderField,
  renderListProblem,
  renderSummary,
  renderTimeLeft,
} from './render-parts.js';
import { styles } from './wrap-up-form.styles.js';
import { WrapUpModel, type Summarize } from './wrap-up-model.js';

/**
 * The closing form of one chat: disposition, notes and summary as the policy asks for them, Submit, then Done.
 *
 * @summary The closing form of a chat; takes part in the page's forms.
 * @tag wrap-up-form
 * @fires {ChatBeforeWrapUpEvent} chat-before-wrap-up - The agent pressed Submit; cancelable, and a host may amend the values or decide later.
 * @fires {ShownChatChangeEvent} shown-chat-change - Tells that `shownChat` is another one, or changed.
 * @slot wrap-up-extra - The page's own fields. What those with a `name` hold is kept with the values, as their `extra`.
 * @csspart form - The whole form.
 * @csspart header - Heading, details and time limit.
 * @csspart title - The heading.
 * @csspart details - Who, on which channel, how long.
 * @csspart time-left - How much of the time limit is left.
 * @csspart time-left-text - Its words.
 * @csspart fields - All below the header.
 * @csspart group - A field with all that belongs to it.
 * @csspart label - The line above a field.
 * @csspart label-text - The field's label in it.
 * @csspart required - That the field must be filled in.
 * @csspart disposition-field - The frame of the disposition field.
 * @csspart disposition - The disposition field.
 * @csspart mark - What stands at the end of the disposition field.
 * @csspart disposition-count - How many dispositions fit what was typed.
 * @csspart disposition-popup - The list of dispositions.
 * @csspart option - A disposition in the list; `data-id` is its id.
 * @csspart option-path - What stands above it in the tree.
 * @csspart option-name - Its own name.
 * @csspart disposition-problem - Why there is no list, and the button that loads it again.
 * @csspart problem - Why there is none.
 * @csspart problem-text - Its words.
 * @csspart disposition-retry-button - The button.
 * @csspart notes - The notes field.
 * @csspart error - What is wrong with a field.
 * @csspart error-text - Its words.
 * @csspart summary - The summary's buttons.
 * @csspart insert-summary - The button that inserts the summary.
 * @csspart undo-summary - The button that takes it out.
 * @csspart summary-status - What became of the summary.
 * @csspart status - What became of submitting.
 * @csspart actions - The row of Submit or Done.
 * @csspart submit - The button that submits.
 * @csspart done - The button that lets the chat go.
 * @csspart glyph - A drawn icon.
 * @cssstate editing - It is filled in.
 * @cssstate submitting - It is being submitted.
 * @cssstate submitted - It was submitted, and the chat can be let go.
 * @cssstate failed - Submitting failed.
 * @cssstate busy - Nothing can be changed now.
 * @cssstate little-time - The time limit is near.
 */
export class WrapUpForm extends FormFieldElement {
  static readonly tag = 'wrap-up-form';
  static readonly parts =
    'form header title details time-left time-left-text fields group label label-text required disposition-field disposition mark disposition-count disposition-popup option option-path option-name disposition-problem problem problem-text disposition-retry-button notes error error-text summary insert-summary undo-summary summary-status actions status submit done glyph';
  static override styles = [base, buttons, styles];

  readonly #model: WrapUpModel = new WrapUpModel(this, this.deskOf, () => this.#onOther());
  readonly #combobox = new DispositionCombobox(this, (disposition) => this.#model.fill({ disposition }));
  readonly #repaint = new Repaint(this);
  readonly #keys: StageKeys = new StageKeys(this, (action) => this.#act(action));
  #extra: ExtraFields | undefined;

  constructor() {
    super();
    tellShownChat(this, this.deskOf, () => this.#model.chat);
  }

  /** The chat to wrap up; without it the selected one. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** Which fields there are, for use without a desk or in place of the policy's. */
  @property({ attribute: false }) fields?: Partial<WrapUpFields> | undefined;

  /** The tree of dispositions, for use without a desk or in place of the policy's. */
  @property({ attribute: false }) dispositions?: readonly Disposition[] | undefined;

  /** Makes the summary, for use without a desk or in place of the connector's. */
  @property({ attribute: false }) summarize?: Summarize | undefined;

  /** The level of its heading among the page's; default 2. */
  @property({ attribute: 'heading-level', converter: numberAttribute }) headingLevel?: number | undefined;

  /** Whether Submit was pressed with something missing: only then is it told. */
  @state() private attempted = false;

  /** What is filled in. Set, it is filled in for the chat that is shown, and a reset of the page's form goes back to it. */
  @property({ attribute: false })
  get values(): WrapUpValues {
    return this.#model.values;
  }

  set values(values: WrapUpValues | undefined) {
    this.#model.give(values);
  }

  /** The chat that it shows, for what the page puts into its slots. `shown-chat-change` tells when it changed. */
  get shownChat(): ChatView | undefined {
    return this.#model.chat;
  }

  /** Puts the focus into the first field, or on the button where there is none to fill in. */
  override focus(options?: FocusOptions): void {
    const field = this.#find('input:not([readonly]), textarea:not([readonly])');
    (field ?? this.#find('#submit, #done'))?.focus(options);
  }

  protected override updated(): void {
    const { form, clock } = this.#model;
    this.#showNotes(form);
    this.#tellPageForm(form);
    const left = this.#model.timeLeft(form);
    this.#repaint.at(clock, left === undefined || left <= 0 ? undefined : clock.now() + (left % 1000 || 1000));
  }

  protected override get states(): readonly unknown[] {
    const { form, isDue } = this.#model;
    if (!isDue) return [];
    return [
      form.status,
      this.#model.isBusy(form) && 'busy',
      (this.#model.timeLeft(form) ?? Infinity) <= LITTLE_TIME && 'little-time',
    ];
  }

  override formResetCallback(): void {
    this.attempted = false;
    this.#model.reset();
  }

  #act(action: KeyAction): boolean {
    if (action === 'reply' && this.#model.isDue) {
      this.focus();
      return true;
    }
    const button = action === 'submit' || action === 'done' ? this.#find(`#${action}`) : null;
    button?.focus();
    button?.click();
    return button !== null;
  }

  #onOther(): void {
    this.attempted = false;
    this.#combobox.close();
  }

  #find(selector: string): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  /** Shows the notes without moving the caret of an agent who is writing in them. */
  #showNotes({ values: { notes = '' } }: WrapUpView): void {
    const field = this.#find('#notes') as HTMLTextAreaElement | null;
    if (field === null || field.value === notes) return;
    const { selectionStart, selectionEnd, scrollTop } = field;
    field.value = notes;
    if (this.shadowRoot?.activeElement === field) field.setSelectionRange(selectionStart, selectionEnd);
    field.scrollTop = scrollTop;
  }

  #tellPageForm(form: WrapUpView): void {
    const { disposition = '', notes = '' } = form.values;
    const data = new FormData();
    if (form.fields.disposition !== 'absent') data.set('disposition', disposition);
    if (form.fields.notes !== 'absent') data.set('notes', notes);
    this.internals.setFormValue(data);
    const [first] = this.#model.missing(form);
    const field = first && this.#find(`#${first}`);
    if (field) this.internals.setValidity({ valueMissing: true }, this.words.text(`${first}Missing`), field);
    else this.internals.setValidity({});
  }

  /** What keeps the page's own fields is fetched once there are any. */
  readonly #onSlot = async (event: Event): Promise<void> => {
    if (!isFilled(event)) return;
    const loaded = await loadSlots(this);
    if (this.shadowRoot) this.#extra ??= loaded?.createExtraFields(this, this.shadowRoot, this.#model);
  };

  readonly #onNotes = (event: Event): void => this.#model.fill({ notes: (event.target as HTMLTextAreaElement).value });

  readonly #onInsert = (event: MouseEvent): void => {
    const { words } = this;
    // The second press of a double click asks for nothing new.
    if (event.detail > 1 || (event.currentTarget as HTMLElement).ariaDisabled === 'true') return;
    const labels = {
      automatic: words.text('summaryAutomatic'),
      endUser: words.text('summaryEndUser'),
      agent: words.text('summaryAgent'),
    };
    void this.#model.insertSummary({ locale: words.locale, labels });
  };

  readonly #onUndo = (): void => {
    this.#model.undoSummary();
    this.#find('#summary')?.focus();
  };

  readonly #onPress = (event: MouseEvent): void => {
    const { form } = this.#model;
    if (this.disabledNow) return;
    if (form.status === 'submitted') {
      // The second press of a double click on Submit is not meant for what took its place.
      if (event.detail <= 1) this.#model.done();
      return;
    }
    const [missing] = this.#model.missing(form);
    this.attempted = missing !== undefined;
    if (missing === undefined) {
      if (this.#extra?.check() !== false) void this.#model.submit();
    } else this.#find(`#${missing}`)?.focus();
  };

  #renderDisposition(form: WrapUpView, readOnly: boolean): TemplateResult | typeof nothing {
    const { words, disabledNow: disabled } = this;
    const { fields, dispositions, values } = form;
    if (fields.disposition === 'absent') return nothing;
    const required = fields.disposition === 'required' && dispositions.leaves.length > 0;
    const error = this.#errorOf('disposition', form);
    const combobox = this.#combobox.render(words, {
      leaves: dispositions.leaves,
      value: values.disposition ?? '',
      loading: dispositions.status === 'loading',
      required,
      readOnly,
      disabled,
      error: error && 'disposition-error',
    });
    const problem = readOnly ? nothing : renderListProblem(words, dispositions, this.#model.reload);
    return renderField(words, { id: 'disposition', required, error }, combobox, problem);
  }

  #renderNotes(form: WrapUpView, readOnly: boolean): TemplateResult | typeof nothing {
    const { words, disabledNow: disabled } = this;
    if (form.fields.notes === 'absent') return nothing;
    const required = form.fields.notes === 'required';
    const error = this.#errorOf('notes', form);
    const field = html`<textarea
      id="notes"
      part="notes"
      rows="5"
      dir=${form.values.notes ? 'auto' : nothing}
      aria-required=${required ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'notes-error' : nothing}
      ?readonly=${readOnly}
      ?disabled=${disabled}
      @input=${this.#onNotes}
      @keydown=${quietKeys}
      @keypress=${quietKeys}
      @keyup=${quietKeys}
    ></textarea>`;
    const summary = renderSummary(words, form, readOnly || disabled, this.#onInsert, this.#onUndo);
    return renderField(words, { id: 'notes', required, error }, field, summary);
  }

  /** What to tell about a field, once Submit was pressed. */
  #errorOf(field: keyof WrapUpFields, form: WrapUpView): string | undefined {
    return this.attempted && this.#model.missing(form).includes(field) ? this.words.text(`${field}Missing`) : undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, hostLabel } = this;
    const { form, chat, isDue } = this.#model;
    if (!isDue) return nothing;
    const busy = this.#model.isBusy(form);
    const isSubmitted = form.status === 'submitted';
    const readOnly = busy || isSubmitted;
    const waits = isSubmitted ? chat?.pending === 'done' : busy;
    return html`<div
      part="form"
      role="group"
      lang=${words.locale}
      aria-label=${hostLabel ?? words.text('wrapUpTitle')}
      @keydown=${oneActivation}
    >
      <div class="header" part="header">
        <h2 part="title" aria-level=${levelOf(this.headingLevel)}>${words.text('wrapUpTitle')}</h2>
        ${renderDetails(words, chat)}
        ${renderTimeLeft(words, this.#model.timeLeft(form), (form.deadline ?? 0) - (chat?.endedAt ?? 0))}
      </div>
      <div class="fields" part="fields">
        ${this.#renderDisposition(form, readOnly)} ${this.#renderNotes(form, readOnly)}
        <slot name="wrap-up-extra" ?inert=${readOnly} @slotchange=${this.#onSlot}></slot>
        ${renderActions(words, form.status, waits, this.disabledNow, this.#keys, this.#onPress)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wrap-up-form': WrapUpForm;
  }
}
