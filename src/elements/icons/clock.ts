import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** A clock: there is time. */
export const clockIcon: TemplateResult = drawing(svg`<circle cx="12" cy="12" r="9" /><path d="M12 7v5l3.2 2" />`);
