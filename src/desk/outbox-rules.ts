import type { Channel, Message, Naming } from '../core/index.js';
import { isNumber, listOf, matching, oneOf, optional, shape, string } from '../core/shape.js';

/** An agent's message on its way, or what became of it lately: all tabs of the agent go by the same list. */
export interface OutboxItem {
  /** The message's client id. */
  readonly id: string;
  readonly chatId: string;
  readonly text: string;
  /** When the agent sent it; epoch milliseconds on the server's clock, as all times here. */
  readonly time: number;
  /** When it fails by itself; for what is settled, when that may be forgotten. */
  readonly until: number;
  readonly state: 'sending' | 'failed' | 'sent' | 'discarded';
  /** The desk that has it in hand. */
  readonly by: string;
  /** How often it was changed. */
  readonly change: number;
  /** Whom it was written to, for when the chat is no longer there to be asked. */
  readonly channel: Channel;
  readonly naming: Naming;
}

/** So long it is remembered what became of a message, for tabs that sleep meanwhile. */
const REMEMBERED = 3_600_000;

/** Of no more settled messages than this it is remembered, however many were sent meanwhile. */
const MOST_REMEMBERED = 200;

export const isUnsent = ({ state }: OutboxItem): boolean => state === 'sending' || state === 'failed';

/** The item as the conversation shows it. */
export const messageOf = ({ id, text, time, state }: OutboxItem): Message => ({
  id,
  author: 'agent',
  kind: 'text',
  text,
  time,
  delivery: state === 'sending' ? 'sending' : 'failed',
});

/** The item after one more change by `by`. */
export const changedItem = (
  item: OutboxItem,
  by: string,
  change: Partial<Pick<OutboxItem, 'state' | 'time' | 'until'>>,
): OutboxItem => ({ ...item, ...change, by, change: item.change + 1 });

/** What stays of an item once all is said: no words, no name. */
export const settledItem = (item: OutboxItem, by: string, state: 'sent' | 'discarded', now: number): OutboxItem => ({
  ...changedItem(item, by, { state, until: now + REMEMBERED }),
  text: '',
  naming: { by: 'nothing' },
});

const rank = { failed: 0, sending: 1, discarded: 2, sent: 3 } as const;

/** Whether `a` is what counts of two versions of one item: what is settled stays, else the one changed more often. */
const counts = (a: OutboxItem, b: OutboxItem): boolean => {
  const over = Math.max(1, rank[a.state]) - Math.max(1, rank[b.state]);
  const ahead = over || a.change - b.change || rank[a.state] - rank[b.state];
  return ahead === 0 ? a.by > b.by : ahead > 0;
};

/**
 * What two tabs know, taken together: whichever writes last, nothing of either is lost. Oldest first; of the same time, as
 * they were written.
 */
export const merged = (mine: readonly OutboxItem[], theirs: readonly OutboxItem[]): readonly OutboxItem[] => {
  const all = new Map(mine.map((item) => [item.id, item]));
  for (const item of theirs) {
    const known = all.get(item.id);
    if (known === undefined || counts(item, known)) all.set(item.id, item);
  }
  return [...all.values()].sort((a, b) => a.time - b.time);
};

/** Without what need not be remembered any more. All tabs leave out the same, or they would never agree. */
export const remembered = (items: readonly OutboxItem[], now: number): readonly OutboxItem[] => {
  const settled = items.filter((item) => !isUnsent(item) && item.until > now);
  settled.sort((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1));
  const kept = new Set(settled.slice(0, MOST_REMEMBERED));
  return items.filter((item) => isUnsent(item) || kept.has(item));
};

const number = matching('a number', isNumber);
const naming = shape<{ readonly by: string; readonly text?: string }>({
  by: oneOf('name', 'phone', 'nothing'),
  text: optional(string),
});

export const readOutbox = listOf(
  shape<OutboxItem>({
    id: string,
    chatId: string,
    text: string,
    time: number,
    until: number,
    state: oneOf('sending', 'failed', 'sent', 'discarded'),
    by: string,
    change: number,
    channel: string,
    naming: (value, path, tell) => naming(value, path, tell) as Naming | undefined,
  }),
);
