import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { quietKeys } from '../../controllers/quiet-keys.js';
import type { DispositionLeaf } from '../../core/index.js';
import { plainLetters } from '../../core/plain-letters.js';
import type { Translator } from '../../i18n/translator.js';
import { chevronDownIcon } from '../icons/chevron-down.js';

/** What the combobox shows. */
export interface ComboboxState {
  readonly leaves: readonly DispositionLeaf[];
  /** The id of the chosen leaf; empty for none. */
  readonly value: string;
  readonly loading: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly disabled: boolean;
  /** The id of the element that says what is wrong. */
  readonly error: string | undefined;
}

/** The leaves whose path holds every word of `query`; all where it is blank. */
const matching = (leaves: readonly DispositionLeaf[], query: string): readonly DispositionLeaf[] => {
  const words = plainLetters(query).split(/\s+/u);
  return leaves.filter(({ fullPath }) => words.every((word) => plainLetters(fullPath).includes(word)));
};

/** Puts the list where there is more room, for browsers that cannot anchor it, such as Chrome 128 and Safari 18. */
const placeBeside = (list: HTMLElement, field: Element): void => {
  const { left, top, bottom, width } = field.getBoundingClientRect();
  const below = innerHeight - bottom;
  const block = below < top ? `auto auto ${innerHeight - top}px` : `${bottom}px auto auto`;
  list.style.cssText = `inset:${block} ${left}px;width:${width}px;max-height:min(20rem,${Math.max(below, top) - 16}px)`;
};

/**
 * A text field with a list of the dispositions (the editable combobox of the ARIA practices): typing filters by any part
 * of the path, the focus stays in the field. The list is in the top layer, so that no box around it cuts it.
 */
export class DispositionCombobox implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #choose: (id: string) => void;
  #state: ComboboxState | undefined;
  /** What the field shows. */
  #text = '';
  #open = false;
  /** What was typed to filter; `undefined` while the field shows what is chosen. */
  #query: string | undefined;
  /** Which of the listed leaves the keys are at; -1: none. */
  #active = -1;
  /** Whether the agent went to the active one by key, so that leaving the field chooses it. */
  #went = false;

  /** `choose` hears what the agent chose; empty when the field was emptied. */
  constructor(host: ReactiveControllerHost & HTMLElement, choose: (id: string) => void) {
    this.#host = host;
    this.#choose = choose;
    host.addController(this);
  }

  get #field(): HTMLInputElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>('#disposition');
  }

  /** The listed leaves. */
  get #matches(): readonly DispositionLeaf[] {
    return this.#open ? matching(this.#state?.leaves ?? [], this.#query ?? '') : [];
  }

  hostDisconnected(): void {
    this.close();
  }

  hostUpdated(): void {
    const field = this.#field;
    // Set only where it differs: setting it would move the caret.
    if (field && field.value !== this.#text) field.value = this.#text;
    const list = this.#host.shadowRoot?.querySelector<HTMLElement>('#dispositions');
    if (list?.matches(':popover-open') === false) {
      list.showPopover();
      const box = field?.parentElement;
      if (box && !CSS.supports('position-area: block-end')) placeBeside(list, box);
    }
    list?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Closes the list and forgets what was typed. */
  close(): void {
    this.#open = false;
    this.#query = undefined;
    this.#host.requestUpdate();
  }

  /** Opens the whole list at what is chosen, else at `place`. */
  #unfold(place: number): void {
    const { leaves = [], value, readOnly = true } = this.#state ?? {};
    if (readOnly) return;
    const chosen = leaves.findIndex(({ id }) => id === value);
    this.#goTo(chosen < 0 ? place : chosen, true);
    this.#field?.select();
  }

  #goTo(place: number, went: boolean): void {
    this.#open = true;
    this.#active = place;
    this.#went = went;
    this.#host.requestUpdate();
  }

  #take(leaf: DispositionLeaf | undefined): void {
    this.close();
    if (leaf !== undefined && leaf.id !== this.#state?.value) this.#choose(leaf.id);
  }

  readonly #onInput = (event: InputEvent): void => {
    const query = (event.target as HTMLInputElement).value;
    this.#query = query;
    if (query === '' && this.#state?.value) this.#choose('');
    this.#goTo(query.trim() === '' ? -1 : 0, false);
  };

  readonly #onClick = (): void => {
    if (!this.#open) this.#unfold(-1);
    else if (this.#query === undefined) this.close();
  };

  // A press on the list must not take the focus out of the field.
  readonly #keepFocus = (event: Event): void => event.preventDefault();

  readonly #onBlur = (): void => {
    const matches = this.#matches;
    if (this.#open) this.#take(this.#went || matches.length === 1 ? matches[this.#active] : undefined);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    quietKeys(event);
    const { key, isComposing } = event;
    const matches = this.#matches;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    // While an input method composes, its keys are its own.
    if (isComposing || (step === 0 && !(this.#open && (key === 'Enter' || key === 'Escape')))) return;
    event.preventDefault();
    if (key === 'Escape') this.close();
    else if (key === 'Enter') this.#take(matches[this.#active]);
    else if (!this.#open) this.#unfold(0);
    else {
      // From none the first way up leads to the last, as the first way down does to the first.
      const from = Math.max(this.#active, step < 0 ? 0 : -1);
      this.#goTo((from + step + matches.length) % matches.length, true);
    }
  };

  #renderOption(leaf: DispositionLeaf, index: number): TemplateResult {
    // The leaf stands out where the full path ends with its name; a back end may write the path in its own way.
    const above = leaf.fullPath.endsWith(leaf.name) ? leaf.fullPath.slice(0, -leaf.name.length) : '';
    return html`<li
      id="option-${index}"
      role="option"
      part="option"
      data-id=${leaf.id}
      aria-selected=${leaf.id === this.#state?.value ? 'true' : 'false'}
      ?data-active=${index === this.#active}
      @click=${() => this.#take(leaf)}
    >
      <bdi
        ><span class="above" part="option-path">${above}</span
        ><span class="leaf" part="option-name">${leaf.fullPath.slice(above.length)}</span></bdi
      >
    </li>`;
  }

  render(words: Translator, state: ComboboxState): TemplateResult {
    const { leaves, value, loading, readOnly, error } = state;
    this.#state = state;
    if (readOnly) this.#open = false;
    const matches = this.#matches;
    const chosen = leaves.find(({ id }) => id === value)?.fullPath;
    // A choice that the list does not have (any more) is shown by its id: it is not lost.
    this.#text = this.#query ?? chosen ?? (loading ? '' : value);
    const count = this.#open && this.#query?.trim() ? words.text('dispositionMatches', { count: matches.length }) : '';
    return html`<div class="field" part="disposition-field">
        <input
          id="disposition"
          part="disposition"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          dir="auto"
          placeholder=${words.text(loading ? 'dispositionLoading' : 'dispositionChoose')}
          aria-autocomplete="list"
          aria-controls=${matches.length > 0 ? 'dispositions' : nothing}
          aria-expanded=${matches.length > 0 ? 'true' : 'false'}
          aria-activedescendant=${matches[this.#active] ? `option-${this.#active}` : nothing}
          aria-required=${state.required ? 'true' : nothing}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${error ?? nothing}
          aria-busy=${loading ? 'true' : nothing}
          ?readonly=${readOnly}
          ?disabled=${state.disabled}
          @click=${this.#onClick}
          @input=${this.#onInput}
          @blur=${this.#onBlur}
          @keydown=${this.#onKeyDown}
          @keypress=${quietKeys}
          @keyup=${quietKeys}
        />
        <span class="mark" part="mark"
          ><span part="disposition-count" role="status">${count}</span>${chevronDownIcon}</span
        >
      </div>
      ${
        matches.length > 0
          ? html`<ul
              id="dispositions"
              part="disposition-popup"
              role="listbox"
              popover="manual"
              aria-label=${words.text('disposition')}
              @mousedown=${this.#keepFocus}
            >
              ${matches.map((leaf, index) => this.#renderOption(leaf, index))}
            </ul>`
          : nothing
      }`;
  }
}
