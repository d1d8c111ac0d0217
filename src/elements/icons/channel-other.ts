import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** Two bubbles: a channel without an icon of its own. */
export const otherChannelIcon: TemplateResult = drawing(
  'M5 3.5h8q2 0 2 2V9q0 2-2 2H9l-3 2.8V11H5q-2 0-2-2V5.5q0-2 2-2zM18 10h1q2 0 2 2v3.5q0 2-2 2h-1v2.8l-3-2.8h-3.5q-2 0-2-2v-.7',
);
