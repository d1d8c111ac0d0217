import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A mobile phone: the mobile channel. */
export const mobileIcon: TemplateResult = drawing(
  'M9.4 2.5h5.2q2.4 0 2.4 2.4v14.2q0 2.4-2.4 2.4H9.4Q7 21.5 7 19.1V4.9q0-2.4 2.4-2.4zM11 18.5h2',
);
