import type { ChatRecord, ConnectorEvent, Message } from '../../core/index.js';

/** A conversation as it was told: by place, and the places by id. */
interface Told {
  readonly bySeq: Map<number, Message>;
  readonly byId: Map<string, number>;
}

/** What a desk would know from what it was told: chats by id, and their messages in order. */
export interface Ledger {
  readonly chats: ReadonlyMap<string, ChatRecord>;
  /** What can be no conversation: a message twice, out of order, lost, or a gap. */
  readonly problems: readonly string[];
  messages(chatId: string): readonly Message[];
  /** The highest place up to which nothing is missing, by chat. */
  cursors(): ReadonlyMap<string, number>;
  take(event: ConnectorEvent): void;
}

/**
 * Keeps what is told as a desk does, and notes what a desk could make no sense of.
 *
 * @param fill asks for the messages that lie in a gap; absent where the connector has no history
 */
export const createLedger = (
  fill?: (chatId: string, after: number, upTo: number) => Promise<readonly Message[]>,
): Ledger => {
  const chats = new Map<string, ChatRecord>();
  const conversations = new Map<string, Told>();
  const problems: string[] = [];

  const toldOf = (chatId: string): Told => {
    const told = conversations.get(chatId) ?? { bySeq: new Map(), byId: new Map() };
    conversations.set(chatId, told);
    return told;
  };
  const lastOf = ({ bySeq }: Told): number => Math.max(0, ...bySeq.keys());

  const keep = (told: Told, message: Message, filling: boolean): void => {
    const { id, seq } = message;
    if (seq === undefined) return void problems.push(`message ${id} has no place (seq)`);
    const there = told.bySeq.get(seq);
    if (there !== undefined && there.id !== id)
      return void problems.push(`two messages at place ${seq}: ${there.id} and ${id}`);
    const before = told.byId.get(id);
    if (before !== undefined && before !== seq)
      return void problems.push(`message ${id} twice: at places ${before} and ${seq}`);
    if (there === undefined && !filling && seq < lastOf(told))
      problems.push(`message ${id} out of order: at place ${seq} after place ${lastOf(told)}`);
    told.bySeq.set(seq, message);
    told.byId.set(id, seq);
  };

  const add = (chatId: string, messages: readonly Message[]): void => {
    const told = toldOf(chatId);
    for (const message of messages) {
      const last = lastOf(told);
      if (message.seq !== undefined && message.seq > last + 1) {
        const where = `places ${last + 1} to ${message.seq - 1} of chat ${chatId}`;
        if (fill === undefined) problems.push(`a gap: ${where} were not told`);
        else
          fill(chatId, last, message.seq - 1).then(
            (missed) => missed.forEach((one) => keep(told, one, true)),
            () => problems.push(`a gap that history does not fill: ${where}`),
          );
      }
      keep(told, message, false);
    }
  };

  /** In place of all before: what was known must still be there. */
  const replace = (chatId: string, messages: readonly Message[]): void => {
    const before = toldOf(chatId);
    conversations.delete(chatId);
    add(chatId, messages);
    const after = toldOf(chatId);
    for (const [id, seq] of before.byId)
      if (after.byId.get(id) !== seq) problems.push(`message ${id} of place ${seq} is lost in a later snapshot`);
  };

  const change = (chatId: string, fields: Partial<ChatRecord>): void => {
    const chat = chats.get(chatId);
    if (chat !== undefined) chats.set(chatId, { ...chat, ...fields });
  };

  return {
    chats,
    problems,
    messages: (chatId) => [...toldOf(chatId).bySeq].sort(([one], [other]) => one - other).map(([, message]) => message),
    cursors: () =>
      new Map(
        [...conversations].map(([chatId, { bySeq }]) => {
          let last = 0;
          while (bySeq.has(last + 1)) last += 1;
          return [chatId, last];
        }),
      ),
    take(event) {
      switch (event.type) {
        case 'snapshot':
          chats.clear();
          for (const chat of event.chats) chats.set(chat.id, chat);
          for (const [chatId, messages] of Object.entries(event.messages))
            if (event.resumed === true) add(chatId, messages);
            else replace(chatId, messages);
          return;
        case 'chat':
          return void chats.set(event.chat.id, event.chat);
        case 'withdrawn':
        case 'done':
          return void chats.delete(event.chatId);
        case 'messages':
          return add(event.chatId, event.messages);
        case 'left':
          return change(event.chatId, { state: 'left', leftAt: event.time });
        case 'returned':
          return change(event.chatId, { state: 'active' });
        case 'ended':
          return change(event.chatId, { state: 'wrap-up', endedAt: event.time, endedBy: event.by });
        case 'wrap-up-submitted':
          return change(event.chatId, { submitted: event.values });
        default:
      }
    },
  };
};
