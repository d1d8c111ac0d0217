import { svg, type TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** Two bubbles: a channel without an icon of its own. */
export const otherChannelIcon: TemplateResult = drawing(
  svg`<path d="M5 3.5h8a2 2 0 0 1 2 2V9a2 2 0 0 1-2 2H9l-3 2.8V11H5a2 2 0 0 1-2-2V5.5a2 2 0 0 1 2-2z" /><path d="M18 10h1a2 2 0 0 1 2 2v3.5a2 2 0 0 1-2 2h-1v2.8l-3-2.8h-3.5a2 2 0 0 1-2-2v-.7" />`,
);
