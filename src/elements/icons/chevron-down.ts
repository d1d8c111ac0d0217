import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A chevron: more below. */
export const chevronDownIcon: TemplateResult = drawing('M6 9.5l6 6 6-6');
