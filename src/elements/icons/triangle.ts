import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A triangle: soon. */
export const triangleIcon: TemplateResult = drawing('M12 3.5l9.5 17h-19zM12 10v4.5m0 2.9v.1');
