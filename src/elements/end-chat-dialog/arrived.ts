import { isFromEndUser, type Message } from '../../core/index.js';

/** The end user's newest message, by which later ones are known. */
export const newestFromEndUser = (messages: readonly Message[]): string | undefined =>
  messages.findLast(isFromEndUser)?.id;

/** The end user's messages after the one with the id `after`, oldest first; all of them where `after` is absent. */
export const arrivedAfter = (messages: readonly Message[], after: string | undefined): readonly Message[] => {
  const arrived: Message[] = [];
  // From the end: what is new is short, the conversation may be long.
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message === undefined || (after !== undefined && message.id === after)) break;
    if (isFromEndUser(message)) arrived.push(message);
  }
  return arrived.reverse();
};
