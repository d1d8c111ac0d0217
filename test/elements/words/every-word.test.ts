import { expect, fixture } from '@open-wc/testing';
import { html, type LitElement } from 'lit';
import { define } from '../../../src/define/define.js';
import { loadWords } from '../../../src/i18n/load-words.js';
import type { PluralText, WordKey } from '../../../src/i18n/words.js';
import { readWords, type ReadWords } from './read-words.js';
import { states, type State } from './states.js';

define();
const pseudo = await loadWords('en-XA');

const painted = async (): Promise<void> => {
  for (let frames = 0; frames < 4; frames += 1) await new Promise(requestAnimationFrame);
};

const read = async ({ view, act }: Omit<State, 'name'>): Promise<ReadWords> => {
  const page = await fixture<LitElement>(html`<chat-provider locale="en-XA">${view()}</chat-provider>`);
  await painted();
  await act?.(page);
  await painted();
  return readWords(page);
};

const reads = new Map<State, Promise<ReadWords>>();

/** Reads a state the first time that it is asked for. */
const readOnce = (state: State): Promise<ReadWords> => {
  const reading = reads.get(state) ?? read(state);
  reads.set(state, reading);
  return reading;
};

/** Words that no page here shows: they are spoken, copied, go into a summary, or stand beside an address in Latin letters. */
const NOT_SHOWN = /^(?:say|written|summary(?:Automatic|EndUser|Agent)$|linkLeadsTo$)/u;

/** How a text looks when its places are filled. */
const filled = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]|]/gu, '\\$&').replaceAll(/\{\w+\}/gu, '.*')}$`, 'u');

const formsOf = (key: WordKey): readonly string[] => {
  const word: string | PluralText = pseudo[key];
  return typeof word === 'string' ? [word] : Object.values(word);
};

describe('in the pseudo-locale', () => {
  for (const state of states)
    it(`every word is translated: ${state.name}`, async () => {
      const { plain, translated } = await readOnce(state);
      expect(plain).to.deep.equal([]);
      expect(translated.length).to.be.above(0);
    });

  it('these states show every word of the catalogue', async () => {
    const seen = new Set<string>();
    for (const state of states) for (const text of (await readOnce(state)).translated) seen.add(text);
    const keys = (Object.keys(pseudo) as WordKey[]).filter((key) => !NOT_SHOWN.test(key));
    const missing = keys.filter((key) =>
      formsOf(key).every((form) => form.startsWith('[') && ![...seen].some((text) => filled(form).test(text))),
    );
    expect(missing).to.deep.equal([]);
  });

  it('a word that is not translated is found wherever it stands', async () => {
    const { plain } = await read({
      view: () =>
        html`<chat-composer .lockedBecause=${'Locked'}></chat-composer>
          <chat-launcher aria-label="Open"></chat-launcher>`,
    });
    expect(plain.join()).to.include('Locked').and.to.include('Open');
  });
});
