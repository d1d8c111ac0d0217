import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** An octagon: urgent. */
export const octagonIcon: TemplateResult = drawing('M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5V13m0 3.4v.1');
