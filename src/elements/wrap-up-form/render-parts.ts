import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ChatView, WrapUpView } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import { checkIcon } from '../icons/check.js';
import { clockIcon } from '../icons/clock.js';
import { retryIcon } from '../icons/retry.js';
import { undoIcon } from '../icons/undo.js';
import { warningIcon } from '../icons/warning.js';

/** Below this many milliseconds left, the time limit draws attention and is spoken once. */
const LITTLE_TIME = 30_000;

/** A key held down is one activation: no second summary, no Done right behind Submit. */
export const onlyOnce = (event: KeyboardEvent): void => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
};

/** The label of a field. The name is the label alone; that it is required is told by the field itself. */
export const renderLabel = (
  words: Translator,
  id: string,
  name: string,
  required: boolean,
  focus: () => void,
): TemplateResult =>
  html`<div class="label" part="label">
    <label id="${id}-label" for=${id} @click=${(event: Event) => (event.preventDefault(), focus())}>${name}</label>
    ${required ? html`<span class="required" aria-hidden="true">${words.text('fieldRequired')}</span>` : nothing}
  </div>`;

/** What is wrong with a field. */
export const renderError = (id: string, text: string | undefined): TemplateResult | typeof nothing =>
  text === undefined ? nothing : html`<p id=${id} class="error" part="error">${warningIcon}<span>${text}</span></p>`;

/** A list that is empty or could not be loaded: why, and a way to load it again. */
export const renderListProblem = (
  words: Translator,
  { status, leaves }: WrapUpView['dispositions'],
  retry: (() => void) | undefined,
): TemplateResult | typeof nothing => {
  if (status === 'loading' || leaves.length > 0) return nothing;
  return html`<div class="problem" part="disposition-problem">
    <p>${warningIcon}<span>${words.text(status === 'failed' ? 'dispositionFailed' : 'dispositionEmpty')}</span></p>
    ${retry ? html`<button type="button" @click=${retry}>${retryIcon}${words.text('dispositionRetry')}</button>` : nothing}
  </div>`;
};

/** The summary's buttons and what became of it. */
export const renderSummary = (
  words: Translator,
  { summary, canUndoSummary }: WrapUpView,
  locked: boolean,
  insert: (event: MouseEvent) => void,
  undo: () => void,
): TemplateResult | typeof nothing => {
  if (summary === 'off') return nothing;
  const pending = summary === 'pending';
  const done = canUndoSummary ? 'summaryInserted' : undefined;
  const said = pending ? 'summaryPending' : summary === 'failed' ? 'summaryFailed' : done;
  return html`<div class="summary" part="summary">
    <button
      id="summary"
      part="insert-summary"
      type="button"
      aria-disabled=${pending || locked ? 'true' : nothing}
      aria-describedby="summary-status"
      @click=${insert}
      @keydown=${onlyOnce}
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
    <p id="summary-status" class=${summary === 'failed' ? 'status failed' : 'status'} role="status">
      ${said === undefined || locked ? nothing : words.text(said)}
    </p>
  </div>`;
};

/** How much of the time limit is left, in whole seconds that end at nought. */
export const renderTimeLeft = (words: Translator, left: number | undefined): TemplateResult | typeof nothing => {
  if (left === undefined) return nothing;
  const seconds = Math.max(0, Math.ceil(left / 1000)) * 1000;
  const little = seconds <= LITTLE_TIME;
  const [before, after] = words.around('timeLeft', 'duration');
  const text = words.text('timeLeft', { duration: words.duration(LITTLE_TIME) });
  return html`<p class="time-left" part="time-left" role="timer" ?data-little=${little}>
      ${clockIcon}<span>${before}<span class="digits">${words.clock(seconds)}</span>${after}</span>
    </p>
    <span class="spoken" role="status">${little ? text : nothing}</span>`;
};

/** Whom the chat was with, where, and how long it was. */
export const renderDetails = (words: Translator, chat: ChatView | undefined): TemplateResult | typeof nothing => {
  if (chat === undefined) return nothing;
  const { endedAt, acceptedAt = chat.requestedAt } = chat;
  const separator = words.text('detailSeparator');
  const length = endedAt === undefined ? [] : [words.length(endedAt - acceptedAt)];
  const size = [...length, words.text('wrapUpMessages', { count: chat.count })].join(words.text('nameSeparator'));
  const rest = `${separator}${words.channelTitle(chat.channel)}${separator}${size}`;
  return html`<p part="details"><bdi>${words.name(chat.naming)}</bdi>${rest}</p>`;
};

/** Submit, or Done once it is submitted, and what became of it. */
export const renderActions = (
  words: Translator,
  status: WrapUpView['status'],
  { busy, letsGo, disabled }: { busy: boolean; letsGo: boolean; disabled: boolean },
  submit: () => void,
  done: (event: MouseEvent) => void,
): TemplateResult => {
  const submitted = status === 'submitted';
  const failed = status === 'failed' && !busy;
  const said = submitted ? 'submitted' : busy ? 'submitting' : failed ? 'submitFailed' : undefined;
  const waits = submitted ? letsGo : busy;
  const name = submitted ? 'done' : 'submit';
  const button = html`<button
    id=${name}
    part=${name}
    class="primary"
    type="button"
    ?disabled=${disabled}
    aria-disabled=${waits ? 'true' : nothing}
    @click=${submitted ? done : submit}
    @keydown=${onlyOnce}
  >
    ${words.text(name)}
  </button>`;
  return html`<div class="actions" part="actions">
    <p class=${failed ? 'status failed' : 'status'} part="status" role="status">
      ${submitted ? checkIcon : nothing}${said === undefined ? nothing : words.text(said)}
    </p>
    ${keyed(name, button)}
  </div>`;
};
