import { html, nothing, type TemplateResult } from 'lit';
import type { StageKeys } from '../../controllers/stage-keys.js';
import type { ChatView, WrapUpView } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import { checkIcon } from '../icons/check.js';
import { clockIcon } from '../icons/clock.js';
import { retryIcon } from '../icons/retry.js';
import { undoIcon } from '../icons/undo.js';
import { warningIcon } from '../icons/warning.js';

/** Below this many milliseconds left, the time limit draws attention and is spoken once. */
export const LITTLE_TIME = 30_000;

type Rendered = TemplateResult | typeof nothing;

/** What every field has around it. */
export interface FieldFrame {
  /** Of the field itself, and the key of its name. */
  readonly id: 'disposition' | 'notes';
  readonly required: boolean;
  /** What is wrong with it. */
  readonly error: string | undefined;
}

/** A field with its label above it, and below it what is wrong with it and what else there is to it. */
export const renderField = (
  words: Translator,
  { id, required, error }: FieldFrame,
  field: TemplateResult,
  below: Rendered,
): TemplateResult =>
  html`<div class="group" part="group">
    <div class="label" part="label">
      <label part="label-text" for=${id}>${words.text(id)}</label>
      ${required ? html`<span class="soft" part="required" aria-hidden="true">${words.text('fieldRequired')}</span>` : nothing}
    </div>
    ${field}
    ${error ? html`<p id="${id}-error" class="said failed" part="error">${warningIcon}<span part="error-text">${error}</span></p>` : nothing}
    ${below}
  </div>`;

/** A list that is empty or could not be loaded: why, and a way to load it again. */
export const renderListProblem = (
  words: Translator,
  { status, leaves }: WrapUpView['dispositions'],
  retry: (() => void) | undefined,
): Rendered => {
  if (status === 'loading' || leaves.length > 0) return nothing;
  return html`<div class="row problem" part="disposition-problem">
    <p class="said" part="problem">
      ${warningIcon}<span part="problem-text"
        >${words.text(status === 'failed' ? 'dispositionFailed' : 'dispositionEmpty')}</span
      >
    </p>
    ${retry ? html`<button part="disposition-retry-button" type="button" @click=${retry}>${retryIcon}${words.text('dispositionRetry')}</button>` : nothing}
  </div>`;
};

/** The summary's buttons and what became of it. */
export const renderSummary = (
  words: Translator,
  { summary, canUndoSummary }: WrapUpView,
  locked: boolean,
  insert: (event: MouseEvent) => void,
  undo: () => void,
): Rendered => {
  if (summary === 'off') return nothing;
  const pending = summary === 'pending';
  const failed = summary === 'failed';
  const said = pending ? 'summaryPending' : failed ? 'summaryFailed' : canUndoSummary ? 'summaryInserted' : undefined;
  return html`<div class="row" part="summary">
    <button
      id="summary"
      part="insert-summary"
      type="button"
      aria-disabled=${pending || locked ? 'true' : nothing}
      aria-describedby="summary-status"
      @click=${insert}
    >
      ${words.text('insertSummary')}
    </button>
    ${
      canUndoSummary && !locked
        ? html`<button id="undo" part="undo-summary" type="button" @click=${undo}>
            ${undoIcon}${words.text('undoSummary')}
          </button>`
        : nothing
    }
    <p id="summary-status" part="summary-status" class=${failed ? 'said failed' : 'said'} role="status">
      ${said && !locked ? words.text(said) : nothing}
    </p>
  </div>`;
};

/** How much of the time limit is left, in whole seconds that end at nought; spoken once, when little is left of `limit`. */
export const renderTimeLeft = (words: Translator, left: number | undefined, limit: number): Rendered => {
  if (left === undefined) return nothing;
  const seconds = Math.max(0, Math.ceil(left / 1000)) * 1000;
  const little = seconds <= LITTLE_TIME;
  return html`<p class="said soft" part="time-left" ?data-little=${little}>
      ${clockIcon}<span part="time-left-text">${words.text('timeLeft', { duration: words.clock(seconds) })}</span>
    </p>
    <span class="spoken" role="status">
      ${little ? words.text('timeLeft', { duration: words.duration(Math.min(LITTLE_TIME, limit)) }) : nothing}
    </span>`;
};

/** Whom the chat was with, where, and how long it was. */
export const renderDetails = (words: Translator, chat: ChatView | undefined): Rendered => {
  if (chat === undefined) return nothing;
  const { requestedAt, acceptedAt = requestedAt, endedAt = acceptedAt, channel, count, naming } = chat;
  const size =
    words.length(endedAt - acceptedAt) + words.text('nameSeparator') + words.text('wrapUpMessages', { count });
  const rest = ['', words.channelTitle(channel), size].join(words.text('detailSeparator'));
  return html`<p class="soft" part="details"><bdi>${words.name(naming)}</bdi>${rest}</p>`;
};

/** Submit, or Done in its place once it is submitted, and what became of it. `waits`: a press would do nothing. */
export const renderActions = (
  words: Translator,
  status: WrapUpView['status'],
  waits: boolean,
  disabled: boolean,
  keys: StageKeys,
  press: (event: MouseEvent) => void,
): TemplateResult => {
  const isSubmitted = status === 'submitted';
  const failed = status === 'failed' && !waits;
  const said = isSubmitted ? 'submitted' : waits ? 'submitting' : failed ? 'submitFailed' : undefined;
  const name = isSubmitted ? 'done' : 'submit';
  return html`<div class="row actions" part="actions">
    <p class=${failed ? 'said failed' : 'said'} part="status" role="status">
      ${isSubmitted ? checkIcon : nothing}${said === undefined ? nothing : words.text(said)}
    </p>
    <button
      id=${name}
      part=${name}
      class="primary"
      type="button"
      ?disabled=${disabled}
      aria-disabled=${waits ? 'true' : nothing}
      aria-keyshortcuts=${keys.of(name)}
      @click=${press}
    >
      ${words.text(name)}
    </button>
  </div>`;
};
