import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** An arrow back: undo. */
export const undoIcon: TemplateResult = drawing('M8.5 4.5 4 9l4.5 4.5M4 9h10.5a5.5 5.5 0 0 1 0 11H10');
