const NUMBER = 'a number';
const FUNCTION = 'a function, by a name in camel case';

/**
 * What of everywhere.ts a framework cannot give a tag that is not defined yet, by app: it asks the element which properties
 * it has, and writes attributes for the others. An app that imports the tags before it renders, as all of these do, is not
 * concerned. What works after all must be taken off this list.
 */
export const cannot: Readonly<Record<string, readonly string[]>> = {
  preact: [NUMBER, 'an object', FUNCTION, 'an array'],
  'react-19': [NUMBER, 'an object', FUNCTION, 'an array'],
  // Objects are always properties.
  svelte: [NUMBER, FUNCTION],
  'svelte-5.0': [NUMBER, 'an object', FUNCTION, 'an array'],
};
