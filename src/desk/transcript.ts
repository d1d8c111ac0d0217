import type { Delivery, Message } from '../core/index.js';
import type { By } from './happenings.js';

/** What came of telling a transcript messages. */
export interface Arrival {
  /** Those it did not have, as it keeps them. An own message is among them once it is accepted. */
  readonly added: readonly Message[];
  /** Whether all went to the end of what was settled. */
  readonly inOrder: boolean;
  /** Who sent those that this desk sent. */
  readonly own: ReadonlyMap<string, By>;
}

/** What the pure rules may read of a transcript. */
export interface TranscriptView {
  /** Accepted messages by `seq`, then those not accepted yet. The same list for life: it grows in place. */
  readonly items: readonly Message[];
  /** How many of the oldest are not among the items now, but in the storage: those with a `seq` up to this. */
  readonly away: number;
  /** Grows with every change. */
  readonly version: number;
  /** The highest `seq` that is held back, if there is one. */
  readonly heldUpTo?: number;
}

/** One conversation: an append-only store beside the desk's state. No message is in it twice. */
export interface Transcript extends TranscriptView {
  /**
   * Adds what is new, in order of `seq`; what comes after a gap is held back until that is filled. `answer`: the back end's
   * word on one message, which may be quicker than what came before it, so that nothing is missing yet.
   */
  receive(messages: readonly Message[], answer?: boolean): Arrival;
  /** Takes these as all that is settled; what is not accepted yet stays. */
  replace(messages: readonly Message[]): Arrival;
  /** Puts an own message that is not accepted yet at the end. One that is known already stays as it is. */
  hold(message: Message, by: By): void;
  /** Changes an own message that is not accepted yet. */
  amend(id: string, change: Pick<Message, 'delivery'> & Partial<Pick<Message, 'time'>>, by?: By): void;
  /** Takes an own message out that is not accepted yet. */
  drop(id: string): void;
  find(id: string): Message | undefined;
  /** What is missing before the first message that is held back: from after `after` up to `upTo`. */
  gap(): { readonly after: number; readonly upTo: number } | undefined;
  /** The highest `seq` up to which nothing is missing; 0 if there is none. */
  cursor(): number;
  /**
   * The oldest items, as many as `most`, that can be taken away: only a conversation that is known from its first message
   * on can do without some, as then they are known by their `seq` alone.
   */
  oldest(most: number): readonly Message[];
  /** Lets go of its oldest items; says whether they are these. */
  putAway(oldest: readonly Message[]): boolean;
  /** Takes back the newest of what is away. */
  bringBack(messages: readonly Message[]): void;
}

/** Makes an empty transcript. `word` is what the connector's acceptance of a message is worth. */
export const createTranscript = (word: Delivery): Transcript => {
  const items: Message[] = [];
  const unsettled = new Map<string, By>();
  /** The ids of settled messages, each with its place: its `seq`, or that of its predecessor where it has none. */
  const places = new Map<string, number>();
  let version = 0;
  /** The `seq` up to which nothing is missing. */
  let cursor = 0;
  /** What came after a gap, by `seq`, and whether something is missing before it for sure. */
  const ahead = new Map<number, { readonly message: Message; readonly sure: boolean }>();
  /** The lowest `seq` of those that are sure; what the cursor has passed says nothing. */
  let sureFrom = Infinity;
  let away = 0;

  const firstUnsettled = (): number => items.length - unsettled.size;
  const placeAt = (index: number): number => places.get(items[index]?.id ?? '') ?? 0;

  /** Behind all that is settled and has this place, or an earlier one. Mostly that is the end. */
  const indexBehind = (place: number): number => {
    let high = firstUnsettled();
    if (high === 0 || placeAt(high - 1) <= place) return high;
    let low = 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeAt(middle) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const settle = (message: Message): boolean => {
    const end = firstUnsettled();
    const place = message.seq ?? (end === 0 ? 0 : placeAt(end - 1));
    const index = indexBehind(place);
    items.splice(index, 0, message);
    places.set(message.id, place);
    return index === end;
  };

  const indexOf = (id: string): number => {
    const place = places.get(id);
    if (place === undefined && !unsettled.has(id)) return -1;
    let index = (place === undefined ? items.length : indexBehind(place)) - 1;
    while (index >= 0 && items[index]?.id !== id) index -= 1;
    return index;
  };

  const takeOut = (id: string): void => {
    const index = indexOf(id);
    if (index >= 0) items.splice(index, 1);
  };

  const accepted = (message: Message): Message =>
    message.author !== 'agent' || message.internal === true || message.delivery === word
      ? message
      : { ...message, delivery: word };

  const amend: Transcript['amend'] = (id, change, by) => {
    if (!unsettled.has(id)) return;
    const index = indexOf(id);
    const item = items[index];
    if (item === undefined) return;
    items[index] = { ...item, ...change };
    if (by !== undefined) unsettled.set(id, by);
    version += 1;
  };

  const lowestSure = (): number => {
    let lowest = Infinity;
    for (const [seq, { sure }] of ahead) if (sure && seq < lowest) lowest = seq;
    return lowest;
  };

  /** What was told, with what was held back behind it, as far as it may be shown now. */
  const inTurn = (messages: readonly Message[], answer: boolean): readonly Message[] => {
    const now: Message[] = [];
    for (const told of messages) {
      const { seq = cursor } = told;
      if (seq > cursor + 1) {
        const sure = !answer || ahead.get(seq)?.sure === true;
        ahead.set(seq, { message: told, sure });
        if (sure) sureFrom = sureFrom <= cursor ? lowestSure() : Math.min(sureFrom, seq);
        // It is sent, though its place is not known yet.
        amend(told.id, { delivery: word });
        continue;
      }
      now.push(told);
      ahead.delete(seq);
      cursor = Math.max(cursor, seq);
    }
    for (let next = ahead.get(cursor + 1); next !== undefined; next = ahead.get(cursor + 1)) {
      now.push(next.message);
      cursor += 1;
      ahead.delete(cursor);
    }
    return now;
  };

  const take = (messages: readonly Message[]): Arrival => {
    const added: Message[] = [];
    const own = new Map<string, By>();
    let inOrder = true;
    let touched = false;
    for (const told of messages) {
      if ((told.seq ?? places.get(told.id) ?? Infinity) <= away) continue;
      const known = places.has(told.id) ? transcript.find(told.id) : undefined;
      // A message that was handed over without a place may be told again with it.
      if (known !== undefined && (known.seq !== undefined || told.seq === undefined)) continue;
      const message = accepted(told);
      const by = unsettled.get(told.id);
      if (known !== undefined || by !== undefined) takeOut(told.id);
      unsettled.delete(told.id);
      places.delete(told.id);
      inOrder = settle(message) && inOrder;
      touched = true;
      if (known !== undefined) continue;
      added.push(message);
      if (by !== undefined) own.set(message.id, by);
    }
    if (touched) version += 1;
    return { added, inOrder, own };
  };

  const transcript: Transcript = {
    items,
    get away() {
      return away;
    },
    get version() {
      return version;
    },
    get heldUpTo() {
      return [...ahead.keys()].reduce((highest, seq) => Math.max(highest, seq), 0);
    },
    receive: (messages, answer = false) => take(inTurn(messages, answer)),
    replace(messages) {
      const before = new Set(places.keys());
      const wasAway = away;
      away = 0;
      items.splice(0, firstUnsettled());
      places.clear();
      version += 1;
      ahead.clear();
      sureFrom = Infinity;
      // It may be told from the middle on, but not with gaps.
      cursor = messages.reduce((lowest, { seq = Infinity }) => Math.min(lowest, seq), Infinity) - 1;
      if (cursor === Infinity) cursor = 0;
      const arrival = take(inTurn(messages, false));
      const isNew = ({ id, seq = Infinity }: Message): boolean => seq > wasAway && !before.has(id);
      return { ...arrival, added: arrival.added.filter(isNew), inOrder: false };
    },
    hold(message, by) {
      if (places.has(message.id) || unsettled.has(message.id)) return;
      items.push(message);
      unsettled.set(message.id, by);
      version += 1;
    },
    amend,
    drop(id) {
      if (!unsettled.has(id)) return;
      takeOut(id);
      unsettled.delete(id);
      version += 1;
    },
    find: (id) => items[indexOf(id)],
    gap() {
      if (sureFrom <= cursor) sureFrom = lowestSure();
      return sureFrom === Infinity ? undefined : { after: cursor, upTo: sureFrom - 1 };
    },
    cursor: () => cursor,
    oldest(most) {
      const oldest = items.slice(0, Math.min(most, firstUnsettled()));
      const end = oldest.findIndex(({ seq }, index) => seq !== away + index + 1);
      return end < 0 ? oldest : oldest.slice(0, end);
    },
    putAway(oldest) {
      if (oldest.length === 0 || oldest.some((message, index) => items[index] !== message)) return false;
      items.splice(0, oldest.length);
      // Word of an agent's message may come without its place, and late: by its id it is known.
      for (const { id, author } of oldest) if (author !== 'agent') places.delete(id);
      away += oldest.length;
      version += 1;
      return true;
    },
    bringBack(messages) {
      items.unshift(...messages.map(accepted));
      for (const { id, seq = 0 } of messages) places.set(id, seq);
      away -= messages.length;
      version += 1;
    },
  };
  return transcript;
};
