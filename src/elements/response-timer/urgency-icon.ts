import type { TemplateResult } from 'lit';
import type { Urgency } from '../../core/index.js';
import { clockIcon } from '../icons/clock.js';
import { octagonFilledIcon } from '../icons/octagon-filled.js';
import { octagonIcon } from '../icons/octagon.js';
import { triangleIcon } from '../icons/triangle.js';

/** Each urgency has a shape of its own: colour alone would tell nothing to many, nor in forced colours. */
const icons: Readonly<Record<Exclude<Urgency, 'none'>, TemplateResult>> = {
  'on-time': clockIcon,
  soon: triangleIcon,
  urgent: octagonIcon,
  missed: octagonFilledIcon,
};

/** The icon of an urgency. */
export const urgencyIcon = (urgency: Exclude<Urgency, 'none'>): TemplateResult => icons[urgency];
