import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A speech bubble: a chat. */
export const chatIcon: TemplateResult = drawing(
  'M6 4.5h12q2.5 0 2.5 2.5v7q0 2.5-2.5 2.5h-6.5l-4.5 4v-4H6q-2.5 0-2.5-2.5V7q0-2.5 2.5-2.5z',
);
