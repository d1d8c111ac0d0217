import { ConnectorError, given, type Message } from '../../src/core/index.js';
import type {
  AgentHears,
  AgentSends,
  Disposition,
  HistoryFrame,
  SummarizeFrame,
  TypingFrame,
} from '../../src/wire/index.js';
import { answerOf, lookAt, type Answer, type Centre, type Session } from './centre.js';
import type { Command, Outcome } from './commands.js';
import type { KeptMessage, StoredChat } from './engine.js';
import { inParts, snapshotFrames, toldMessages } from './frame-size.js';
import { agentNeedsAfter, agentNews, chatAsTold, isThere } from './picture.js';
import { abilitiesOf, dispositionsOf } from './policy-file.js';
import { accept, done, end, send, submit, type Agent } from './rules/agent-rules.js';
import { hasEnded, refuse, NO_SUCH_CHAT, type Refused } from './rules/decision.js';
import { isKeepable } from './rules/message-rules.js';
import type { TypingWord } from './whispers.js';

type Cursors = Readonly<Record<string, number>>;

/** How many messages are read at once to fill a frame of history. */
const MOST_AT_ONCE = 500;

export interface AgentSessionOptions {
  readonly agent: Agent;
  /** What the desk has of each conversation. */
  readonly cursors: Cursors | undefined;
  readonly tell: (frame: AgentHears) => void;
  /** Told when the engine cannot say what is true: the socket must be closed, so that the desk comes back and asks. */
  readonly fail: (error: unknown) => void;
  readonly centre: Centre;
}

const cursorOf = (cursors: Cursors, chatId: string): number =>
  Object.hasOwn(cursors, chatId) ? (cursors[chatId] ?? 0) : 0;

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
  let snapshot: { readonly cursors: Cursors } | undefined = { cursors: options.cursors ?? {} };
  let busy = false;
  let closed = false;

  const tellSnapshot = async ({ cursors }: { readonly cursors: Cursors }): Promise<void> => {
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
    if (closed) return;
    told.clear();
    for (const chat of chats) told.set(chat.id, chat);
    const head = { serverTime: clock.now(), resumed };
    for (const frame of snapshotFrames(chats.map(chatAsTold), new Map(conversations), head, limits.frameBytes))
      tell(frame);
  };

  const tellNews = async (chatId: string): Promise<void> => {
    const chat = hub.seen(chatId) ?? (await hub.find(chatId));
    const before = told.get(chatId);
    if (chat === undefined || closed) return;
    const after = agentNeedsAfter(before, chat, agent);
    const found = after === undefined ? [] : hub.messages(chatId, after, chat.count);
    // What is in mind is told in the same breath.
    const messages = found instanceof Promise ? await found : found;
    if (closed) return;
    for (const frame of agentNews(before, chat, agent, messages, limits.frameBytes)) tell(frame);
    if (!isThere(chat, agent)) told.delete(chatId);
    else if (before === undefined || before.version < chat.version) told.set(chatId, chat);
  };

  const tellTyping = ({ chatId, typing, preview }: TypingWord): void =>
    tell({ type: 'typing', chatId, typing, ...given({ preview }) });

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      while (!closed) {
        const next = snapshot;
        if (next !== undefined) {
          snapshot = undefined;
          await tellSnapshot(next);
          continue;
        }
        const [chatId] = pending;
        if (chatId === undefined) break;
        pending.delete(chatId);
        // Awaited only where there is something to wait for: see `tellNews`.
        await tellNews(chatId);
        const word = typed.get(chatId);
        typed.delete(chatId);
        if (word !== undefined && told.get(chatId)?.agent === agent.id) tellTyping(word);
      }
    } catch (error) {
      fail(error);
    } finally {
      busy = false;
    }
  };

  const leaveHub = hub.join({
    role: 'agent',
    id: agent.id,
    news(chat) {
      if (!busy && !told.has(chat.id) && !isThere(chat, agent)) return;
      pending.add(chat.id);
      void work();
    },
    lookAgain() {
      for (const chatId of told.keys()) pending.add(chatId);
      engine.ofAgent(agent.id).then((own) => {
        for (const { id } of own) pending.add(id);
        return work();
      }, fail);
      void work();
    },
    hear(word) {
      if (told.get(word.chatId)?.agent === agent.id) tellTyping(word);
      // The chat is the agent's already, and is about to be told.
      else if (hub.seen(word.chatId)?.agent === agent.id) typed.set(word.chatId, word);
    },
  });
  const unsubscribe = policy.subscribe((now) => tell({ type: 'policy', policy: { ...now.policy } }));

  const answer = (id: string, work_: () => Promise<Answer>): void => {
    work_().then((frame) => {
      if (frame.type === 'refused') centre.onRefused(frame.code);
      tell(frame);
    }, fail);
  };

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

  void work();

  return {
    handle(frame) {
      const now = clock.now();
      if ('chatId' in frame && !isKeepable(frame.chatId)) {
        if ('id' in frame) answer(frame.id, async () => refused(frame.id, NO_SUCH_CHAT));
        return;
      }
      const changed = (id: string, chatId: string, command: Omit<Command, 'look'>): void =>
        answer(id, async () => answerOf(id, await change(chatId, command)));
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
          return answer(frame.id, () => history(frame));
        case 'summarize':
          return answer(frame.id, () => summarize(frame));
        case 'dispositions': {
          const tree = dispositionsOf(policy.value, frame.queue);
          return answer(frame.id, async () =>
            tree === undefined
              ? refused(frame.id, refuse('unsupported', 'This server has no list of dispositions.'))
              : { type: 'ok', id: frame.id, dispositions: tree as Disposition[] },
          );
        }
        case 'refetch':
          snapshot = { cursors: {} };
          return void work();
        default:
      }
    },
    close() {
      closed = true;
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
