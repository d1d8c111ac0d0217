import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { tags } from '../manifest.js';
import { docsStyles } from './docs-styles.js';
import { findParts } from './find-parts.js';
import { withCode } from './words.js';

/** Where a number stands over the sample, in pixels from the sample's corner. */
interface Mark {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A number for a part stands at its corner, unless another number does; then beside that. */
const SIZE = 18;

const apart = (marks: readonly Mark[]): readonly Mark[] => {
  const placed: Mark[] = [];
  for (const mark of marks) {
    let { x } = mark;
    while (placed.some((other) => Math.abs(other.x - x) < SIZE && Math.abs(other.y - mark.y) < SIZE)) x += SIZE;
    placed.push({ ...mark, x });
  }
  return placed;
};

/** A live sample, and on demand the number of each part that can be seen in it: a picture that is never out of date. */
export class TagAnatomy extends LitElement {
  static override properties = { tag: {}, marks: { state: true }, shown: { state: true }, pointed: { state: true } };
  static override styles = [
    docsStyles,
    css`
      .sample {
        position: relative;
      }
      .marks {
        position: absolute;
        inset: 0;
        margin: 0;
        overflow: hidden;
        pointer-events: none;
      }
      .mark {
        position: absolute;
        inline-size: ${SIZE}px;
        block-size: ${SIZE}px;
        border-radius: 50%;
        background: #7a1fa2;
        color: #fff;
        font:
          600 10px/${SIZE}px system-ui,
          sans-serif;
        text-align: center;
      }
      .outline {
        position: absolute;
        outline: 2px solid #7a1fa2;
        border-radius: 2px;
      }
      button {
        margin-block-end: 16px;
        padding: 6px 12px;
        border: 1px solid #7d8797;
        border-radius: 6px;
        background: #fff;
        color: #171b22;
        font: inherit;
      }
      button[aria-pressed='true'] {
        border-color: #7a1fa2;
        background: #f6e9fb;
      }
      button:focus-visible {
        outline: 2px solid #2455d6;
      }
      ol {
        columns: 280px;
        margin: 12px 0 0;
        padding-inline-start: 28px;
      }
      li {
        break-inside: avoid;
      }
    `,
  ];

  declare tag: string;
  declare marks: readonly Mark[];
  declare shown: boolean;
  declare pointed: string | undefined;

  readonly #resized = new ResizeObserver(() => this.shown && this.#look());

  constructor() {
    super();
    this.marks = [];
    this.shown = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  get #parts(): readonly { readonly name: string; readonly description: string }[] {
    return (tags.get(this.tag)?.cssParts ?? []).map(({ name, description = '' }) => ({
      name: name.replace(/^::part\((.*)\)$/, '$1'),
      description,
    }));
  }

  #look(): void {
    const sample = this.shadowRoot?.querySelector('.sample');
    if (!sample) return;
    const from = sample.getBoundingClientRect();
    const names = this.#parts.map(({ name }) => name);
    this.marks = apart(
      findParts(this, this.tag, names).map(({ name, box }) => ({
        name,
        x: Math.max(0, box.x - from.x - SIZE / 2),
        y: Math.max(0, box.y - from.y - SIZE / 2),
        width: box.width,
        height: box.height,
      })),
    );
  }

  #toggle(): void {
    this.shown = !this.shown;
    if (this.shown) this.#look();
  }

  #number(name: string): number {
    return this.marks.findIndex((mark) => mark.name === name) + 1;
  }

  #mark({ name, x, y }: Mark): TemplateResult {
    return html`<span class="mark" style=${styleMap({ translate: `${x}px ${y}px` })}>${this.#number(name)}</span>`;
  }

  #outline({ x, y, width, height }: Mark): TemplateResult {
    const box = {
      translate: `${x + SIZE / 2}px ${y + SIZE / 2}px`,
      inlineSize: `${width}px`,
      blockSize: `${height}px`,
    };
    return html`<span class="outline" style=${styleMap(box)}></span>`;
  }

  #item(name: string, description: string): TemplateResult {
    const point = (pointed?: string) => () => (this.pointed = pointed);
    return html`<li @pointerenter=${point(name)} @pointerleave=${point()}>
      <code>${name}</code> ${withCode(description)}
    </li>`;
  }

  #legend(): TemplateResult {
    const parts = new Map(this.#parts.map(({ name, description }) => [name, description]));
    const missing = [...parts].filter(([name]) => this.#number(name) === 0);
    return html`<ol>
        ${this.marks.map(({ name }) => this.#item(name, parts.get(name) ?? ''))}
      </ol>
      ${
        missing.length === 0
          ? nothing
          : html`<p>Not to be seen in this sample: ${missing.map(([name]) => html`<code>${name}</code> `)}</p>`
      }`;
  }

  override render(): TemplateResult {
    const pointed = this.marks.find(({ name }) => name === this.pointed);
    return html`<div class="sample" dir="ltr">
        <slot></slot>
        ${
          this.shown
            ? html`<div class="marks" aria-hidden="true">
                ${this.marks.map((mark) => this.#mark(mark))} ${pointed ? this.#outline(pointed) : nothing}
              </div>`
            : nothing
        }
      </div>
      <button aria-pressed=${this.shown} @click=${() => this.#toggle()}>Number its parts</button>
      ${this.shown ? this.#legend() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tag-anatomy': TagAnatomy;
  }
}
