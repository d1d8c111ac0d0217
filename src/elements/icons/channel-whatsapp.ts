import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A receiver in a round bubble: the WhatsApp channel. */
export const whatsappIcon: TemplateResult = drawing(
  'M3.8 20.2l1.3-4.3a8.4 8.4 0 1 1 3.1 3z',
  svg`<path d="M8.6 7.6q.9-.6 1.4.3l.8 1.7q.2.5-.3 1l-.6.6q.9 2.1 3 3l.6-.7q.4-.5 1-.3l1.7.8q.9.5.3 1.4-.9 1.4-2.6.9-4.8-1.4-6.2-6.2-.4-1.6.9-2.5z" fill="currentColor" stroke="none" />`,
);
