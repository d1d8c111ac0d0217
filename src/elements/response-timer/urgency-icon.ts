import { svg, type TemplateResult } from 'lit';
import { CLOCK } from '../icons/clock.js';
import { drawing } from '../icons/drawing.js';

/**
 * The shapes of all urgencies, a clock, a triangle, an octagon and a full one: colour alone would tell nothing to many, nor
 * in forced colours. The pill around it says by its class which of them is seen, so that a crossing lays nothing out.
 */
export const urgencyIcon: TemplateResult = drawing(
  CLOCK,
  svg`<path d="M12 3.5l9.5 17h-19zM12 10v4.5m0 2.9v.1" /><path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5V13m0 3.4v.1" /><path d="M8.3 2.2h7.4l6.1 6.1v7.4l-6.1 6.1H8.3l-6.1-6.1V8.3zM10.9 6.5l.4 7.2h1.4l.4-7.2zM10.9 15.5h2.2v2.2h-2.2z" fill="currentColor" fill-rule="evenodd" stroke="none" />`,
);
