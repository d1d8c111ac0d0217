import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A computer screen: the web channel. */
export const webIcon: TemplateResult = drawing('M5 4h14q2 0 2 2v8q0 2-2 2H5q-2 0-2-2V6q0-2 2-2zM12 16v4M8.5 20h7');
