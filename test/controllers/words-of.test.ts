import { ContextProvider } from '@lit/context';
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { wordsContext } from '../../src/context/words-context.js';
import { WordsOf } from '../../src/controllers/words-of.js';
import { LANGUAGES, loadWords } from '../../src/i18n/load-words.js';
import { createTranslator, type Translator } from '../../src/i18n/translator.js';
import type { WordOverrides } from '../../src/i18n/words.js';
import { words as french } from '../../src/i18n/locales/fr.js';

class WordsUser extends LitElement {
  static override properties = { locale: {}, strings: { attribute: false } };
  declare locale: string | undefined;
  declare strings: WordOverrides | undefined;
  readonly words = new WordsOf(this);

  override render(): TemplateResult {
    const { value } = this.words;
    return html`${value.text('send')} ${value.text('done')} ${value.locale} ${value.number(1.5)}`;
  }
}
customElements.define('words-user', WordsUser);

class WordsProvider extends LitElement {
  readonly provider = new ContextProvider(this, { context: wordsContext, initialValue: undefined });

  set words(words: Translator | undefined) {
    this.provider.setValue(words);
  }
}
customElements.define('words-provider', WordsProvider);

const setup = async (given: { locale?: string; strings?: WordOverrides; shared?: Translator } = {}) => {
  await loadWords('fr');
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => void warnings.push(text);
  const provider = await fixture<WordsProvider>(html`<words-provider></words-provider>`);
  provider.words = given.shared;
  const user = document.createElement('words-user') as WordsUser;
  user.locale = given.locale;
  user.strings = given.strings;
  provider.append(user);
  const shown = async (): Promise<string> => {
    await user.updateComplete;
    return user.renderRoot.textContent.trim();
  };
  await shown();
  console.warn = warn;
  const again = async (change: () => void): Promise<string> => {
    console.warn = (text: string) => void warnings.push(text);
    change();
    const text = await shown();
    console.warn = warn;
    return text;
  };
  return { provider, user, shown, again, warnings };
};

const shared = createTranslator('fr', french, { done: 'Fini' });

describe('the words of an element', () => {
  it('are English where nobody says anything', async () => {
    const { shown } = await setup();
    expect(await shown()).to.equal('Send Done en 1.5');
  });

  it('are the provider’s, live', async () => {
    const { provider, shown } = await setup({ shared });
    expect(await shown()).to.equal('Envoyer Fini fr 1,5');
    provider.words = undefined;
    expect(await shown()).to.equal('Send Done en 1.5');
  });

  it('are in its own language before the provider’s, live', async () => {
    const { user, shown } = await setup({ shared, locale: 'en' });
    expect(await shown()).to.equal('Send Done en 1.5');
    user.locale = 'fr';
    expect(await shown()).to.equal('Envoyer Terminer fr 1,5');
    user.locale = '';
    expect(await shown()).to.equal('Envoyer Fini fr 1,5');
  });

  it('are replaced one by one by its own strings, over the provider’s', async () => {
    const { user, shown } = await setup({ shared, strings: { send: 'Go' } });
    expect(await shown()).to.equal('Go Fini fr 1,5');
    user.strings = { done: 'Over' };
    expect(await shown()).to.equal('Envoyer Over fr 1,5');
    user.strings = undefined;
    expect(await shown()).to.equal('Envoyer Fini fr 1,5');
  });

  it('are of the language, and numbers of the region', async () => {
    const { shown } = await setup({ locale: 'fr-CH' });
    expect(await shown()).to.equal('Envoyer Terminer fr-CH 1,5');
  });

  for (const locale of ['sv', 'zh-TW', 'nonsense!', '-'])
    it(`are English for locale "${locale}", with one warning`, async () => {
      const { again, shown, user, warnings } = await setup({ locale, shared });
      expect(await shown()).to.equal('Send Done en 1.5');
      await again(() => user.requestUpdate());
      expect(warnings).to.deep.equal([
        `agent-chat-adapter: there are no words for locale "${locale}"; English is shown. There are: ${LANGUAGES.join(', ')}.`,
      ]);
    });

  for (const [locale, text] of [
    ['en_US', 'Send Done en-US 1.5'],
    ['fr_CA', 'Envoyer Terminer fr-CA 1,5'],
  ] as const)
    it(`take ${locale} as it is meant`, async () => {
      const { shown, warnings } = await setup({ locale });
      expect(await shown()).to.equal(text);
      expect(warnings).to.deep.equal([]);
    });

  it('leave out strings that are no words, with one warning', async () => {
    const strings = { send: 3, sent: 'x', done: 'Over' } as unknown as WordOverrides;
    const { shown, warnings } = await setup({ strings });
    expect(await shown()).to.equal('Send Over en 1.5');
    expect(warnings).to.deep.equal([
      'agent-chat-adapter: these "strings" are no words of the catalogue and are left out: send, sent.',
    ]);
  });

  it('stay the same object while nothing changes', async () => {
    const { user } = await setup({ locale: 'fr', strings: { send: 'Go' } });
    const before = user.words.value;
    user.requestUpdate();
    await nextFrame();
    expect(user.words.value === before).to.be.true;
  });
});
