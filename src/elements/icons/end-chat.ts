import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A speech bubble with an X: End chat. */
export const endChatIcon: TemplateResult = drawing(
  'M6 4.5h12q2.5 0 2.5 2.5v7q0 2.5-2.5 2.5h-6.5l-4.5 4v-4H6q-2.5 0-2.5-2.5V7q0-2.5 2.5-2.5zM9.6 8.1l4.8 4.8M14.4 8.1l-4.8 4.8',
);
