import { expect } from '@open-wc/testing';
import { createPagePages } from '../../src/platform/paging/page-pages.js';

describe('the page’s room for old messages', () => {
  it('keeps what is set for the next one to read, and nothing under another key', async () => {
    await createPagePages().set('test/a/1', [{ text: 'yes' }]);
    const pages = createPagePages();
    expect([await pages.get('test/a/1'), await pages.get('test/a/2')]).to.deep.equal([[{ text: 'yes' }], undefined]);
    await pages.remove('test/');
  });

  it('removes all whose key begins alike, and no other', async () => {
    const pages = createPagePages();
    for (const key of ['test/a/1', 'test/a/2', 'test/ab/1']) await pages.set(key, key);
    await pages.remove('test/a/');
    const left = await Promise.all(['test/a/1', 'test/a/2', 'test/ab/1'].map((key) => pages.get(key)));
    expect(left).to.deep.equal([undefined, undefined, 'test/ab/1']);
    await pages.remove('test/');
  });

  it('says so where something cannot be kept', async () => {
    const refused = await createPagePages()
      .set('test/a/1', () => undefined)
      .catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(DOMException);
  });
});
