import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A full octagon: missed. */
export const octagonFilledIcon: TemplateResult = drawing(
  '',
  svg`<path d="M8.3 2.2h7.4l6.1 6.1v7.4l-6.1 6.1H8.3l-6.1-6.1V8.3zM10.9 6.5l.4 7.2h1.4l.4-7.2zM10.9 15.5h2.2v2.2h-2.2z" fill="currentColor" fill-rule="evenodd" stroke="none" />`,
);
