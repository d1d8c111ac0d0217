import { describe, expect, it } from 'vitest';
import { words as french } from '../../src/i18n/locales/fr.js';
import { english, type PluralText, type WordKey } from '../../src/i18n/words.js';

const keys = Object.keys(english) as WordKey[];

/** The texts of a key: one, or one for each plural form. */
const textsOf = (word: string | PluralText): readonly string[] =>
  typeof word === 'string' ? [word] : Object.values(word);

describe('the French words', () => {
  it('are exactly those that the product promises', () => {
    const { newChat, send, endChat, endChatTitle, endChatConfirm, endChatCancel, wrapUpTitle, disposition } = french;
    const { notes, insertSummary, submit, done, messagePreview } = french;
    expect({ newChat, send, endChat, endChatTitle, endChatConfirm, endChatCancel, wrapUpTitle, disposition }).toEqual({
      newChat: 'Nouveau chat',
      send: 'Envoyer',
      endChat: 'Mettre fin à la discussion',
      endChatTitle: 'Mettre fin à la discussion ?',
      endChatConfirm: 'Mettre fin au chat',
      endChatCancel: 'Annuler',
      wrapUpTitle: 'Terminer',
      disposition: 'Disposition',
    });
    expect({ notes, insertSummary, submit, done, messagePreview }).toEqual({
      notes: 'Notes',
      insertSummary: 'Insérer un résumé',
      submit: 'Envoyer',
      done: 'Terminer',
      messagePreview: 'Aperçu du message',
    });
  });

  it.each(keys)('are written as French is: %s', (key) => {
    for (const text of textsOf(french[key])) {
      // The dialog's title has a plain space: it is a name by which others find the dialog.
      if (key !== 'endChatTitle') expect(text).not.toMatch(/[^\u00a0\u202f][;:!?»]/u);
      expect(text).not.toContain("'");
      expect(text).not.toContain('...');
    }
  });
});
