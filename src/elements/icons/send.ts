import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A paper plane: send. */
export const sendIcon: TemplateResult = drawing(
  svg`<path d="M20.5 3.5 3.5 10l6.8 3.7L14 20.5z" /><path d="M20.5 3.5 10.3 13.7" />`,
);
