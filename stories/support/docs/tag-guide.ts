import { css, html, LitElement, type TemplateResult } from 'lit';
import { guides } from '../../guides/guides.js';
import { docsStyles } from './docs-styles.js';
import { withCode } from './words.js';

/** The hand-written guidance on a tag. */
export class TagGuide extends LitElement {
  static override properties = { tag: {} };
  static override styles = [
    docsStyles,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
        gap: 16px;
      }
      section {
        padding: 4px 16px 14px;
        border: 1px solid #e3e7ee;
        border-block-start: 4px solid #1a7f4b;
        border-radius: 6px;
      }
      .not {
        border-block-start-color: #cf222e;
      }
      section h3 {
        margin-block: 10px 4px;
      }
    `,
  ];

  declare tag: string;

  #list(texts: readonly string[]): TemplateResult {
    return html`<ul>
      ${texts.map((text) => html`<li>${withCode(text)}</li>`)}
    </ul>`;
  }

  override render(): TemplateResult {
    const guide = guides[this.tag];
    if (guide === undefined) return html``;
    const { use, instead, dos, donts, accessibility, related } = guide;
    return html`<h3>When to use it</h3>
      <p>${withCode(use)}</p>
      ${instead === undefined ? '' : html`<p>${withCode(instead)}</p>`}
      <div class="pair">
        <section>
          <h3>Do</h3>
          ${this.#list(dos)}
        </section>
        <section class="not">
          <h3>Don’t</h3>
          ${this.#list(donts)}
        </section>
      </div>
      <h3>Accessibility</h3>
      ${this.#list(accessibility)}
      <h3>See also</h3>
      <p>
        ${related.map((tag) => html`<a href="./?path=/docs/tags-${tag}--docs" target="_top"><code>${tag}</code></a> `)}
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tag-guide': TagGuide;
  }
}
