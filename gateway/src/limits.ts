import type { Limits } from '../../src/wire/index.js';

/**
 * What a gateway takes unless it is told otherwise. A text of the greatest length, each unit written as six bytes, still
 * fits into a frame with all that stands around it.
 */
export const DEFAULT_LIMITS: Limits = { frameBytes: 65_536, framesPerSecond: 20, burst: 60, textLength: 8000 };
