import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A clock: there is time. */
export const clockIcon: TemplateResult = drawing('M12 3a9 9 0 1 0 .1 0zM12 7v5l3.2 2');
