import { isOver, type ChatRecord, type ConnectorEvent, type Message } from '../../core/index.js';
import type { AgentHears, Message as WireMessage, OkFrame, SnapshotFrame } from '../../wire/index.js';

/** What an agent's follower needs of its link. */
export interface FollowedLink {
  history(chatId: string, after: number, upTo: number): Promise<OkFrame>;
  refetch(): void;
  serverNow(): number;
  /** A snapshot is due: from now on it, or its next part, must come within a while. */
  due(): void;
  /** It is complete. */
  came(): void;
}

/** Makes events of what a server tells an agent: each message once, in order, whatever the network did to the frames. */
export interface AgentFollower {
  /** Up to where each conversation was passed on. */
  cursors(): Readonly<Record<string, number>>;
  /** `welcome` comes first, and again after each broken connection. */
  hear(frame: AgentHears): void;
  /** What the answer to an own message said of it, which is as good as being told. */
  sent(chatId: string, message: WireMessage): void;
}

/** One conversation: what was passed on of it, and what must wait for a message before it. */
interface Conversation {
  /** The highest `seq` up to which all was passed on. */
  cursor: number;
  readonly held: Map<number, WireMessage>;
  /** Whether the messages in between were asked for. */
  filling: boolean;
  /** Whether it is nobody's yet. */
  waiting: boolean;
}

const byPlace = (one: WireMessage, other: WireMessage): number => one.seq - other.seq;

/** What does not wait for a snapshot that is coming in. */
const AT_ONCE: ReadonlySet<AgentHears['type']> = new Set(['welcome', 'snapshot', 'lost', 'pong']);

/** Of so many chats it is remembered how far their lives were told. */
const MOST_LIVES = 5000;

/** So many snapshots in a row may be late. A server that goes on so has begun to count anew. */
const MOST_DOUBTS = 3;

/** Which chat's life a frame tells of, and how far that has come. */
const lifeIn = (frame: AgentHears): { readonly id: string; readonly version?: number } | undefined => {
  if (frame.type === 'chat') return frame.chat;
  return 'chatId' in frame && 'version' in frame ? { ...frame, id: frame.chatId } : undefined;
};

/** What a snapshot brings, whatever its parts. */
interface Whole extends Pick<SnapshotFrame, 'chats' | 'resumed'> {
  /** A chat's messages, in order. */
  of(chatId: string): readonly WireMessage[];
}

/** The parts of a snapshot as one, each message once. */
const together = (parts: readonly SnapshotFrame[]): Whole => {
  const chats = new Map(parts.flatMap((part) => part.chats.map((chat) => [chat.id, chat])));
  const messages = new Map<string, Map<number, WireMessage>>();
  for (const part of parts)
    for (const [chatId, told] of Object.entries(part.messages)) {
      const known = messages.get(chatId) ?? new Map<number, WireMessage>();
      messages.set(chatId, known);
      for (const message of told) known.set(message.seq, message);
    }
  return {
    chats: [...chats.values()],
    resumed: parts[0]?.resumed === true,
    of: (chatId) => [...(messages.get(chatId)?.values() ?? [])].sort(byPlace),
  };
};

export const followAsAgent = (
  since: ReadonlyMap<string, number>,
  tell: (event: ConnectorEvent) => void,
  link: FollowedLink,
): AgentFollower => {
  const conversation = (cursor = 0, waiting = false): Conversation => ({
    cursor,
    held: new Map(),
    filling: false,
    waiting,
  });
  let chats = new Map([...since].map(([chatId, cursor]) => [chatId, conversation(cursor)]));
  /** How far the life of each chat was told, the longest known first. */
  const lives = new Map<string, number>();
  /** How many snapshots in a row were late. */
  let doubts = 0;
  /** The snapshot that is on its way, or none; `whole` where only one that does not go on from a cursor will do. */
  let awaited: 'any' | 'whole' | undefined;
  /** Its parts so far, by their places. */
  let parts = new Map<number, SnapshotFrame>();
  /** What was told between its parts, and before the first snapshot of a connection: it is passed on afterwards. */
  let later: AgentHears[] | undefined;

  const tellTime = (): void => tell({ type: 'server-time', serverTime: link.serverNow() });

  const refetch = (): void => {
    if (awaited === 'whole') return;
    awaited = 'whole';
    link.due();
    link.refetch();
  };

  const live = ({ id, version }: { readonly id: string; readonly version?: number }): void => {
    if (version === undefined) return;
    lives.set(id, version);
    for (const longest of lives.keys()) {
      if (lives.size <= MOST_LIVES) return;
      lives.delete(longest);
    }
  };

  /** Whether a frame tells of a life what was told already, or of a time before that. */
  const isOld = (frame: AgentHears): boolean => {
    const life = lifeIn(frame);
    if (life?.version === undefined) return false;
    const known = lives.get(life.id) ?? -1;
    if (life.version > known) live(life);
    // Swapped on the way: what came first was told to a desk that could not make use of it.
    if (life.version < known) refetch();
    return life.version <= known;
  };

  /** Takes messages in; gives those that can be passed on now, and asks for what is missing before the others. */
  const take = (chatId: string, one: Conversation, messages: readonly WireMessage[]): readonly Message[] => {
    for (const message of messages) if (message.seq > one.cursor) one.held.set(message.seq, message);
    const run: WireMessage[] = [];
    for (let next = one.held.get(one.cursor + 1); next !== undefined; next = one.held.get(one.cursor + 1)) {
      one.cursor = next.seq;
      one.held.delete(next.seq);
      run.push(next);
    }
    if (one.held.size > 0) void fill(chatId, one);
    return run;
  };

  const arrived = (chatId: string, messages: readonly WireMessage[]): void => {
    const one = chats.get(chatId);
    // The word that brought this chat got lost, or is late; or it is long done.
    if (one === undefined) return refetch();
    const run = take(chatId, one, messages);
    if (run.length > 0) tell({ type: 'messages', chatId, messages: run });
  };

  const fill = async (chatId: string, one: Conversation): Promise<void> => {
    if (one.filling) return;
    one.filling = true;
    const { cursor } = one;
    const answer = await link.history(chatId, cursor, Math.min(...one.held.keys()) - 1).catch(() => undefined);
    one.filling = false;
    // Otherwise a snapshot has told it meanwhile.
    if (chats.get(chatId) !== one) return;
    if (answer === undefined) return refetch();
    const { messages = [] } = answer;
    const places = [...one.held.keys(), ...messages.map(({ seq }) => seq)].filter((seq) => seq > one.cursor);
    // What even the server does not have would be waited for in vain.
    if (one.cursor === cursor && places.length > 0) one.cursor = Math.min(...places) - 1;
    arrived(chatId, messages);
  };

  const complete = (): void => {
    const {
      chats: records,
      resumed,
      of,
    } = together([...parts].sort(([one], [other]) => one - other).map(([, part]) => part));
    const before = chats;
    const heard = later ?? [];
    parts = new Map();
    later = undefined;
    const satisfied = !resumed || awaited === 'any';
    if (satisfied) awaited = undefined;
    chats = new Map();
    const messages: [string, readonly Message[]][] = [];
    // What was told before it came after it: it says how a chat stood before that.
    const late = doubts < MOST_DOUBTS && records.some(({ id, version = Infinity }) => version < (lives.get(id) ?? 0));
    doubts = late ? doubts + 1 : 0;
    if (!late) records.forEach(live);
    for (const { id, state } of records) {
      const told = of(id);
      const cursor = resumed ? (before.get(id)?.cursor ?? 0) : (told.at(-1)?.seq ?? 0);
      const one = conversation(cursor, state === 'waiting');
      chats.set(id, one);
      const run = resumed ? take(id, one, told) : told;
      if (run.length > 0) messages.push([id, run]);
    }
    tell({
      type: 'snapshot',
      serverTime: link.serverNow(),
      chats: records,
      messages: Object.fromEntries(messages),
      ...(resumed ? { resumed } : {}),
    });
    if (satisfied) link.came();
    for (const frame of heard) hear(frame);
    if (late) refetch();
  };

  const snapshot = (frame: SnapshotFrame): void => {
    // One that nobody asked for is an old one, told twice.
    if (awaited === undefined) return;
    link.due();
    later ??= [];
    const { part = parts.size, resumed } = frame;
    // Parts of one that was to be, before a whole one was asked for.
    if ([...parts.values()].some((other) => other.resumed !== resumed)) parts = new Map();
    parts.set(part, frame);
    const last = [...parts].find(([, one]) => one.last)?.[0];
    if (last !== undefined && parts.size > last) complete();
  };

  const known = ({ id, state }: ChatRecord): void => {
    if (isOver(state)) return void chats.delete(id);
    const one = chats.get(id) ?? conversation();
    one.waiting = state === 'waiting';
    chats.set(id, one);
  };

  const hear = (frame: AgentHears): void => {
    if (later !== undefined && !AT_ONCE.has(frame.type)) return void later.push(frame);
    if (isOld(frame)) return;
    switch (frame.type) {
      case 'welcome':
        awaited = 'any';
        parts = new Map();
        later = [];
        lives.clear();
        link.due();
        tellTime();
        if (frame.policy !== undefined) tell({ type: 'policy', policy: frame.policy });
        break;
      case 'pong':
        tellTime();
        break;
      case 'snapshot':
        snapshot(frame);
        break;
      case 'lost':
        lives.clear();
        refetch();
        break;
      case 'chat':
        known(frame.chat);
        tell(frame);
        break;
      case 'messages':
        arrived(frame.chatId, frame.messages);
        break;
      case 'withdrawn':
        if (chats.get(frame.chatId)?.waiting === true) chats.delete(frame.chatId);
        tell(frame);
        break;
      case 'done':
        chats.delete(frame.chatId);
        tell(frame);
        break;
      case 'policy':
      case 'typing':
      case 'left':
      case 'returned':
      case 'ended':
      case 'wrap-up-submitted':
        tell(frame);
        break;
      default:
      // Answers, and what is the link's own.
    }
  };

  return {
    hear,
    cursors: () =>
      Object.fromEntries([...chats].flatMap(([chatId, { cursor }]) => (cursor > 0 ? [[chatId, cursor]] : []))),
    sent(chatId, message) {
      if (chats.has(chatId)) hear({ type: 'messages', chatId, messages: [message] });
    },
  };
};
