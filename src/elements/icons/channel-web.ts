import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A computer screen: the web channel. */
export const webIcon: TemplateResult = drawing(
  svg`<rect x="3" y="4" width="18" height="12" rx="2" /><path d="M12 16v4M8.5 20h7" />`,
);
