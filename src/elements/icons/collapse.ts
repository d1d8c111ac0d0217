import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A list that closes towards the start of the line: hide the previews. */
export const collapseIcon: TemplateResult = drawing(
  svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2" /><path d="M15 4.5v15M11 9l-3 3 3 3" />`,
);
