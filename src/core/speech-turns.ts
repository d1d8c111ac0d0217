/** How long news is gathered before it is spoken, in milliseconds: a burst is one breath. */
const BREATH = 500;
/** More than this is not said in one turn; the rest waits, and by then may be no news. */
const MOST_IN_TURN = 3;
/** About how long a letter takes to be spoken, in milliseconds. Whoever says more meanwhile only makes a queue. */
const PER_LETTER = 60;
const LONGEST_QUIET = 6000;
/** Conversations that are not open are told of this far apart at least, in milliseconds. */
const OTHERS_EVERY = 10_000;

/** What there may be to say, in the order it is said in: what keeps the agent from working comes first. */
const ORDER = ['connection', 'notice', 'unsent', 'open', 'urgency', 'presence', 'requests', 'others'] as const;

/** `open`: messages of the conversation that is open; `others`: of all that are not. */
export type SpeechTopic = (typeof ORDER)[number];

/** What is to be said under one topic: of each chat (or empty), which things; each once. */
export type SpeechNews = ReadonlyMap<string, ReadonlySet<string>>;

/** When to say what, so that one voice serves all chats and is never behind. Times are epoch milliseconds. */
export interface SpeechTurns {
  /** When the next turn is; `Infinity` while nothing waits. */
  readonly dueAt: number;
  add(topic: SpeechTopic, now: number, chatId?: string, id?: string): void;
  /** What to say now, each topic in one announcement; it no longer waits then. */
  take(now: number): readonly (readonly [topic: SpeechTopic, news: SpeechNews])[];
  /** Tells how much was said: the next turn waits until it is spoken. */
  spoke(now: number, letters: number): void;
}

export const createSpeechTurns = (): SpeechTurns => {
  const waiting = new Map<SpeechTopic, { since: number; readonly news: Map<string, Set<string>> }>();
  let quietUntil = -Infinity;
  let othersAt = -Infinity;
  let lastNow = -Infinity;

  /** A clock that was put back must not make a long silence. */
  const look = (now: number): void => {
    if (now < lastNow) {
      quietUntil = othersAt = -Infinity;
      for (const told of waiting.values()) told.since = now;
    }
    lastNow = now;
  };
  const notBefore = (topic: SpeechTopic): number => Math.max(quietUntil, topic === 'others' ? othersAt : -Infinity);

  return {
    get dueAt() {
      return Math.min(...[...waiting].map(([topic, { since }]) => Math.max(since + BREATH, notBefore(topic))));
    },
    add(topic, now, chatId = '', id = '') {
      look(now);
      const told = waiting.get(topic) ?? { since: now, news: new Map<string, Set<string>>() };
      waiting.set(topic, told);
      told.news.set(chatId, (told.news.get(chatId) ?? new Set()).add(id));
    },
    take(now) {
      look(now);
      const topics = ORDER.filter((topic) => waiting.has(topic) && notBefore(topic) <= now).slice(0, MOST_IN_TURN);
      return topics.map((topic) => {
        const news: SpeechNews = waiting.get(topic)?.news ?? new Map();
        waiting.delete(topic);
        if (topic === 'others') othersAt = now + OTHERS_EVERY;
        return [topic, news];
      });
    },
    spoke(now, letters) {
      quietUntil = now + Math.min(letters * PER_LETTER, LONGEST_QUIET);
    },
  };
};
