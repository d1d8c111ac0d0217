import type { ChatRecord, Message } from '../../src/core/index.js';
import { seededRandom } from '../../src/testing/faults/seeded-random.js';

/** The chat of a conversation that stands alone. */
export const CHAT = 'chat-1';

/** When the first message of every conversation was written. */
const BEGIN = Date.UTC(2026, 0, 5, 9);
/** How long after one message the next is written, in milliseconds. */
const PACE = 9000;

const WORDS =
  'hello yes no please thank you the my your order invoice number delivery address parcel account could would when where how today tomorrow yesterday refund payment change cancel check send received wait a moment I we see find problem screen login password confirmed open closed because with about and of course sorry great perfect reference colleague question answer price plan connection router light red green restart again works'.split(
    ' ',
  );

/** Stands in no text but at the beginning of a mark. */
export const MARK_BEGINS = '[';

/** What stands at the end of a message's text, and nowhere else: what a hit-test looks for. */
export const markOf = (chatId: string, place: number): string => `${MARK_BEGINS}${chatId}/${place}]`;

/** The place that the mark in a text tells; `undefined` without one. */
export const placeIn = (text: string): number | undefined => {
  const place = /\/(\d+)\]/.exec(text)?.[1];
  return place === undefined ? undefined : Number(place);
};

/** Words as people write them to a contact centre: mostly a line, sometimes a paragraph. */
const textOf = (place: number): string => {
  const random = seededRandom(place + 1);
  const length = Math.min(90, 2 + Math.floor(-Math.log(1 - random()) * 9));
  const said = Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]);
  return said.join(' ');
};

/** One message of a conversation; end user and agent take turns. `place` counts from 1. */
export const messageAt = (chatId: string, place: number): Message => {
  const own = place % 2 === 0;
  return {
    id: `${chatId}/${place}`,
    author: own ? 'agent' : 'end-user',
    kind: 'text',
    text: `${textOf(place)} ${markOf(chatId, place)}`,
    time: BEGIN + place * PACE,
    seq: place,
    ...(own ? { delivery: 'sent' } : {}),
  };
};

export const conversation = (chatId: string, count: number): readonly Message[] =>
  Array.from({ length: count }, (_, index) => messageAt(chatId, index + 1));

/** A chat as the back end tells of it: the end user wrote its first message. */
export const recordOf = (id: string, state: ChatRecord['state']): ChatRecord => {
  const { time } = messageAt(id, 1);
  return {
    id,
    channel: 'web',
    endUser: { id: `person of ${id}`, phone: '+15550100' },
    state,
    requestedAt: time,
    waiting: 1,
    ...(state === 'active' ? { acceptedAt: time } : {}),
  };
};
