import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A mobile phone: the mobile channel. */
export const mobileIcon: TemplateResult = drawing(
  svg`<rect x="7" y="2.5" width="10" height="19" rx="2.4" /><path d="M11 18.5h2" />`,
);
