import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A turning arrow: try again. */
export const retryIcon: TemplateResult = drawing('M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.3V4.5v4.8h-4.8');
