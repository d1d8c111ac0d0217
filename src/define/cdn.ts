// The CDN file: all tags defined, the connector `local` registered, and what the package exports.
import { define } from './define.js';
import './local.js';

export * from '../index.js';

define();
