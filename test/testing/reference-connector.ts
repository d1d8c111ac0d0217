import {
  ConnectorError,
  given,
  isOver,
  isSendable,
  newId,
  stateAfter,
  type ChatConnector,
  type ChatRecord,
  type ConnectorEvent,
  type DeliveryGuarantee,
  type LifeStep,
  type Message,
  type RefusalCode,
} from '../../src/core/index.js';
import type {
  ConformanceCapabilities,
  ConformanceEndUser,
  ConformanceEndUserOptions,
  ConformanceHarness,
} from '../../src/testing/index.js';

interface Chat {
  record: ChatRecord;
  agent?: string;
  readonly messages: Message[];
}

/** A tab: what a back end tells, and whether the network is there. */
interface Line {
  readonly agent: string;
  readonly cursors: Map<string, number>;
  tell?: (event: ConnectorEvent) => void;
  cut: boolean;
}

const LONGEST_TEXT = 30_000;

/** What the reference connector can do: everything, so that every clause applies to it. */
export const referenceCapabilities = (delivery: DeliveryGuarantee, summary: boolean): ConformanceCapabilities => ({
  delivery,
  summary,
  network: true,
  history: true,
  dispositions: true,
  bots: true,
  longestText: LONGEST_TEXT,
});

const refuse = (code: RefusalCode, why: string): never => {
  throw new ConnectorError(code, why);
};

/** One way over the network: a task later. */
const travel = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

/** A small contact centre in memory, with connectors that keep the whole contract. Nothing here is kept or shared. */
export const createReferenceCentre = (
  delivery: DeliveryGuarantee,
  summary: boolean,
): Required<Pick<ConformanceHarness, 'cut' | 'restore'>> & {
  connector(agent: string): ChatConnector;
  endUser(options: ConformanceEndUserOptions): ConformanceEndUser;
} => {
  const chats = new Map<string, Chat>();
  const lines = new Set<Line>();
  const lineOf = new Map<ChatConnector, Line>();
  const typing = new Map<string, boolean>();

  const told = (event: ConnectorEvent, to: (line: Line) => boolean): void => {
    for (const line of lines) {
      if (line.cut || !to(line)) continue;
      line.tell?.(event);
      if (event.type === 'messages') line.cursors.set(event.chatId, event.messages.at(-1)?.seq ?? 0);
    }
  };
  const owner =
    ({ agent }: Chat) =>
    (line: Line): boolean =>
      agent === undefined || line.agent === agent;

  const step = (chat: Chat, name: LifeStep, fields: Partial<ChatRecord> = {}): void => {
    const { id, state } = chat.record;
    const next = stateAfter(state, name);
    if (next === undefined) refuse(isOver(state) ? 'gone' : 'not-allowed', `Chat ${id} is in state "${state}".`);
    else chat.record = { ...chat.record, ...fields, state: next };
  };

  const append = (chat: Chat, message: Omit<Message, 'seq'>): Message => {
    const before = chat.messages.find(({ id }) => id === message.id);
    if (before !== undefined && delivery === 'idempotent') return before;
    if (isOver(chat.record.state) || chat.record.state === 'wrap-up') return refuse('gone', 'The chat has ended.');
    const kept = { ...message, seq: chat.messages.length + 1 };
    chat.messages.push(kept);
    if (chat.record.state === 'waiting') {
      const waiting = chat.record.waiting + (message.author === 'end-user' ? 1 : 0);
      chat.record = { ...chat.record, waiting };
      told({ type: 'chat', chat: chat.record }, () => true);
    } else told({ type: 'messages', chatId: chat.record.id, messages: [kept] }, owner(chat));
    return kept;
  };

  const chatOf = (chatId: unknown): Chat =>
    chats.get(chatId as string) ?? refuse('gone', `There is no chat ${String(chatId)}.`);
  const ownChat = (chatId: unknown, agent: string): Chat => {
    const chat = chatOf(chatId);
    return chat.agent === agent ? chat : refuse('not-allowed', `Chat ${String(chatId)} is not one of ${agent}'s.`);
  };

  const snapshot = (line: Line): ConnectorEvent => {
    const seen = [...chats.values()].filter(({ record, agent }) =>
      agent === undefined ? record.state === 'waiting' : agent === line.agent && !isOver(record.state),
    );
    const own = seen.filter(({ agent }) => agent !== undefined);
    const messages = own.map(({ record, messages: all }) => {
      const after = all.slice(line.cursors.get(record.id) ?? 0);
      line.cursors.set(record.id, all.length);
      return [record.id, after] as const;
    });
    return {
      type: 'snapshot',
      serverTime: Date.now(),
      chats: seen.map(({ record }) => record),
      resumed: true,
      messages: Object.fromEntries(messages),
    };
  };

  const connector = (agent: string): ChatConnector => {
    const line: Line = { agent, cursors: new Map(), cut: false };
    const command = async <T>(run: () => T): Promise<T> => {
      await travel();
      if (line.cut) refuse('unavailable', 'There is no network.');
      const result = run();
      await travel();
      if (line.cut) refuse('unavailable', 'The network went before the answer came.');
      return result;
    };
    const made: ChatConnector = {
      name: 'reference',
      agent,
      delivery,
      open: ({ cursors }) => ({
        subscribe({ next }) {
          const own: Line = line;
          own.cursors.clear();
          for (const [chatId, seq] of cursors) own.cursors.set(chatId, seq);
          own.tell = next;
          next({ type: 'connection', state: 'connecting' });
          void travel().then(() => {
            if (own.tell !== next) return;
            lines.add(own);
            next(snapshot(own));
            next({ type: 'connection', state: 'online' });
          });
          return {
            unsubscribe() {
              lines.delete(own);
              delete own.tell;
            },
          };
        },
      }),
      accept: (chatId) =>
        command(() => {
          const chat = chatOf(chatId);
          if (chat.agent === agent && !isOver(chat.record.state)) return;
          if (chat.agent !== undefined) refuse('taken', `Chat ${chatId} was answered by another agent.`);
          step(chat, 'accept', { acceptedAt: Date.now() });
          told({ type: 'withdrawn', chatId, reason: 'answered-elsewhere' }, (other) => other.agent !== agent);
          chat.agent = agent;
          told({ type: 'chat', chat: chat.record }, owner(chat));
          told({ type: 'messages', chatId, messages: [...chat.messages] }, owner(chat));
        }),
      send: (chatId, message) =>
        command(() => {
          const { id, text, time } = message ?? { id: '', text: '', time: 0 };
          if (typeof id !== 'string' || id === '' || typeof text !== 'string' || !isSendable(text))
            refuse('invalid', 'A message needs an id, and words to send.');
          if (text.length > LONGEST_TEXT) refuse('invalid', 'The message is too long.');
          return append(ownChat(chatId, agent), { id, author: 'agent', kind: 'text', text, time });
        }),
      setTyping: (chatId, types) => void typing.set(chatId, types),
      end: (chatId) =>
        command(() => {
          const chat = ownChat(chatId, agent);
          if (chat.record.state === 'wrap-up' || isOver(chat.record.state)) return;
          const time = Date.now();
          step(chat, 'end', { endedAt: time, endedBy: 'agent' });
          told({ type: 'ended', chatId, time, by: 'agent' }, owner(chat));
        }),
      submitWrapUp: (chatId, values, reason) =>
        command(() => {
          const chat = ownChat(chatId, agent);
          if (chat.record.state !== 'wrap-up') refuse('not-allowed', 'The chat has not ended.');
          if (chat.record.submitted !== undefined) return;
          chat.record = { ...chat.record, submitted: values };
          told({ type: 'wrap-up-submitted', chatId, values, reason }, owner(chat));
        }),
      done: (chatId) =>
        command(() => {
          const chat = ownChat(chatId, agent);
          if (chat.record.submitted === undefined) refuse('not-allowed', 'Submit the wrap-up first.');
          if (chat.record.state === 'done') return;
          step(chat, 'finish');
          told({ type: 'done', chatId }, owner(chat));
        }),
      history: (chatId, after, upTo = Infinity) => command(() => ownChat(chatId, agent).messages.slice(after, upTo)),
      dispositions: () => command(() => [{ id: 'other', name: 'Other' }]),
      summarize: (chatId) =>
        command(() => {
          const { messages } = ownChat(chatId, agent);
          if (!summary) refuse('unsupported', 'There are no summaries here.');
          return { text: messages.map(({ text }) => text).join('\n'), automatic: true };
        }),
    };
    lineOf.set(made, line);
    return made;
  };

  const endUser = ({ channel, ...known }: ConformanceEndUserOptions): ConformanceEndUser => {
    const id = newId();
    let chatId = newId();
    const write = (author: 'end-user' | 'bot', text: string): void => {
      const message: Message = { id: newId(), author, kind: 'text', text, time: Date.now() };
      let chat = chats.get(chatId);
      if (chat === undefined || isOver(chat.record.state) || chat.record.state === 'wrap-up') {
        chatId = newId();
        const requestedAt = Date.now();
        const record: ChatRecord = {
          ...{ id: chatId, channel, endUser: { id, ...known }, state: 'waiting', requestedAt, waiting: 0 },
        };
        chats.set(chatId, (chat = { record, messages: [] }));
      }
      append(chat, message);
    };
    const move = (name: 'leave' | 'return'): void => {
      const chat = chatOf(chatId);
      const time = Date.now();
      step(chat, name, given({ leftAt: name === 'leave' ? time : undefined }));
      told(
        chat.record.state === 'withdrawn'
          ? { type: 'withdrawn', chatId, reason: 'end-user-left' }
          : { type: name === 'leave' ? 'left' : 'returned', chatId, time },
        owner(chat),
      );
    };
    const later = async (run: () => void): Promise<void> => {
      await travel();
      run();
    };
    return {
      id,
      send: (text) => later(() => write('end-user', text)),
      interject: (text) => later(() => write('bot', text)),
      leave: () => later(() => move('leave')),
      comeBack: () => later(() => move('return')),
      type(text) {
        const chat = chats.get(chatId);
        if (chat?.agent === undefined) return;
        const preview = text === '' ? undefined : text;
        told(given({ type: 'typing', chatId, typing: text !== '', preview }), owner(chat));
      },
      texts: () => (chats.get(chatId)?.messages ?? []).map(({ text }) => text),
      agentTypes: () => typing.get(chatId) === true,
    };
  };

  return {
    connector,
    endUser,
    cut(cutOff) {
      const line = lineOf.get(cutOff);
      if (line === undefined) return;
      line.cut = true;
      line.tell?.({ type: 'connection', state: 'connecting', reason: 'The network is gone.' });
    },
    restore(cutOff) {
      const line = lineOf.get(cutOff);
      if (line === undefined) return;
      line.cut = false;
      line.tell?.(snapshot(line));
      line.tell?.({ type: 'connection', state: 'online' });
    },
  };
};
