import type { ChatState } from '../../../src/core/index.js';
import type { AgentHears, Chat, Message, SnapshotFrame } from '../../../src/wire/index.js';
import { aChat, at } from '../../support/builders.js';
import { snapshot, welcome, type Frame, type ServerSocket } from './support.js';

interface ModelChat {
  record: Chat;
  readonly messages: Message[];
}

/** What may happen to a chat, and in which states. */
type LifeEvent = 'accepted' | 'withdrawn' | 'left' | 'returned' | 'ended' | 'done';

const MAY: Readonly<Record<LifeEvent, readonly ChatState[]>> = {
  accepted: ['waiting'],
  withdrawn: ['waiting'],
  left: ['active'],
  returned: ['left'],
  ended: ['active', 'left'],
  done: ['wrap-up'],
};

/** In these there can be talk. */
const OPEN: ReadonlySet<ChatState> = new Set(['active', 'left']);

/** How many messages fit into one part of a model server's snapshot. */
const PART = 2;

/**
 * A server far simpler than a real one: a list of messages per chat, all of them one agent's. What it tells stands in a
 * queue, and the test decides what becomes of each frame on the way. `meanwhile`: what happens while a snapshot is being told
 * is told before its last part.
 */
export const createModelServer = (chatIds: readonly string[], meanwhile = false) => {
  const chats = new Map<string, ModelChat>(
    chatIds.map((id) => [id, { record: aChat({ id, state: 'active' }), messages: [] }]),
  );
  const queue: AgentHears[] = [];
  /** Whether somebody is connected and was welcomed. */
  let present = false;

  const tell = (frame: AgentHears): void => {
    if (present) queue.push(frame);
  };
  /** Tells what has just happened. */
  const tellNews = (frame: AgentHears): void => {
    const last = meanwhile ? queue.findIndex((other) => other.type === 'snapshot' && other.last) : -1;
    if (last < 0) tell(frame);
    else queue.splice(last, 0, frame);
  };

  const picture = (cursors: Readonly<Record<string, number>> | undefined): void => {
    const pieces = [...chats].flatMap(([chatId, { messages }]) => {
      const news = messages.slice(cursors?.[chatId] ?? 0);
      return Array.from({ length: Math.ceil(news.length / PART) }, (_, piece) => ({
        [chatId]: news.slice(piece * PART, piece * PART + PART),
      }));
    });
    const shared: Partial<SnapshotFrame> = { resumed: cursors !== undefined, serverTime: at(0) };
    const records = [...chats.values()].map(({ record }) => record);
    tell(snapshot({ ...shared, part: 0, last: pieces.length === 0, chats: records }));
    for (const [index, messages] of pieces.entries())
      tell(snapshot({ ...shared, part: index + 1, last: index === pieces.length - 1, messages }));
  };

  const append = (chatId: string, message: Omit<Message, 'seq'>): Message | undefined => {
    const chat = chats.get(chatId);
    // Nobody is told what was said to nobody yet; and what is over is over.
    if (chat === undefined || !OPEN.has(chat.record.state)) return undefined;
    const known = chat.messages.find(({ id }) => id === message.id);
    if (known !== undefined) return known;
    const kept = { ...message, seq: chat.messages.length + 1 };
    chat.messages.push(kept);
    tellNews({ type: 'messages', chatId, messages: [kept] });
    return kept;
  };

  return {
    chats,
    queue,
    append,
    /** Somebody asks for a chat. */
    ask(chatId: string): void {
      const record = aChat({ id: chatId, requestedAt: at(chats.size) });
      chats.set(chatId, { record, messages: [] });
      tellNews({ type: 'chat', chat: record });
    },
    /** A step in a chat's life, told by its event. One that the chat cannot take is none. */
    live(chatId: string, type: LifeEvent, time: number): void {
      const chat = chats.get(chatId);
      if (chat === undefined || !MAY[type].includes(chat.record.state)) return;
      const { leftAt: _leftAt, ...before } = chat.record;
      const version = (before.version ?? 0) + 1;
      const record = { ...before, version };
      if (type === 'accepted') {
        chat.record = { ...record, state: 'active', acceptedAt: time };
        return tellNews({ type: 'chat', chat: chat.record });
      }
      if (type === 'withdrawn' || type === 'done') {
        chats.delete(chatId);
        return tellNews(
          type === 'done' ? { type, chatId, version } : { type, chatId, reason: 'answered-elsewhere', version },
        );
      }
      if (type === 'ended') {
        chat.record = { ...chat.record, version, state: 'wrap-up', endedAt: time, endedBy: 'end-user' };
        return tellNews({ type, chatId, time, by: 'end-user', version });
      }
      chat.record = type === 'left' ? { ...record, state: 'left', leftAt: time } : { ...record, state: 'active' };
      tellNews({ type, chatId, time, version });
    },
    /** The connection is gone, and what was on its way with it. */
    cut(socket: ServerSocket): void {
      present = false;
      queue.length = 0;
      socket.close();
    },
    hear(frame: Frame): void {
      const id = String(frame['id']);
      const chatId = String(frame['chatId']);
      switch (frame.type) {
        case 'hello':
          present = true;
          queue.length = 0;
          tell(welcome({ serverTime: at(0) }));
          return picture((frame['cursors'] ?? {}) as Record<string, number>);
        case 'ping':
          return tell({ type: 'pong', serverTime: at(0) });
        case 'refetch':
          return picture(undefined);
        case 'send': {
          const { id: messageId, text, time } = frame['message'] as Message;
          const message = append(chatId, { id: messageId, author: 'agent', kind: 'text', text, time });
          return tell({ type: 'ok', id, ...(message === undefined ? {} : { message }) });
        }
        case 'history': {
          const { after, upTo } = frame as unknown as { after: number; upTo: number };
          const messages = (chats.get(chatId)?.messages ?? []).slice(after, upTo);
          return tell({
            type: 'ok',
            id,
            messages: messages.slice(0, PART),
            more: messages.length > PART,
          });
        }
        default:
          return tell({ type: 'ok', id });
      }
    },
  };
};
