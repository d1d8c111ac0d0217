import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** The lines of a clock. */
export const CLOCK = 'M12 3a9 9 0 1 0 .1 0zM12 7v5l3.2 2';

/** A clock: there is time. */
export const clockIcon: TemplateResult = drawing(CLOCK);
