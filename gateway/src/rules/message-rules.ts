import { isSendable, type Author, type Message, type OutgoingMessage } from '../../../src/core/index.js';
import { refuse, type Decision } from './decision.js';

/** For how long a message may have been on its way and still stand at the time its writer gave, in milliseconds. */
const LONGEST_WAY = 24 * 60 * 60_000;

/** Whether an id can be kept by every engine and told by every wire: no U+0000, no half of a character. */
export const isKeepable = (id: string): boolean => id !== '' && id.length <= 200 && !/[\0\p{Cs}]/u.test(id);

/** Why a message cannot be kept, or `undefined`. */
export const refusalOf = ({ id, text }: OutgoingMessage, textLength: number): Decision | undefined => {
  if (!isKeepable(id)) return refuse('invalid', 'The id of a message is 1 to 200 characters.');
  if (!isSendable(text)) return refuse('invalid', 'A message needs words to send.');
  return text.length > textLength ? refuse('invalid', `A message is at most ${textLength} long.`) : undefined;
};

/** A message as it is kept: never from the future, and from long ago only if that may be. */
export const written = (author: Author, { id, text, time }: OutgoingMessage, now: number): Message => ({
  id,
  author,
  kind: 'text',
  text,
  time: time <= now && time >= now - LONGEST_WAY ? time : now,
});
