import { html, nothing, type TemplateResult } from 'lit';
import type { Weak } from './contrast.js';
import { lookInto, type Piece } from './look-into.js';

/** What is known of the piece that is looked at; a token's button brings its fields into view. */
export const pieceReport = (piece: Piece | undefined, show: (token: string) => void): TemplateResult => {
  if (piece === undefined)
    return html`<section class="piece">
      <h2>Piece</h2>
      <p>“Look at a piece”, then point: here stands which part it is, and which tokens it is made of.</p>
    </section>`;
  const { path, selector, tokens } = piece;
  return html`<section class="piece">
    <h2>${path}</h2>
    <p>${selector === undefined ? 'No part leads there.' : html`<code>${selector}</code>`}</p>
    <p>
      ${tokens.map((name) => html`<button @click=${() => show(name)}>${name}</button> `)}
      ${tokens.length === 0 ? 'It reads no token.' : nothing}
    </p>
  </section>`;
};

/** How many warnings are listed. */
const MOST = 8;

const warning = ({ element, of, ratio, least }: Weak): TemplateResult =>
  html`<li>
    ${ratio.toFixed(2)} of ${least}: “${of.slice(0, 40)}” in ${lookInto(element).path}
    (${getComputedStyle(element).colorScheme})
  </li>`;

/** What cannot be read in the samples, or that all can. */
export const contrastReport = (weak: readonly Weak[]): TemplateResult => {
  const more = weak.length - MOST;
  return html`<section class="warnings ${weak.length > 0 ? 'bad' : ''}" role="status">
    <h2>Contrast: ${weak.length === 0 ? 'good in light and dark' : `${weak.length} too weak`}</h2>
    ${
      weak.length === 0
        ? nothing
        : html`<ul>
            ${weak.slice(0, MOST).map(warning)} ${more > 0 ? html`<li>and ${more} more</li>` : nothing}
          </ul>`
    }
  </section>`;
};
