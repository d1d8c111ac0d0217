import { pseudoWords } from '../pseudo-words.js';
import { english, type Words } from '../words.js';

/** No language: English with accents, longer and in brackets, to see what is not translated or has no room. */
export const words: Words = pseudoWords(english);
