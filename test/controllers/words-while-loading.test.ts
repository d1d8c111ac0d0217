import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { WordsOf } from '../../src/controllers/words-of.js';
import { wordsNow } from '../../src/i18n/load-words.js';
import type { WordOverrides } from '../../src/i18n/words.js';

class LoadingUser extends LitElement {
  static override properties = { locale: {}, strings: { attribute: false } };
  declare locale: string | undefined;
  declare strings: WordOverrides | undefined;
  readonly words = new WordsOf(this);

  override render(): TemplateResult {
    return html`${this.words.value.text('send')} ${this.words.value.text('submit')}`;
  }
}
customElements.define('loading-user', LoadingUser);

const setup = async (strings: WordOverrides | undefined) => {
  const user = await fixture<LoadingUser>(html`<loading-user .strings=${strings}></loading-user>`);
  const shown = async (): Promise<string> => {
    await user.updateComplete;
    return user.renderRoot.textContent.trim();
  };
  return { user, shown };
};

describe('while a language loads', () => {
  // One test: a language loads once in a page.
  it('the words from before are shown, then the new ones, and whoever went back stays back', async () => {
    const [stays, goesBack] = [await setup({ submit: 'Own' }), await setup(undefined)];
    expect(wordsNow('fr')).to.equal(undefined);
    stays.user.locale = 'fr';
    goesBack.user.locale = 'fr';
    expect(await stays.shown()).to.equal('Send Own');
    expect(await goesBack.shown()).to.equal('Send Submit');
    goesBack.user.locale = 'en';
    await waitUntil(() => wordsNow('fr') !== undefined);
    await waitUntil(() => stays.user.renderRoot.textContent.includes('Envoyer'));
    expect(await stays.shown()).to.equal('Envoyer Own');
    expect(await goesBack.shown()).to.equal('Send Submit');
  });
});
