import { ConnectorError, type Message, type Summarizer } from '../../core/index.js';
import { factsIn, isQuestion, sentencesOf, weightOf } from './sentences.js';

/** How many sentences a summary quotes of each side at most. */
const QUOTES = { endUser: 3, agent: 2 };
/** What a sentence must be worth to be quoted. */
const WORTH_QUOTING = 2;
/** Letters after which a quoted sentence is cut, at a word. */
const LONGEST = 160;

interface Sentence {
  readonly side: keyof typeof QUOTES;
  readonly text: string;
}

const sides: Readonly<Partial<Record<Message['author'], Sentence['side']>>> = { 'end-user': 'endUser', agent: 'agent' };

/** What was said by people, sentence by sentence. Bots, notes and pictures are left out. */
const sentencesIn = (messages: readonly Message[]): readonly Sentence[] =>
  messages.flatMap(({ author, kind, internal, text }) => {
    const side = sides[author];
    return side === undefined || kind !== 'text' || internal === true
      ? []
      : sentencesOf(text).map((sentence) => ({ side, text: sentence }));
  });

/** What a sentence is worth in a summary, the later of two answers more. */
const worthOf = ({ side, text }: Sentence, index: number, { length }: readonly Sentence[]): number => {
  const said = factsIn(text) + Math.min(weightOf(text), 4) / 2;
  // An agent's question is part of the way, not of what came out.
  if (side === 'agent') return said + (isQuestion(text) ? -4 : (index + 1) / length);
  return said + (isQuestion(text) ? 1 : 0.5);
};

/** The best sentences of one side. What an end user says first is mostly what the matter is. */
const best = (said: readonly Sentence[], side: Sentence['side']): readonly Sentence[] =>
  said
    .filter((sentence) => sentence.side === side)
    .map((sentence, index, all) => ({ sentence, worth: worthOf(sentence, index, all) }))
    .filter(({ worth }) => worth >= WORTH_QUOTING)
    .map(({ sentence, worth }, index) => ({ sentence, worth: side === 'endUser' && index === 0 ? worth + 1.5 : worth }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, QUOTES[side])
    .map(({ sentence }) => sentence);

const shortened = (text: string): string => {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))}…`;
};

/**
 * A summarizer that works offline: it quotes the sentences that say what was asked and what was answered, at most five
 * in the order they were said, after a first line that marks the text as automatic. The same conversation
 * always gives the same summary. Rejects with `unsupported` where nothing was said.
 */
export const createExtractiveSummarizer = (): Summarizer => ({
  async summarize(messages, { locale, labels }) {
    const said = sentencesIn(messages);
    const quoted = new Set([...best(said, 'endUser'), ...best(said, 'agent')]);
    // Only greetings so far: better to quote one than to say nothing.
    const [opening] = said;
    if (opening === undefined)
      throw new ConnectorError('unsupported', 'There is nothing to summarize: nobody has written anything yet.');
    if (quoted.size === 0) quoted.add(opening);
    // French sets a space before the colon.
    const colon = locale.startsWith('fr') ? '\u00a0: ' : ': ';
    const lines = said
      .filter((sentence) => quoted.has(sentence))
      .map(({ side, text }) => `${labels[side]}${colon}${shortened(text)}`);
    return { text: [labels.automatic, ...lines].join('\n'), automatic: true };
  },
});
