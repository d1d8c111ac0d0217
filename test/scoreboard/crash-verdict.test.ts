import { describe, expect, it } from 'vitest';
import { countOutOfOrder, fateOf, type Account } from './crash-verdict.js';

const sent: Account = { text: 'abc', entered: true, typedBefore: 'ab', kept: 1, shown: 1, unsent: 0, draft: '' };
const nowhere: Account = { ...sent, kept: 0, shown: 0 };

describe('the verdict on a page that died in the middle of a send', () => {
  it('is content with a text that was sent once, is shown as not sent, or still stands in the composer', () => {
    expect(fateOf(sent)).toBe('sentOnce');
    expect(fateOf({ ...nowhere, unsent: 1 })).toBe('shownUnsent');
    expect(fateOf({ ...nowhere, draft: 'abc' })).toBe('stillDraft');
  });

  it('counts a text that is nowhere, or that the agent does not see, as lost', () => {
    expect(fateOf(nowhere)).toBe('lost');
    expect(fateOf({ ...sent, shown: 0 })).toBe('lost');
    expect(fateOf({ ...sent, kept: 0, draft: 'ab', entered: false })).toBe('lost');
    expect(fateOf({ ...nowhere, draft: 'ab' })).toBe('lost');
  });

  it('lets a draft lack what was typed last, if Enter was not handled', () => {
    expect(fateOf({ ...nowhere, entered: false, draft: 'ab' })).toBe('stillDraft');
    expect(fateOf({ ...nowhere, entered: false, draft: 'a' })).toBe('lost');
    expect(fateOf({ ...nowhere, entered: false, draft: 'abx' })).toBe('lost');
  });

  it('counts a text that is in two places as doubled', () => {
    expect(fateOf({ ...sent, kept: 2 })).toBe('doubled');
    expect(fateOf({ ...sent, shown: 2 })).toBe('doubled');
    expect(fateOf({ ...sent, unsent: 1 })).toBe('doubled');
    expect(fateOf({ ...sent, draft: 'abc' })).toBe('doubled');
    expect(fateOf({ ...nowhere, unsent: 2 })).toBe('doubled');
  });

  it('does not ask of a conversation that is over to show what was sent', () => {
    const { shown: _shown, ...over } = sent;
    expect(fateOf(over)).toBe('sentOnce');
  });

  it('counts what stands after something later', () => {
    expect(countOutOfOrder(['a', 'b', 'c'], ['a', 'b', 'c'])).toBe(0);
    expect(countOutOfOrder(['a', 'b', 'c'], ['a', 'c', 'x', 'b'])).toBe(1);
    expect(countOutOfOrder(['a', 'b', 'c'], ['c', 'a', 'b', 'b'])).toBe(2);
  });
});
