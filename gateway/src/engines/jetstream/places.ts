import type { StoredChat } from '../../engine.js';
import type { Kept } from './kept.js';
import type { Names } from './names.js';

/** A chat that an agent is about to get by the commit of this version. */
interface Place {
  readonly chat: string;
  readonly version: number;
  /** From then on (epoch ms) that commit is given up. */
  readonly until: number;
}

/**
 * Keeps an agent within a limit. A commit's compare and set guards its chat only, so before it the agent's own value is
 * changed, under compare and set too: to the chats that are about to be theirs. Of two tabs, at whatever gateways, the
 * second reads what the first is about to get.
 * There is nothing to give back: once a chat has that version, it is counted among the agent's open chats, or was lost.
 */
export const createPlaces = (
  kept: Kept,
  names: Names,
  now: () => number,
  /** How long a commit can be under way at most, in ms. */
  patience: number,
  /** After everything that was committed before the call was taken in. */
  look: () => Promise<{
    openOf: (agent: string) => readonly StoredChat[];
    version: (chatId: string) => number;
  }>,
): ((agent: string, chat: StoredChat, most: number) => Promise<boolean>) => {
  return (agent, chat, most) =>
    kept.update<readonly Place[]>(names.places(agent), async (places = []) => {
      const { openOf, version } = await look();
      const under = places.filter(
        (place) => place.chat !== chat.id && place.until > now() && version(place.chat) < place.version,
      );
      const others = new Set([...openOf(agent).map(({ id }) => id), ...under.map((place) => place.chat)]);
      others.delete(chat.id);
      if (others.size >= most) return undefined;
      return [...under, { chat: chat.id, version: chat.version, until: now() + 2 * patience }];
    });
};
