import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A list that closes towards the start of the line: hide the previews. */
export const collapseIcon: TemplateResult = drawing(
  'M5.5 4.5h13q2 0 2 2v11q0 2-2 2h-13q-2 0-2-2v-11q0-2 2-2zM15 4.5v15M11 9l-3 3 3 3',
);
