import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A list that opens towards the end of the line: show the previews. */
export const expandIcon: TemplateResult = drawing(
  svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2" /><path d="M9 4.5v15M13 9l3 3-3 3" />`,
);
