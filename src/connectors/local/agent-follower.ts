import { warnOnce } from '../../core/warn-once.js';
import { given, type ConnectionState, type ConnectorError, type ConnectorEvent } from '../../core/index.js';
import type { LocalCentre } from './centre.js';
import { leave } from './end-user-commands.js';
import { watchPresence } from './presence.js';
import { readNews, readPicture, type News, type Picture } from './reading.js';
import type { StoredChat } from './schema.js';
import { toldNews, toldPicture } from './telling.js';

/** One agent's tab that keeps up with the centre's log. */
export interface AgentFollower {
  /** Tells what is new. Resolves when all that was stored before the call has been told; never rejects. */
  pull(): Promise<void>;
  close(): void;
}

interface Look {
  readonly picture?: Picture;
  readonly news?: readonly News[];
  readonly place: number;
  /** The database it was seen in: another one, opened after the first was deleted, begins anew. */
  readonly database: IDBDatabase;
}

/** Follows the centre for one agent and tells it as connector events: a snapshot first, then every change in order. */
export const followAsAgent = (
  centre: LocalCentre,
  agent: string,
  tell: (event: ConnectorEvent) => void,
): AgentFollower => {
  const own = new Set<string>();
  const watches = new Map<string, () => void>();
  let closed = false;
  let connection: ConnectionState = 'connecting';
  let seen: Look | undefined;
  let tail = Promise.resolve();
  let pulling: Promise<void> | undefined;

  const say = (event: ConnectorEvent): void => {
    if (!closed) tell(event);
  };
  const connect = (state: ConnectionState, reason?: string): void => {
    if (connection === state) return;
    connection = state;
    say(given({ type: 'connection', state, reason }));
  };

  const unwatch = (chatId: string): void => {
    watches.get(chatId)?.();
    watches.delete(chatId);
  };
  /** Watches over end users whose page going away means that they left. */
  const mind = (chat: StoredChat): void => {
    const { id, state, presence, endUser } = chat;
    const mine = chat.agent === agent;
    if (mine && state !== 'done') own.add(id);
    else own.delete(id);
    if (!presence || !(state === 'waiting' || (state === 'active' && mine))) return unwatch(id);
    if (watches.has(id)) return;
    const gone = (): void => {
      watches.delete(id);
      // Refused only if the chat or the whole centre is gone: then nobody needs to know.
      centre.change((stores) => leave(stores, id, false, centre.clock.now())).catch(() => undefined);
    };
    watches.set(id, watchPresence(centre.name, endUser.id, centre.clock, gone));
  };

  const look = async (): Promise<void> => {
    let next: Look;
    try {
      next = await centre.read(async (stores) => {
        const { db: database } = stores;
        const found = seen?.database === database ? await readNews(stores, agent, seen.place) : undefined;
        if (found !== undefined) return { ...found, database };
        const picture = await readPicture(stores, agent);
        return { picture, place: picture.place, database };
      });
    } catch (error) {
      const { message } = error as ConnectorError;
      // Whoever embeds the tags looks into the console first.
      warnOnce(globalThis, `the connector local/${centre.name} is offline. ${message}`);
      return connect('offline', message);
    }
    seen = { place: next.place, database: next.database };
    if (closed) return;
    if (next.picture !== undefined) {
      own.clear();
      for (const chatId of [...watches.keys()]) unwatch(chatId);
      for (const chat of next.picture.chats) mind(chat);
      say(toldPicture(next.picture, centre.clock.now()));
    }
    for (const entry of next.news ?? []) {
      mind(entry.chat);
      for (const event of toldNews(entry, agent)) say(event);
    }
    connect('online');
  };

  /** One thing after the other, so that typing is not told before the message that was typed earlier. */
  const queue = (task: () => Promise<void> | void): Promise<void> =>
    (tail = tail.then(() => (closed ? undefined : task())).catch((error: unknown) => reportError(error)));

  const pull = (): Promise<void> =>
    (pulling ??= queue(() => {
      pulling = undefined;
      return look();
    }));

  const stop = centre.listen((message) => {
    if (message.type === 'poke') return void pull();
    const { chatId, by, typing, preview } = message;
    if (by !== 'end-user') return;
    void queue(() => {
      if (own.has(chatId)) say(given({ type: 'typing', chatId, typing, preview }));
    });
  });
  void pull();

  return {
    pull,
    close() {
      closed = true;
      for (const chatId of [...watches.keys()]) unwatch(chatId);
      stop();
    },
  };
};
