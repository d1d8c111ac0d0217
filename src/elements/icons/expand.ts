import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A list that opens towards the end of the line: show the previews. */
export const expandIcon: TemplateResult = drawing(
  'M5.5 4.5h13q2 0 2 2v11q0 2-2 2h-13q-2 0-2-2v-11q0-2 2-2zM9 4.5v15M13 9l3 3-3 3',
);
