import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A speech bubble marked SMS: the SMS channel. */
export const smsIcon: TemplateResult = drawing(
  'M5 4h14q2 0 2 2v9q0 2-2 2h-7.5L7 20.5V17H5q-2 0-2-2V6q0-2 2-2z',
  svg`<path d="M8.3 8.7c-2.6-1.5-3.5 1.2-1.3 1.8s1.3 3.3-1.3 1.8M10.2 12.9V8.1l1.8 2.9 1.8-2.9v4.8M18.2 8.7c-2.6-1.5-3.5 1.2-1.3 1.8s1.3 3.3-1.3 1.8" stroke-width="1.2" />`,
);
