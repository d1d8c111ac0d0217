import { ConnectorError, given, type Message } from '../../src/core/index.js';
import type {
  AgentHears,
  AgentSends,
  Disposition,
  HistoryFrame,
  SummarizeFrame,
  TypingFrame,
} from '../../src/wire/index.js';
import { lookAt } from './centre.js';
import type { Command, Outcome } from './commands.js';
import type { KeptMessage, StoredChat } from './engine.js';
import { inParts, snapshotFrames, toldMessages } from './frame-size.js';
import { agentNeedsAfter, agentNews, chatAsTold, isThere } from './picture.js';
import { abilitiesOf, dispositionsOf } from './policy-file.js';
import { accept, done, end, send, submit, type Agent } from './rules/agent-rules.js';
import { hasEnded, refuse, NO_SUCH_CHAT, type Refused } from './rules/decision.js';
import { isKeepable } from './rules/message-rules.js';
import {
  answerOf,
  createAnswerer,
  createTeller,
  cursorOf,
  type Answer,
  type Session,
  type SessionOptions,
} from './session.js';
import type { TypingWord } from './whispers.js';

/** How many messages are read at once to fill a frame of history. */
const MOST_AT_ONCE = 500;

export interface AgentSessionOptions extends SessionOptions<AgentHears> {
  readonly agent: Agent;
}

/** The newest of what was read of each chat. */
const newestById = (chats: readonly StoredChat[]): ReadonlyMap<string, StoredChat> => {
  const found = new Map<string, StoredChat>();
  for (const chat of chats) if ((found.get(chat.id)?.version ?? 0) < chat.version) found.set(chat.id, chat);
  return found;
};

/**
 * An agent's desk at one socket. It listens first, then reads, and from then on tells what differs from what it told
 * last: nothing is lost between reading and listening, and told of twice, nothing is told twice.
 */
export const startAgentSession = (options: AgentSessionOptions): Session<AgentSends> => {
  const { agent, tell, fail, centre } = options;
  const { engine, hub, turns, clock, policy, limits } = centre;
  /** Each chat that the desk has, as it was told last. */
  const told = new Map<string, StoredChat>();
  /** Chats of which there may be something to tell. */
  const pending = new Set<string>();
  const typingIn = new Set<string>();
  /** What was typed in chats that the desk does not have yet. */
  const typed = new Map<string, TypingWord>();
  /** The cursors of a snapshot that is to be told. */
  let snapshot: AgentSessionOptions['cursors'] = options.cursors ?? {};

  const tellSnapshot = async (cursors: Readonly<Record<string, number>>): Promise<void> => {
    const [waiting, own] = await Promise.all([hub.waiting(), engine.ofAgent(agent.id)]);
    const chats = [...newestById([...waiting, ...own]).values()].filter((chat) => isThere(chat, agent));
    chats.sort((a, b) => a.arrival - b.arrival || (a.id < b.id ? -1 : 1));
    const mine = chats.filter((chat) => chat.agent === agent.id);
    // A cursor beyond what is there is of a history that was lost: then all is told anew.
    const resumed = Object.keys(cursors).length > 0 && mine.every(({ id, count }) => cursorOf(cursors, id) <= count);
    const conversations = await Promise.all(
      mine.map(async ({ id, count }): Promise<readonly [string, readonly KeptMessage[]]> => {
        return [id, await hub.messages(id, resumed ? cursorOf(cursors, id) : 0, count)];
      }),
    );
    if (teller.closed) return;
    told.clear();
    for (const chat of chats) told.set(chat.id, chat);
    const head = { serverTime: clock.now(), resumed };
    for (const frame of snapshotFrames(chats.map(chatAsTold), new Map(conversations), head, limits.frameBytes))
      tell(frame);
  };

  const tellNews = async (chatId: string): Promise<void> => {
    const chat = hub.seen(chatId) ?? (await hub.find(chatId));
    const before = told.get(chatId);
    if (chat === undefined || teller.closed) return;
    const after = agentNeedsAfter(before, chat, agent);
    const found = after === undefined ? [] : hub.messages(chatId, after, chat.count);
    // What is in mind is told in the same breath.
    const messages = found instanceof Promise ? await found : found;
    if (teller.closed) return;
    for (const frame of agentNews(before, chat, agent, messages, limits.frameBytes)) tell(frame);
    if (!isThere(chat, agent)) told.delete(chatId);
    else if (before === undefined || before.version < chat.version) told.set(chatId, chat);
  };

  const tellTyping = ({ chatId, typing, preview }: TypingWord): void =>
    tell({ type: 'typing', chatId, typing, ...given({ preview }) });

  /** What there is to tell of a chat, and what was typed in it meanwhile. */
  const tellOf = async (chatId: string): Promise<void> => {
    await tellNews(chatId);
    const word = typed.get(chatId);
    typed.delete(chatId);
    if (word !== undefined && told.get(chatId)?.agent === agent.id) tellTyping(word);
  };

  const teller = createTeller(() => {
    const cursors = snapshot;
    if (cursors !== undefined) {
      snapshot = undefined;
      return tellSnapshot(cursors);
    }
    const [chatId] = pending;
    if (chatId === undefined) return undefined;
    pending.delete(chatId);
    return tellOf(chatId);
  }, fail);

  const leaveHub = hub.join({
    role: 'agent',
    id: agent.id,
    news(chat) {
      if (!teller.busy && !told.has(chat.id) && !isThere(chat, agent)) return;
      pending.add(chat.id);
      teller.go();
    },
    lookAgain() {
      for (const chatId of told.keys()) pending.add(chatId);
      engine.ofAgent(agent.id).then((own) => {
        for (const { id } of own) pending.add(id);
        teller.go();
      }, fail);
      teller.go();
    },
    hear(word) {
      if (told.get(word.chatId)?.agent === agent.id) tellTyping(word);
      // The chat is the agent's already, and is about to be told.
      else if (hub.seen(word.chatId)?.agent === agent.id) typed.set(word.chatId, word);
    },
  });
  const unsubscribe = policy.subscribe((now) => tell({ type: 'policy', policy: { ...now.policy } }));

  const answer = createAnswerer({ tell, fail, centre });

  const change = (chatId: string, command: Omit<Command, 'look'>): Promise<Outcome> =>
    turns.take(chatId, () => centre.run({ ...command, look: lookAt(centre, chatId) }));

  const refused = (id: string, { refusal }: Refused): Answer => answerOf(id, { refusal });

  const ownChat = async (chatId: string): Promise<StoredChat | undefined> => {
    const chat = await lookAt(centre, chatId)(true);
    return chat?.agent === agent.id ? chat : undefined;
  };

  const NOT_YOURS = refuse('not-allowed', 'The chat is not yours.');

  const history = async ({ id, chatId, after, upTo = Infinity }: HistoryFrame): Promise<Answer> => {
    // Looked at anew: what was seen last may lack what is asked for.
    const chat = await hub.find(chatId);
    if (chat === undefined) return refused(id, NO_SUCH_CHAT);
    if (chat.agent !== agent.id) return refused(id, NOT_YOURS);
    const last = Math.min(upTo, chat.count);
    const found = after < last ? await engine.messages(chatId, after, last, MOST_AT_ONCE) : [];
    const [part = []] = inParts(found, limits.frameBytes);
    return { type: 'ok', id, messages: toldMessages(part), more: (part.at(-1)?.seq ?? last) < last };
  };

  const summarize = async ({ id, chatId, locale, labels }: SummarizeFrame): Promise<Answer> => {
    const chat = await ownChat(chatId);
    if (chat === undefined) return refused(id, NOT_YOURS);
    if (abilitiesOf(policy.value, chat.channel).summary === false)
      return refused(id, refuse('unsupported', 'This channel has no summaries.'));
    const messages: readonly Message[] = await engine.messages(chatId, 0);
    try {
      const { text, automatic } = await centre.summarizer.summarize(messages, { locale, labels });
      return { type: 'ok', id, summary: { text: text.slice(0, limits.textLength), automatic } };
    } catch (error) {
      if (error instanceof ConnectorError) return refused(id, refuse(error.code, error.message));
      throw error;
    }
  };

  const setTyping = async ({ chatId, typing }: TypingFrame): Promise<void> => {
    const chat = await ownChat(chatId);
    if (chat === undefined || hasEnded(chat.state)) return;
    if (abilitiesOf(policy.value, chat.channel).typing === false) return;
    if (typing) typingIn.add(chatId);
    else typingIn.delete(chatId);
    centre.tellTyping({ type: 'typing', role: 'end-user', to: chat.endUser.id, chatId, typing });
  };

  const openChats = async (): Promise<{ readonly open: number; readonly limit: number }> => {
    const { limit } = policy.value;
    return limit === undefined
      ? { open: 0, limit: Infinity }
      : { open: (await engine.ofAgent(agent.id)).length, limit };
  };

  teller.go();

  return {
    handle(frame) {
      const now = clock.now();
      if ('chatId' in frame && !isKeepable(frame.chatId)) {
        if ('id' in frame) answer(async () => refused(frame.id, NO_SUCH_CHAT));
        return;
      }
      const changed = (id: string, chatId: string, command: Omit<Command, 'look'>): void =>
        answer(async () => answerOf(id, await change(chatId, command)));
      switch (frame.type) {
        case 'accept':
          return changed(frame.id, frame.chatId, {
            decide: async (chat) => accept(chat, agent, await openChats(), now),
            ...given({ most: policy.value.limit }),
          });
        case 'send':
          return changed(frame.id, frame.chatId, {
            decide: (chat) => send(chat, agent, frame.message, limits.textLength, now),
            says: { author: 'agent', id: frame.message.id },
          });
        case 'end':
          return changed(frame.id, frame.chatId, { decide: (chat) => end(chat, agent, now) });
        case 'submit':
          return changed(frame.id, frame.chatId, {
            decide: (chat) => submit(chat, agent, frame.values, frame.reason, limits.textLength),
          });
        case 'done':
          return changed(frame.id, frame.chatId, { decide: (chat) => done(chat, agent) });
        case 'typing':
          return void setTyping(frame).catch(fail);
        case 'history':
          return answer(() => history(frame));
        case 'summarize':
          return answer(() => summarize(frame));
        case 'dispositions': {
          const tree = dispositionsOf(policy.value, frame.queue);
          return answer(async () =>
            tree === undefined
              ? refused(frame.id, refuse('unsupported', 'This server has no list of dispositions.'))
              : { type: 'ok', id: frame.id, dispositions: tree as Disposition[] },
          );
        }
        case 'refetch':
          snapshot = {};
          return teller.go();
        default:
      }
    },
    close() {
      teller.close();
      leaveHub();
      unsubscribe();
      for (const chatId of typingIn) {
        const endUser = told.get(chatId)?.endUser.id;
        if (endUser !== undefined)
          centre.tellTyping({ type: 'typing', role: 'end-user', to: endUser, chatId, typing: false });
      }
    },
  };
};
