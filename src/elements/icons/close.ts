import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** An X: close. */
export const closeIcon: TemplateResult = drawing('M6 6l12 12M18 6 6 18');
