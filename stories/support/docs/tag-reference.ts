import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { tags } from '../manifest.js';
import { docsStyles } from './docs-styles.js';
import { tablesOf, type Row, type Table } from './reference-rows.js';
import { withCode } from './words.js';

/** All that a page can rely on of a tag, as its manifest says. */
export class TagReference extends LitElement {
  static override properties = { tag: {} };
  static override styles = docsStyles;

  declare tag: string;

  #row({ name, codes, words }: Row): TemplateResult {
    return html`<tr>
      <td><code>${name}</code></td>
      ${codes.map((code) => html`<td>${code === '' ? nothing : html`<code>${code}</code>`}</td>`)}
      <td>${withCode(words)}</td>
    </tr>`;
  }

  #table({ title, head, rows }: Table): TemplateResult {
    return html`<h3>${title}</h3>
      <div class="scroll" role="group" aria-label=${title} tabindex="0">
        <table>
          <thead>
            <tr>
              ${head.map((name) => (name === '' ? html`<td></td>` : html`<th scope="col">${name}</th>`))}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => this.#row(row))}
          </tbody>
        </table>
      </div>`;
  }

  override render(): TemplateResult {
    const tag = tags.get(this.tag);
    return html`${tag ? tablesOf(tag).map((table) => this.#table(table)) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tag-reference': TagReference;
  }
}
