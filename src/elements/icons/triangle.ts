import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A triangle: soon. */
export const triangleIcon: TemplateResult = drawing(
  svg`<path d="M12 3.5 21.5 20.5h-19z" /><path d="M12 10v4.5M12 17.4v.1" />`,
);
