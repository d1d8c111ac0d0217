import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A speech bubble marked SMS: the SMS channel. */
export const smsIcon: TemplateResult = drawing(
  svg`<path d="M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7.5L7.5 20.5V17H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" /><path d="M8.3 8.8a1.4 1.4 0 0 0-1.3-.7c-.8 0-1.3.5-1.3 1.1 0 1.7 2.7.9 2.7 2.6 0 .7-.6 1.1-1.4 1.1a1.6 1.6 0 0 1-1.4-.8M10.2 12.9V8.1l1.8 2.9 1.8-2.9v4.8M18.2 8.8a1.4 1.4 0 0 0-1.3-.7c-.8 0-1.3.5-1.3 1.1 0 1.7 2.7.9 2.7 2.6 0 .7-.6 1.1-1.4 1.1a1.6 1.6 0 0 1-1.4-.8" stroke-width="1.2" />`,
);
