import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A speech bubble with an X: End chat. */
export const endChatIcon: TemplateResult = drawing(
  svg`<path d="M6 4.5h12a2.5 2.5 0 0 1 2.5 2.5v7a2.5 2.5 0 0 1-2.5 2.5h-6.5L7 20.5v-4H6A2.5 2.5 0 0 1 3.5 14V7A2.5 2.5 0 0 1 6 4.5z" /><path d="M9.6 8.1l4.8 4.8M14.4 8.1l-4.8 4.8" />`,
);
