import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/**
 * The frame that all icons share: lines of the text's colour on a field of 24 by 24, as an SVG path, and what is drawn in
 * another way over them. An icon is hidden from screen readers; what it means stands beside it in words.
 */
export const drawing = (lines: string, more?: SVGTemplateResult): TemplateResult =>
  html`<svg
    class="icon"
    part="glyph"
    viewBox="0 0 24 24"
    width="1.25em"
    height="1.25em"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${lines} />
    ${more}
  </svg>`;
