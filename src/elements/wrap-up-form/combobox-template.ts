import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { quietKeys } from '../../controllers/quiet-keys.js';
import type { DispositionLeaf } from '../../core/index.js';
import type { Translator } from '../../i18n/translator.js';
import { chevronDownIcon } from '../icons/chevron-down.js';

/** What the combobox shows. */
export interface ComboboxState {
  readonly leaves: readonly DispositionLeaf[];
  /** The id of the chosen leaf. */
  readonly value: string | undefined;
  readonly loading: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly disabled: boolean;
  /** The id of the element that says what is wrong. */
  readonly error: string | undefined;
  /** The id of the element that names it. */
  readonly label: string;
}

/** What it shows at this moment. */
export interface ComboboxView extends ComboboxState {
  /** The field's text. */
  readonly text: string;
  /** The listed leaves; none while the list is closed. */
  readonly matches: readonly DispositionLeaf[];
  /** Which of them the keys are at; -1: none. */
  readonly active: number;
  /** Whether the list is filtered by what was typed. */
  readonly isFiltered: boolean;
}

/** What it does. */
export interface ComboboxHandlers {
  readonly press: (event: MouseEvent) => void;
  readonly keepFocus: (event: MouseEvent) => void;
  readonly input: () => void;
  readonly blur: () => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly take: (leaf: DispositionLeaf) => void;
}

const optionTemplate = (
  leaf: DispositionLeaf,
  index: number,
  { value, active }: ComboboxView,
  { take }: ComboboxHandlers,
): TemplateResult => {
  // The leaf stands out where the full path ends with its name; a back end may write the path in its own way.
  const above = leaf.fullPath.endsWith(leaf.name) ? leaf.fullPath.slice(0, -leaf.name.length) : '';
  return html`<li
    id="option-${index}"
    role="option"
    part="option"
    dir="auto"
    aria-selected=${leaf.id === value ? 'true' : 'false'}
    ?data-active=${index === active}
    @click=${() => take(leaf)}
  >
    <span class="above">${above}</span><span class="leaf">${leaf.fullPath.slice(above.length)}</span>
  </li>`;
};

const popupTemplate = (words: Translator, view: ComboboxView, on: ComboboxHandlers): TemplateResult => {
  const { matches, loading, label, isFiltered } = view;
  const isEmpty = matches.length === 0;
  const empty = words.text(loading ? 'dispositionLoading' : 'dispositionNoMatch');
  return html`<div id="disposition-popup" popover="manual" part="disposition-popup" @mousedown=${on.keepFocus}>
      <ul id="disposition-list" role="listbox" aria-labelledby=${label} ?hidden=${isEmpty}>
        ${matches.map((leaf, index) => optionTemplate(leaf, index, view, on))}
      </ul>
      ${isEmpty ? html`<p class="empty">${empty}</p>` : nothing}
    </div>
    <span class="spoken" role="status"
      >${isFiltered ? words.text('dispositionMatches', { count: matches.length }) : nothing}</span
    >`;
};

/** The field and its list, as the ARIA practices have an editable combobox. */
export const comboboxTemplate = (words: Translator, view: ComboboxView, on: ComboboxHandlers): TemplateResult => {
  const { error, loading, readOnly, disabled, matches, active } = view;
  const isListed = matches.length > 0;
  return html`<div
      class="field"
      part="disposition-field"
      ?data-locked=${readOnly || disabled}
      @mousedown=${on.keepFocus}
      @click=${on.press}
    >
      <input
        id="disposition"
        part="disposition"
        role="combobox"
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        dir="auto"
        placeholder=${words.text(loading ? 'dispositionLoading' : 'dispositionChoose')}
        aria-labelledby=${view.label}
        aria-autocomplete="list"
        aria-controls="disposition-list"
        aria-expanded=${isListed ? 'true' : 'false'}
        aria-activedescendant=${isListed && active >= 0 ? `option-${active}` : nothing}
        aria-required=${view.required ? 'true' : nothing}
        aria-invalid=${error === undefined ? nothing : 'true'}
        aria-errormessage=${error ?? nothing}
        aria-describedby=${error ?? nothing}
        aria-busy=${loading ? 'true' : nothing}
        ?readonly=${readOnly}
        ?disabled=${disabled}
        .value=${live(view.text)}
        @input=${on.input}
        @blur=${on.blur}
        @keydown=${on.keyDown}
        @keypress=${quietKeys}
        @keyup=${quietKeys}
      />
      <span class="chevron">${chevronDownIcon}</span>
    </div>
    ${popupTemplate(words, view, on)}`;
};
