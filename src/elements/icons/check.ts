import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A tick: done. */
export const checkIcon: TemplateResult = drawing('M4.5 12.5l5 5 10-11');
