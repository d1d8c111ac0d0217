import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** An octagon: urgent. */
export const octagonIcon: TemplateResult = drawing(
  svg`<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z" /><path d="M12 7.5v5.5M12 16.4v.1" />`,
);
