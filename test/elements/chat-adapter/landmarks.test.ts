import { expect } from '@open-wc/testing';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { anActive } from '../../desk/support/setup.js';
import { setup as setUp } from './setup.js';

const setup = async (state: 'nothing' | 'conversation' | 'wrap-up') => {
  const adapted = await setUp([anActive()]);
  if (state !== 'nothing') await adapted.desk.select('chat-1');
  if (state === 'wrap-up') await adapted.desk.end('chat-1');
  await adapted.settled();
  const all = (selector: string): readonly HTMLElement[] => deepAll(adapted.adapter.shadowRoot!, selector);
  const levels = (): readonly (string | null)[] =>
    all('h1, h2, h3, h4').map((heading) => heading.getAttribute('aria-level'));
  return { ...adapted, all, levels };
};

describe('the landmarks of <chat-adapter>', () => {
  for (const state of ['nothing', 'conversation', 'wrap-up'] as const)
    it(`are none of the page’s, with ${state} open`, async () => {
      const { all } = await setup(state);
      const ofPage =
        '[role=main], [role=banner], [role=contentinfo], [role=navigation], [role=complementary], [role=search]';
      expect(all(`main, footer, nav, aside, search, ${ofPage}`)).to.deep.equal([]);
      // A header is a banner only where nothing that divides a page is around it.
      for (const header of all('header')) expect(header.closest('section, article')).not.to.equal(null);
    });

  it('are the adapter, by its name, and in it the conversation, by whom it is with', async () => {
    const { all } = await setup('conversation');
    const names = all('section').map((section) => {
      const labelledBy = section.getAttribute('aria-labelledby');
      const label = labelledBy && (section.getRootNode() as ShadowRoot).getElementById(labelledBy)?.textContent;
      return section.getAttribute('aria-label') ?? label;
    });
    expect(names).to.deep.equal(['Chat adapter', 'Ana Silva']);
  });
});

describe('the headings of <chat-adapter>', () => {
  for (const state of ['nothing', 'conversation', 'wrap-up'] as const)
    it(`are of the level that the page gives, with ${state} open`, async () => {
      const { adapter, levels, settled } = await setup(state);
      expect(new Set(levels())).to.deep.equal(new Set(['2']));
      adapter.setAttribute('heading-level', '4');
      await settled();
      expect(new Set(levels())).to.deep.equal(new Set(['4']));
      adapter.setAttribute('heading-level', 'none');
      await settled();
      expect(new Set(levels())).to.deep.equal(new Set(['2']));
    });
});
