import { english, type Words } from '../words.js';

/** French. */
export const words: Words = { ...english };
