import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { quietKeys } from '../../controllers/quiet-keys.js';
import { Repaint } from '../../controllers/repaint.js';
import type { Disposition, WrapUpFields, WrapUpValues } from '../../core/index.js';
import type { WrapUpView } from '../../desk/index.js';
import { base, buttons } from '../../theme/base.js';
import { DispositionCombobox } from './disposition-combobox.js';
import { popupStyles } from './disposition-combobox.styles.js';
import { FormFieldElement } from './form-field-element.js';
import type { Summarize } from './own-summary.js';
import {
  renderActions,
  renderDetails,
  renderError,
  renderLabel,
  renderListProblem,
  renderSummary,
  renderTimeLeft,
} from './render-parts.js';
import { styles } from './wrap-up-form.styles.js';
import { WrapUpModel } from './wrap-up-model.js';

/** Where the focus goes when the button that had it is gone. */
const SUCCESSORS: Readonly<Record<string, string>> = { submit: 'done', undo: 'summary' };

/**
 * The closing form of one chat: disposition, notes and summary as the policy asks for them, Submit, then Done.
 *
 * @summary The closing form of a chat; takes part in the page's forms.
 * @tag wrap-up-form
 * @fires {ChatBeforeWrapUpEvent} chat-before-wrap-up - The agent pressed Submit; cancelable, and a host may amend the values or decide later.
 * @csspart form - The whole form.
 * @csspart header - Heading, details and time limit.
 * @csspart title - The heading.
 * @csspart details - Who, on which channel, how long.
 * @csspart time-left - How much of the time limit is left.
 * @csspart label - A field's label.
 * @csspart disposition-field - The frame of the disposition field.
 * @csspart disposition - The disposition field.
 * @csspart disposition-popup - The list of dispositions.
 * @csspart option - A disposition in the list.
 * @csspart disposition-problem - Why there is no list, and the button that loads it again.
 * @csspart notes - The notes field.
 * @csspart error - What is wrong with a field.
 * @csspart summary - The summary's buttons.
 * @csspart insert-summary - The button that inserts the summary.
 * @csspart undo-summary - The button that takes it out.
 * @csspart status - What became of submitting.
 * @csspart actions - The row of Submit or Done.
 * @csspart submit - The button that submits.
 * @csspart done - The button that lets the chat go.
 */
export class WrapUpForm extends FormFieldElement {
  static readonly tag = 'wrap-up-form';
  static override styles = [base, buttons, styles, popupStyles];

  readonly #model: WrapUpModel = new WrapUpModel(this, this.deskOf, () => this.#onOther());
  readonly #combobox = new DispositionCombobox(this, (id) => this.#model.fill({ disposition: id ?? '' }));
  readonly #repaint = new Repaint(this);
  #focusedId: string | undefined;

  /** The chat to wrap up; without it the selected one. */
  @property({ attribute: 'chat-id' }) chatId?: string | undefined;

  /** Which fields there are, for use without a desk or in place of the policy's. */
  @property({ attribute: false }) fields?: Partial<WrapUpFields> | undefined;

  /** The tree of dispositions, for use without a desk or in place of the policy's. */
  @property({ attribute: false }) dispositions?: readonly Disposition[] | undefined;

  /** Makes the summary, for use without a desk or in place of the connector's. */
  @property({ attribute: false }) summarize?: Summarize | undefined;

  /** Whether Submit was pressed with something missing: only then is it told. */
  @state() private attempted = false;

  /** What is filled in. Set, it is also what a reset of the page's form goes back to. */
  @property({ attribute: false })
  get values(): WrapUpValues {
    return this.#model.values;
  }

  set values(values: WrapUpValues | undefined) {
    this.#model.give(values);
  }

  /** Puts the focus into the first field, or on the button where there is none to fill in. */
  override focus(options?: FocusOptions): void {
    const field = this.#find('input:not([readonly]), textarea:not([readonly])');
    (field ?? this.#find('#submit, #done'))?.focus(options);
  }

  protected override willUpdate(): void {
    this.#focusedId = this.shadowRoot?.activeElement?.id;
  }

  protected override updated(): void {
    const { form, clock } = this.#model;
    const successor = this.#focusedId === undefined ? undefined : SUCCESSORS[this.#focusedId];
    if (successor !== undefined && this.#find(`#${this.#focusedId}`) === null) this.#find(`#${successor}`)?.focus();
    this.#showNotes(form);
    this.#tellPageForm(form);
    const left = this.#model.timeLeft(form);
    this.#repaint.at(clock, left === undefined || left <= 0 ? undefined : clock.now() + (left % 1000 || 1000));
  }

  override formResetCallback(): void {
    this.attempted = false;
    this.#model.reset();
  }

  #onOther(): void {
    this.attempted = false;
    this.#combobox.reset();
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
    const first = this.#model.missing(form)[0];
    const field = first === undefined ? null : this.#find(`#${first}`);
    const text = this.words.text(first === 'disposition' ? 'dispositionMissing' : 'notesMissing');
    if (field === null) this.internals.setValidity({});
    else this.internals.setValidity({ valueMissing: true }, text, field);
  }

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
    this.#model.insertSummary({ locale: words.locale, labels });
  };

  readonly #onSubmit = (): void => {
    const { form } = this.#model;
    if (this.disabledNow) return;
    const [missing] = this.#model.missing(form);
    this.attempted = missing !== undefined;
    if (missing === undefined) void this.#model.submit();
    else this.#find(`#${missing}`)?.focus();
  };

  readonly #onDone = (event: MouseEvent): void => {
    // The second press of a double click on Submit is not meant for what took its place.
    if (event.detail <= 1) this.#model.done();
  };

  #renderDisposition(form: WrapUpView, readOnly: boolean): TemplateResult | typeof nothing {
    const { words } = this;
    const { fields, dispositions, values } = form;
    if (fields.disposition === 'absent') return nothing;
    const required = fields.disposition === 'required' && dispositions.leaves.length > 0;
    const wrong = this.attempted && this.#model.missing(form).includes('disposition');
    const reload = this.#model.canReload ? () => this.#model.reload() : undefined;
    return html`<div class="group">
      ${renderLabel(words, 'disposition', words.text('disposition'), required, () => this.#combobox.focus())}
      ${this.#combobox.render(words, {
        leaves: dispositions.leaves,
        value: values.disposition || undefined,
        loading: dispositions.status === 'loading',
        required,
        readOnly,
        disabled: this.disabledNow,
        error: wrong ? 'disposition-error' : undefined,
        label: 'disposition-label',
      })}
      ${renderError('disposition-error', wrong ? words.text('dispositionMissing') : undefined)}
      ${readOnly ? nothing : renderListProblem(words, dispositions, reload)}
    </div>`;
  }

  #renderNotes(form: WrapUpView, readOnly: boolean): TemplateResult | typeof nothing {
    const { words } = this;
    if (form.fields.notes === 'absent') return nothing;
    const required = form.fields.notes === 'required';
    const error = this.attempted && this.#model.missing(form).includes('notes') ? 'notes-error' : undefined;
    const undo = (): void => this.#model.undoSummary();
    return html`<div class="group">
      ${renderLabel(words, 'notes', words.text('notes'), required, () => this.#find('#notes')?.focus())}
      <textarea
        id="notes"
        part="notes"
        rows="5"
        dir="auto"
        aria-labelledby="notes-label"
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${error ? 'true' : nothing}
        aria-errormessage=${error ?? nothing}
        aria-describedby=${error ?? nothing}
        ?readonly=${readOnly}
        ?disabled=${this.disabledNow}
        @input=${this.#onNotes}
        @keydown=${quietKeys}
        @keypress=${quietKeys}
        @keyup=${quietKeys}
      ></textarea>
      ${renderError('notes-error', error && words.text('notesMissing'))}
      ${renderSummary(words, form, readOnly || this.disabledNow, this.#onInsert, undo)}
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, hostLabel } = this;
    const { form, chat, isDue } = this.#model;
    if (!isDue) return nothing;
    const busy = this.#model.isBusy(form);
    const readOnly = busy || form.status === 'submitted';
    const actions = { busy, letsGo: chat?.pending === 'done', disabled: this.disabledNow };
    return html`<div
      part="form"
      role="group"
      lang=${words.locale}
      aria-labelledby=${hostLabel ? nothing : 'title'}
      aria-label=${hostLabel || nothing}
    >
      <div class="header" part="header">
        <h2 id="title" part="title">${words.text('wrapUpTitle')}</h2>
        ${renderDetails(words, chat)} ${renderTimeLeft(words, this.#model.timeLeft(form))}
      </div>
      <div class="fields">
        ${this.#renderDisposition(form, readOnly)} ${this.#renderNotes(form, readOnly)}
        ${renderActions(words, form.status, actions, this.#onSubmit, this.#onDone)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wrap-up-form': WrapUpForm;
  }
}
