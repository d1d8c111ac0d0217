import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A circle with an exclamation mark: something went wrong. */
export const warningIcon: TemplateResult = drawing(
  svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v6M12 16.4v.1" />`,
);
