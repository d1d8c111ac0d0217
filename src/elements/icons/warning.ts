import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A circle with an exclamation mark: something went wrong. */
export const warningIcon: TemplateResult = drawing('M12 3a9 9 0 1 0 .1 0zM12 7v6m0 3.4v.1');
