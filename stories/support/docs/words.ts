import { html, type TemplateResult } from 'lit';

/** Text in which what stands between backticks is code. */
export const withCode = (text: string): TemplateResult =>
  html`${text.split('`').map((part, place) => (place % 2 === 0 ? part : html`<code dir="ltr">${part}</code>`))}`;
