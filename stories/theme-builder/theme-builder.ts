import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { ChatDesk } from '../../src/desk/index.js';
import { keepTheme, keptTheme, themes } from '../support/toolbar/themes.js';
import { builderStyles } from './builder-styles.js';
import { weakIn, type Weak } from './contrast.js';
import { lookInto, type Piece } from './look-into.js';
import { contrastReport, pieceReport } from './reports.js';
import { samples } from './samples.js';
import { cssOf, declarationsOf, themeFrom, type Setting, type Theme } from './theme.js';
import { tokens, type Token } from './token-list.js';
import { tokenRow } from './token-row.js';

const titleOf = ({ layer, group }: Token): string => `${layer} · ${group}`;
const names = new Set(tokens.map(({ name }) => name));
const groups = [...new Set(tokens.map(titleOf))].map(
  (title) => [title, tokens.filter((token) => titleOf(token) === title)] as const,
);

const OPEN_AT_FIRST = 'semantic';

const SCHEMES = ['light', 'dark'] as const;

/** Where a designer makes a theme: each token beside what it changes, and the theme as a file of CSS. */
export class ThemeBuilder extends LitElement {
  static override properties = {
    desk: { attribute: false },
    theme: { state: true },
    piece: { state: true },
    looking: { state: true },
    weak: { state: true },
    told: { state: true },
    filter: { state: true },
  };
  static override styles = builderStyles;

  /** What the adapters of the samples show. */
  declare desk: ChatDesk | undefined;
  declare theme: Theme;
  declare piece: Piece | undefined;
  declare looking: boolean;
  declare weak: readonly Weak[];
  declare told: string;
  declare filter: string;

  readonly #sheet = new CSSStyleSheet();
  #measuring: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.theme = themeFrom(keptTheme(), names).theme;
    this.looking = false;
    this.weak = [];
    this.told = '';
    this.filter = '';
  }

  /** The theme as a file of CSS. */
  get css(): string {
    return cssOf(this.theme);
  }

  protected override firstUpdated(): void {
    (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(this.#sheet);
    this.#wear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#measuring);
  }

  #use(theme: Theme, told = ''): void {
    this.theme = theme;
    this.told = told;
    keepTheme(theme.size === 0 ? '' : cssOf(theme));
    this.#wear();
  }

  #wear(): void {
    this.#sheet.replaceSync(`.sample {\n${declarationsOf(this.theme)}}`);
    this.#measure();
  }

  /** Once what is typed or dragged has come to rest. */
  #measure(): void {
    clearTimeout(this.#measuring);
    this.#measuring = setTimeout(() => {
      this.weak = [...this.renderRoot.querySelectorAll('.sample')].flatMap((sample) => weakIn(sample));
    }, 250);
  }

  readonly #set = (name: string, setting: Setting | undefined): void => {
    const theme = new Map(this.theme);
    if (setting) theme.set(name, setting);
    else theme.delete(name);
    this.#use(theme);
  };

  #import(css: string, from: string): void {
    const { theme, unknown } = themeFrom(css, names);
    const left = unknown.length === 0 ? '' : ` Left out, as they are no tokens: ${unknown.join(', ')}.`;
    this.#use(theme, `${theme.size} tokens from ${from}.${left}`);
  }

  async #importFile(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    if (file) this.#import(await file.text(), file.name);
    field.value = '';
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.css);
    this.told = 'Copied.';
  }

  #download(): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.css], { type: 'text/css' }));
    link.download = 'theme.css';
    link.click();
    URL.revokeObjectURL(link.href);
    this.told = 'Saved as theme.css.';
  }

  #startFrom(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.#import(themes.get(value) ?? '', value === '' ? 'the defaults' : value);
  }

  #point(event: PointerEvent): void {
    const [met] = event.composedPath();
    if (this.looking && met instanceof Element) this.piece = lookInto(met);
  }

  /** While pieces are looked at a click chooses one, and does nothing else. */
  #choose(event: Event): void {
    if (!this.looking) return;
    event.preventDefault();
    event.stopPropagation();
    this.looking = false;
    const [first] = this.piece?.tokens ?? [];
    if (first !== undefined) this.#show(first);
  }

  /** Brings a token's fields into view. */
  #show(name: string): void {
    this.filter = '';
    void this.updateComplete.then(() => {
      const row = this.renderRoot.querySelector<HTMLElement>(`[data-token="${name}"]`);
      const group = row?.closest('details');
      if (group) group.open = true;
      row?.scrollIntoView({ block: 'center' });
    });
  }

  #tools(): TemplateResult {
    return html`<div class="tools">
      <label>
        Start from
        <select @change=${(event: Event) => this.#startFrom(event)}>
          <option value="">The defaults</option>
          ${[...themes.keys()].map((name) => html`<option>${name}</option>`)}
        </select>
      </label>
      <label>
        Import a file
        <input type="file" accept=".css,text/css" @change=${(event: Event) => this.#importFile(event)} />
      </label>
      <button aria-pressed=${this.looking} @click=${() => (this.looking = !this.looking)}>Look at a piece</button>
      <button @click=${() => this.#copy()}>Copy CSS</button>
      <button class="primary" @click=${() => this.#download()}>Download theme.css</button>
      <output aria-label="What was done">${this.told}</output>
    </div>`;
  }

  #group([title, all]: readonly [string, readonly Token[]]): TemplateResult | typeof nothing {
    const wanted = all.filter(({ name }) => name.includes(this.filter));
    if (wanted.length === 0) return nothing;
    const pointed = new Set(this.piece?.tokens);
    return html`<details ?open=${this.filter !== '' || title.startsWith(OPEN_AT_FIRST)}>
      <summary>${title}</summary>
      ${wanted.map((token) =>
        tokenRow({
          token,
          setting: this.theme.get(token.name),
          pointed: pointed.has(token.name),
          set: this.#set,
        }),
      )}
    </details>`;
  }

  override render(): TemplateResult {
    const { piece, looking } = this;
    const box = piece?.box;
    return html`${this.#tools()}
      <div>
        <label>
          Find a token
          <input type="search" @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)} />
        </label>
        <div class="tokens" role="group" aria-label="Tokens" tabindex="0">
          ${groups.map((group) => this.#group(group))}
        </div>
      </div>
      <div
        class="samples ${looking ? 'looking' : ''}"
        @pointermove=${(event: PointerEvent) => this.#point(event)}
        @click=${{ handleEvent: (event: Event) => this.#choose(event), capture: true }}
      >
        ${pieceReport(piece, (name) => this.#show(name))}${contrastReport(this.weak)}
        ${SCHEMES.map((scheme) => html`<div class="sample ${scheme}">${samples(scheme, this.desk)}</div>`)}
      </div>
      ${
        looking && box
          ? html`<div
              class="outline"
              style=${styleMap({
                left: `${box.x}px`,
                top: `${box.y}px`,
                width: `${box.width}px`,
                height: `${box.height}px`,
              })}
            ></div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-builder': ThemeBuilder;
  }
}
