import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** Two bars: stop what moves. */
export const pauseIcon: TemplateResult = drawing('M9 6v12M15 6v12');
