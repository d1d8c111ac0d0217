import type { TemplateResult } from 'lit';
import type { ToolsHost } from './tools-host.js';

/** What closes a bar. */
export const closeButton = (
  { html, icons }: Pick<ToolsHost, 'html' | 'icons'>,
  part: string,
  label: string,
  close: () => void,
): TemplateResult =>
  html`<button type="button" class="icon" part=${part} aria-label=${label} title=${label} @click=${close}>
    ${icons.close}
  </button>`;
