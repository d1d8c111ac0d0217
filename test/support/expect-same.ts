import { expect } from '@open-wc/testing';

const briefly = (value: unknown): string =>
  value instanceof Element
    ? `<${value.localName}> ${value.getAttribute('aria-label') ?? ''}`
    : Object.prototype.toString.call(value);

/**
 * Expects one and the same thing. Chai would write out both where they differ, which never ends for desks and elements.
 */
export const expectSame = (actual: unknown, expected: unknown): void => {
  expect(Object.is(actual, expected), `${briefly(actual)} is not the ${briefly(expected)} expected`).to.equal(true);
};
