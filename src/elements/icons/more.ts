import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** Three dots: more that can be done. */
export const moreIcon: TemplateResult = drawing(
  'M11.5 5a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M11.5 12a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M11.5 19a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
);
