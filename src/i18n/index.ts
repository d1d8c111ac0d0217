export * from './load-words.js';
export * from './translator.js';
export * from './words.js';
