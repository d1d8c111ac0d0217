import type { ChatState } from './life.js';
import { compareUrgency, type Urgency } from './response.js';

/** How a list of chats is sorted: as they came, or by how urgent a reply is. */
export type ChatOrder = 'arrival' | 'urgency';

/** What of a chat, beside its urgency, decides its place. */
export interface OrderedChat {
  readonly id: string;
  readonly state: ChatState;
}

/**
 * Chats that came in order of arrival, in an order; those of the same urgency, and requests among themselves, as they came.
 *
 * A request stands where an urgent reply ends and one that has time begins: nobody looks after its end user yet, but a
 * reply that is late, or all but late, breaks a promise that somebody was given.
 */
export const inOrder = <T extends OrderedChat>(
  chats: readonly T[],
  order: ChatOrder,
  urgencyOf: (chat: T) => Urgency,
): readonly T[] => {
  if (order !== 'urgency') return chats;
  const isWaiting = ({ state }: T): boolean => state === 'waiting';
  const weighed = chats.map((chat) => ({ chat, urgency: isWaiting(chat) ? 'soon' : urgencyOf(chat) }) as const);
  weighed.sort((a, b) => compareUrgency(b.urgency, a.urgency) || Number(isWaiting(b.chat)) - Number(isWaiting(a.chat)));
  return weighed.map(({ chat }) => chat);
};

/** Chats in the order in which their ids stood before; those that are new come last, as they are. */
export const inOrderOf = <T extends OrderedChat>(chats: readonly T[], before: readonly string[]): readonly T[] => {
  const places = new Map(before.map((id, place) => [id, place]));
  const placeOf = ({ id }: T): number => places.get(id) ?? before.length;
  return [...chats].sort((a, b) => placeOf(a) - placeOf(b));
};
