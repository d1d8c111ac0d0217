import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import { pictureOf } from './accepted-pictures.js';
import { isReadersOwn, modes, type Mode } from './modes.js';
import { StateCell, type Way } from './state-cell.js';
import type { SheetState, TagStates } from './state.js';
import { sheet } from './states.js';

/** Which cells are to be seen; empty: all. */
export interface Wanted {
  readonly tag: string;
  /** A part of the state's name. */
  readonly state: string;
  readonly mode: string;
}

const has = ({ name }: SheetState, part: string): boolean => name.toLowerCase().includes(part.trim().toLowerCase());

/**
 * All states of all tags in all modes, one row for each state and one column for each mode. A cell is filled when it
 * comes near to being seen.
 */
export class StateSheet extends LitElement {
  static override properties = { wanted: { attribute: false }, frameAddress: { attribute: false } };

  declare wanted: Wanted;
  /** Where a page shows one state alone. */
  declare frameAddress: (tag: string, state: string, mode: string) => string;

  constructor() {
    super();
    this.wanted = { tag: '', state: '', mode: '' };
  }

  /** The page's own style sheet is to reach what the states are shown in. */
  protected override createRenderRoot(): this {
    return this;
  }

  #want(part: Partial<Wanted>): void {
    this.wanted = { ...this.wanted, ...part };
  }

  #wayOf({ tag }: TagStates, { name, alone }: SheetState, mode: Mode): Way | undefined {
    if (isReadersOwn(mode)) return pictureOf(tag, name, mode.id);
    if (alone === true) return { by: 'frame', address: this.frameAddress(tag, name, mode.id) };
    return { by: 'page' };
  }

  #renderCell(of: TagStates, state: SheetState, mode: Mode): TemplateResult | StateCell {
    const way = this.#wayOf(of, state, mode);
    if (way === undefined) return html`<p>No picture has been accepted yet.</p>`;
    const cell = new StateCell();
    cell.shown = { of, state, mode };
    cell.way = way;
    return cell;
  }

  #renderChoice(
    name: 'tag' | 'mode',
    label: string,
    all: readonly (readonly [id: string, title: string])[],
  ): TemplateResult {
    const { wanted } = this;
    return html`<label
      >${label}
      <select @change=${(event: Event) => this.#want({ [name]: (event.target as HTMLSelectElement).value })}>
        <option value="">All</option>
        ${all.map(([id, title]) => html`<option value=${id} ?selected=${wanted[name] === id}>${title}</option>`)}
      </select></label
    >`;
  }

  #renderFilter(shown: number): TemplateResult {
    return html`<form
      class="sheet-filter"
      role="search"
      aria-label="Filter"
      @submit=${(event: Event) => event.preventDefault()}
    >
      ${this.#renderChoice(
        'tag',
        'Tag',
        sheet.map(({ tag }) => [tag, tag]),
      )}
      <label
        >State
        <input
          type="search"
          placeholder="missed, left, empty …"
          .value=${this.wanted.state}
          @input=${(event: Event) => this.#want({ state: (event.target as HTMLInputElement).value })}
      /></label>
      ${this.#renderChoice(
        'mode',
        'Mode',
        modes.map(({ id, title }) => [id, title]),
      )}
      <output aria-label="Shown">${shown} cells</output>
    </form>`;
  }

  #renderTag(of: TagStates, states: readonly SheetState[], shown: readonly Mode[]): TemplateResult {
    const { tag } = of;
    return html`<section aria-labelledby="sheet-of-${tag}">
      <h2 id="sheet-of-${tag}">${tag}</h2>
      <div
        class="sheet-table"
        style=${styleMap({ '--sheet-modes': String(shown.length) })}
        role="group"
        aria-label="States of ${tag}"
        tabindex="0"
      >
        ${shown.map(
          (mode) =>
            html`<p class="sheet-mode">
              ${mode.title} ${isReadersOwn(mode) ? html`<small>(pictures)</small>` : nothing}
            </p>`,
        )}
        ${repeat(
          states.flatMap((state) => shown.map((mode) => ({ state, mode }))),
          ({ state, mode }) => `${state.name} ${mode.id}`,
          ({ state, mode }) => html`<div>${this.#cell(of, state, mode)}</div>`,
        )}
      </div>
    </section>`;
  }

  readonly #cells = new Map<string, TemplateResult | StateCell>();

  /** What was filled once stays as it is, whatever is filtered. */
  #cell(of: TagStates, state: SheetState, mode: Mode): TemplateResult | StateCell {
    const key = `${of.tag} ${state.name} ${mode.id}`;
    const cell = this.#cells.get(key) ?? this.#renderCell(of, state, mode);
    this.#cells.set(key, cell);
    return cell;
  }

  protected override render(): TemplateResult {
    const { tag, state, mode } = this.wanted;
    const shownModes = modes.filter(({ id }) => mode === '' || id === mode);
    const tags = sheet
      .filter((one) => tag === '' || one.tag === tag)
      .map((of) => ({ of, states: of.states.filter((one) => has(one, state)) }))
      .filter(({ states }) => states.length > 0);
    const count = tags.reduce((sum, { states }) => sum + states.length * shownModes.length, 0);
    return html`${this.#renderFilter(count)}
    ${
      matchMedia('(forced-colors: active)').matches
        ? html`<p class="sheet-note">Your system forces its colours: every column shows them.</p>`
        : nothing
    }
    ${repeat(
      tags,
      ({ of }) => of.tag,
      ({ of, states }) => this.#renderTag(of, states, shownModes),
    )}`;
  }
}
