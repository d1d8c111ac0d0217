import { ConnectorError, type Message, type Summarizer } from '../../core/index.js';
import {
  answers,
  asks,
  hasFact,
  hasReference,
  isQuestion,
  saysNothing,
  sentencesOf,
  weightyWords,
  withoutGreeting,
  wordsOf,
} from './sentences.js';

/** How many sentences a summary quotes at most, and of each side for what they say. */
const QUOTES = 4;
const QUOTES_OF_A_SIDE = 2;
/** Letters after which a quoted sentence is cut, at a word. */
const LONGEST = 160;

type Side = 'endUser' | 'agent';

interface Candidate {
  readonly side: Side;
  readonly text: string;
  /** Its place in the conversation. */
  readonly place: number;
  readonly score: number;
}

/** What was said by people, sentence by sentence. Bots, notes, pictures, greetings and thanks are left out. */
const candidatesOf = (messages: readonly Message[]): readonly Omit<Candidate, 'score'>[] =>
  messages
    .filter(
      ({ author, kind, internal }) =>
        (author === 'end-user' || author === 'agent') && kind === 'text' && internal !== true,
    )
    .flatMap(({ author, text }) => sentencesOf(text).map((sentence) => ({ author, sentence })))
    .map(({ author, sentence }, place) => ({
      side: author === 'agent' ? ('agent' as const) : ('endUser' as const),
      text: withoutGreeting(sentence),
      place,
    }))
    .filter(({ text }) => !saysNothing(text));

/** How often each weighty word is said; one that is said in most sentences tells nothing apart. */
const commonWords = (candidates: readonly { readonly text: string }[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { text } of candidates)
    for (const word of new Set(weightyWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(3, candidates.length * 0.6);
  return new Map([...counts].filter(([, count]) => count > 1 && count <= most));
};

const scored = (candidates: readonly Omit<Candidate, 'score'>[]): readonly Candidate[] => {
  const common = commonWords(candidates);
  const first = candidates.find(({ side }) => side === 'endUser');
  const last = candidates.findLast(({ side, text }) => side === 'agent' && !isQuestion(text));
  return candidates.map((candidate) => {
    const { side, text } = candidate;
    const topic = [...new Set(wordsOf(text))].reduce((sum, word) => sum + Math.min(common.get(word) ?? 0, 3) / 4, 0);
    let score = Math.min(topic, 2) + (hasFact(text) ? 1.5 : 0);
    if (wordsOf(text).length < 4 && !hasFact(text)) score -= 1.5;
    if (weightyWords(text).length === 0 && !hasFact(text)) score -= 1;
    if (candidate === first) score += 1.5;
    if (candidate === last) score += 1;
    if (side === 'endUser') score += (isQuestion(text) ? 1.5 : 0) + (asks(text) ? 1.5 : 0);
    // An agent's question is part of the way, not of what came out.
    else score += (isQuestion(text) ? -3 : 0) + (answers(text) ? 1.5 : 0) + (hasReference(text) ? 1 : 0);
    return { ...candidate, score };
  });
};

const sameThing = (a: string, b: string): boolean => {
  const [one, other] = [new Set(weightyWords(a)), new Set(weightyWords(b))];
  const shared = [...one].filter((word) => other.has(word)).length;
  return a === b || (shared > 0 && shared / Math.min(one.size, other.size) > 0.7 && !hasFact(b));
};

const ranked = (candidates: readonly Candidate[], side: Side, after: number): readonly Candidate[] =>
  candidates
    .filter((candidate) => candidate.side === side && candidate.place > after)
    .sort((a, b) => b.score - a.score || a.place - b.place);

/** The best sentences of one side; a second one only if it says something of its own. */
const best = (candidates: readonly Candidate[], side: Side, after = -1): readonly Candidate[] => {
  const [top, ...rest] = ranked(candidates, side, after);
  if (top === undefined) return [];
  const more = rest.filter(({ score, text }) => score >= 1.5 && !sameThing(top.text, text));
  return [top, ...more].slice(0, QUOTES_OF_A_SIDE);
};

/** What to quote, best first: what was asked, the number or amount it is about, what was answered. */
const quotesOf = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const asked = best(candidates, 'endUser');
  const about = asked.some(({ text }) => hasReference(text))
    ? undefined
    : ranked(candidates, 'endUser', -1).find(({ text }) => hasReference(text));
  // What was said right after a question is its answer; what was said before anybody asked is none.
  const replies = candidates.map((candidate) => {
    const before = candidates.findLast(({ side, place }) => side === 'endUser' && place < candidate.place);
    return before !== undefined && asked.includes(before) ? { ...candidate, score: candidate.score + 1 } : candidate;
  });
  const answered = best(replies, 'agent', asked.length === 0 ? -1 : Math.min(...asked.map(({ place }) => place)));
  return [...asked, ...(about === undefined ? [] : [about]), ...answered].slice(0, QUOTES);
};

const shortened = (text: string): string => {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
};

/**
 * A summarizer that works offline: it quotes the sentences that say what was asked and what was answered, at most four
 * in the order they were said, after a first line that marks the text as automatic. The same conversation
 * always gives the same summary. Rejects with `unsupported` where nothing was said.
 */
export const createExtractiveSummarizer = (): Summarizer => ({
  async summarize(messages, { locale, labels }) {
    const said = candidatesOf(messages);
    // Only greetings so far: better to quote one than to say nothing.
    const greeting = messages.find(
      ({ author, kind, text }) => author === 'end-user' && kind === 'text' && text.trim() !== '',
    );
    const candidates =
      said.length > 0 || greeting === undefined
        ? scored(said)
        : [{ side: 'endUser' as const, text: greeting.text.trim(), place: 0, score: 0 }];
    if (candidates.length === 0)
      throw new ConnectorError('unsupported', 'There is nothing to summarize: nobody has written anything yet.');
    // French sets a space before the colon.
    const colon = /^fr\b/iu.test(locale) ? '\u00a0: ' : ': ';
    const lines = [...quotesOf(candidates)]
      .sort((a, b) => a.place - b.place)
      .map(({ side, text }) => `${labels[side]}${colon}${shortened(text)}`);
    return { text: [labels.automatic, ...lines].join('\n'), automatic: true };
  },
});
