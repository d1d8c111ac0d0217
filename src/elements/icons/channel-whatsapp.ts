import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A receiver in a round bubble: the WhatsApp channel. */
export const whatsappIcon: TemplateResult = drawing(
  svg`<path d="M3.8 20.2l1.3-4.3a8.4 8.4 0 1 1 3.1 3z" /><path d="M8.7 8c-.7.6-.9 1.5-.6 2.5.8 2.6 2.8 4.6 5.4 5.4 1 .3 1.9.1 2.5-.6.4-.5.3-1-.2-1.3l-1.3-.8c-.4-.2-.8-.2-1.1.1l-.5.6c-1.2-.5-2.2-1.5-2.7-2.7l.6-.5c.3-.3.3-.7.1-1.1L10 8.2c-.3-.5-.8-.6-1.3-.2z" fill="currentColor" stroke="none" />`,
);
