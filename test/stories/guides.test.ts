import { expect, it } from 'vitest';
import { guides } from '../../stories/guides/guides.js';
import { tagNames } from '../../stories/support/manifest.js';

it('has a guide to each tag, and to nothing else', () => {
  expect(Object.keys(guides).sort()).toEqual([...tagNames].sort());
});

it('sends its readers on to tags that there are', () => {
  for (const [tag, { related }] of Object.entries(guides)) {
    expect(related, tag).not.toContain(tag);
    expect(tagNames).toEqual(expect.arrayContaining([...related]));
  }
});
