import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A full octagon: missed. */
export const octagonFilledIcon: TemplateResult = drawing(
  svg`<path d="M8.3 2.2h7.4l6.1 6.1v7.4l-6.1 6.1H8.3l-6.1-6.1V8.3zM10.8 6.5l.4 7.2h1.6l.4-7.2zM10.8 16.6a1.2 1.2 0 1 0 2.4 0 1.2 1.2 0 1 0-2.4 0z" fill="currentColor" fill-rule="evenodd" stroke="none" />`,
);
