import type { TemplateResult } from 'lit';
import { drawing } from './drawing.js';

/** Three dots: more that can be done. */
export const moreIcon: TemplateResult = drawing('M12 5.5v.01M12 12v.01M12 18.5v.01');
