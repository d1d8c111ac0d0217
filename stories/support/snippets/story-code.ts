import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { eventsOf } from '../manifest.js';
import { snippetsOf, type Snippet } from './frameworks.js';
import { sampleOf, type StoryContext } from './sample.js';

/** Which way of writing was chosen last: it is the same for every snippet of a page. */
let chosen = 0;
const all = new Set<StoryCode>();

/** The code of a story, in a tab for each way of writing pages, to copy. */
export class StoryCode extends LitElement {
  static override properties = { rendered: {}, context: { attribute: false }, copied: { state: true } };
  static override styles = css`
    :host {
      display: block;
      margin: -24px 0 40px;
      border: 1px solid #d9dee7;
      border-radius: 0 0 6px 6px;
      background: #fff;
      color: #171b22;
      font:
        13px/1.5 system-ui,
        sans-serif;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      border-block-end: 1px solid #d9dee7;
    }
    button {
      padding: 8px 14px;
      border: 0;
      border-block-end: 2px solid transparent;
      background: none;
      color: #566071;
      font: inherit;
      cursor: pointer;
    }
    button[aria-selected='true'] {
      border-color: #2455d6;
      color: #2455d6;
      font-weight: 600;
    }
    .copy {
      margin-inline-start: auto;
      color: #171b22;
    }
    button:focus-visible,
    pre:focus-visible {
      outline: 2px solid #2455d6;
      outline-offset: -2px;
    }
    pre {
      max-block-size: 420px;
      margin: 0;
      padding: 14px;
      overflow: auto;
      font:
        12px/1.55 ui-monospace,
        monospace;
      tab-size: 2;
    }
  `;

  /** The story as Storybook rendered it. */
  declare rendered: string;
  declare context: StoryContext | undefined;
  declare copied: boolean;

  #snippets: readonly Snippet[] = [];

  constructor() {
    super();
    this.rendered = '';
    this.copied = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    all.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    all.delete(this);
  }

  /** The snippets that are shown, one for each tab. */
  get snippets(): readonly Snippet[] {
    return this.#snippets;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('rendered') && !changed.has('context')) return;
    const sample = this.context && sampleOf(this.rendered, this.context, eventsOf);
    this.#snippets = sample ? snippetsOf(sample) : [];
  }

  #choose(tab: number): void {
    chosen = (tab + this.#snippets.length) % this.#snippets.length;
    for (const other of all) other.requestUpdate();
    this.copied = false;
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) this.#choose(chosen + step);
  }

  async #copy(): Promise<void> {
    await navigator.clipboard.writeText(this.#snippets[chosen]?.code ?? '');
    this.copied = true;
  }

  override render(): TemplateResult {
    if (this.#snippets.length === 0) return html``;
    return html`<div class="bar">
        <div role="tablist" aria-label="Code" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
          ${this.#snippets.map(
            ({ title }, tab) =>
              html`<button
                role="tab"
                id="tab-${tab}"
                aria-selected=${tab === chosen}
                aria-controls="code"
                tabindex=${tab === chosen ? 0 : -1}
                @click=${() => this.#choose(tab)}
              >
                ${title}
              </button>`,
          )}
        </div>
        <button class="copy" @click=${() => this.#copy()}>${this.copied ? 'Copied' : 'Copy'}</button>
      </div>
      <pre id="code" role="tabpanel" aria-labelledby="tab-${chosen}" tabindex="0" dir="ltr">
${this.#snippets[chosen]?.code}</pre>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'story-code': StoryCode;
  }
}
