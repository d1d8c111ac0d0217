import {
  ConnectorError,
  newId,
  type ChatConnector,
  type ChatRecord,
  type ConnectorEvent,
  type DeliveryGuarantee,
  type Message,
} from '../../src/core/index.js';

/** What the connectors of one clause share, so that a fault can reach from one to another. */
export interface World {
  /** What end users wrote, newest last. */
  readonly written: string[];
  /** What faults remember. */
  readonly memory: Map<string, unknown>;
}

/** Breaks one thing of a good connector: what it gives stands in place of the connector's own. */
type Break = (good: ChatConnector, world: World) => Partial<ChatConnector>;

export interface Fault {
  readonly break: Break;
  /** What the connector under it promises and can. Default `idempotent`, with summaries. */
  readonly delivery?: DeliveryGuarantee;
  readonly summary?: boolean;
}

type Tell = (event: ConnectorEvent) => void;
/** What is told in place of an event. */
type Change = (event: ConnectorEvent, tell: Tell) => readonly ConnectorEvent[];

/** Another thing told; `opened` is asked anew at each opening. */
const telling = (
  good: ChatConnector,
  opened: (cursors: ReadonlyMap<string, number>) => Change,
): Pick<ChatConnector, 'open'> => ({
  open: (session) => ({
    subscribe(observer) {
      const source = good.open(session);
      if (!('subscribe' in source)) throw new TypeError('The reference gives something to subscribe to.');
      const tell: Tell = (event) => observer.next(event);
      const change = opened(session.cursors);
      return source.subscribe({ ...observer, next: (event) => change(event, tell).forEach(tell) });
    },
  }),
});

const tells =
  (opened: (world: World, cursors: ReadonlyMap<string, number>) => Change): Break =>
  (good, world) =>
    telling(good, (cursors) => opened(world, cursors));

/** Events of one type, told otherwise. */
const each = <T extends ConnectorEvent['type']>(
  type: T,
  change: (event: Extract<ConnectorEvent, { type: T }>) => ConnectorEvent | undefined,
): Break =>
  tells(() => (event) => {
    const changed = event.type === type ? change(event as Extract<ConnectorEvent, { type: T }>) : event;
    return changed === undefined ? [] : [changed];
  });

const eachChat = (change: (chat: ChatRecord) => ChatRecord): Break =>
  each('chat', ({ chat }) => ({ type: 'chat', chat: change(chat) }));

/** Refusals whose words fit become an answer. */
const forgiven = async <T>(answer: Promise<T>, words: string, instead: T): Promise<T> =>
  answer.catch((error: unknown) => {
    if (error instanceof ConnectorError && error.message.includes(words)) return instead;
    throw error;
  });

const aMessage: Message = { id: 'made-up', author: 'agent', kind: 'text', text: 'Still here', time: 1, seq: 1 };

/** What the suite tries as a long text. */
const LONG_TEXT = 'Long words. '.repeat(1666);

/** Which chats a connector was told of as waiting. */
const watchWaiting = (good: ChatConnector): Pick<ChatConnector, 'open'> & { readonly waiting: ReadonlySet<string> } => {
  const waiting = new Set<string>();
  const open = telling(good, () => (event) => {
    const chats = event.type === 'chat' ? [event.chat] : event.type === 'snapshot' ? event.chats : [];
    for (const { id, state } of chats) if (state === 'waiting') waiting.add(id);
    return [event];
  });
  return { ...open, waiting };
};

/** For each clause a connector that keeps all the others. */
export const faults: Readonly<Record<string, Fault>> = {
  'says who it is: a name, its agent (the same in each tab of theirs), and the delivery that it promises': {
    break: () => ({ agent: 'somebody' }),
  },
  'tells a snapshot before anything else of a chat': {
    break: tells(() => {
      let first = true;
      return (event) => {
        if (event.type !== 'snapshot' || !first) return [event];
        first = false;
        return [...event.chats.map((chat) => ({ type: 'chat', chat }) as const), event];
      };
    }),
  },
  'tells in a snapshot the agent’s own chats with their whole conversations, in order': {
    break: tells((_world, { size }) => (event) => {
      if (event.type !== 'snapshot' || size > 0) return [event];
      const messages = Object.entries(event.messages).map(([id, said]) => [id, said.slice(1)]);
      return [{ ...event, messages: Object.fromEntries(messages) as typeof event.messages }];
    }),
  },
  'tells in a snapshot every request that waits, with how many messages wait': {
    break: each('snapshot', (event) => ({ ...event, chats: event.chats.filter(({ waiting }) => waiting !== 2) })),
  },
  'tells in a snapshot a chat in wrap-up, with what was submitted': {
    break: each('snapshot', (event) => ({
      ...event,
      chats: event.chats.map(({ endedBy: _endedBy, ...chat }) => chat),
    })),
  },
  'tells the server’s time, in epoch milliseconds': {
    break: each('snapshot', (event) => ({ ...event, serverTime: event.serverTime / 1000 })),
  },
  'does not leave the connection at “connecting” once events flow': {
    break: tells(() => {
      let first = true;
      return (event) => {
        if (event.type !== 'connection' || event.state !== 'online' || !first) return [event];
        first = false;
        return [];
      };
    }),
  },
  'tells nothing after it was unsubscribed': {
    break: (good) => ({
      open: (session) => ({
        subscribe(observer) {
          const source = good.open(session);
          if ('subscribe' in source) source.subscribe(observer);
          return { unsubscribe: () => undefined };
        },
      }),
    }),
  },
  'can be opened again, and begins with a snapshot again': {
    break: (good) => {
      let opened = false;
      return telling(good, ({ size }) => {
        const again = opened && size === 0;
        opened = true;
        return (event) => (again && event.type === 'snapshot' ? [] : [event]);
      });
    },
  },
  'tells only events that are well formed': {
    break: each('messages', (event) => ({
      ...event,
      messages: event.messages.map((message) => ({ ...message, time: String(message.time) as unknown as number })),
    })),
  },

  'tells a request with its channel and the time it was made': {
    break: eachChat((chat) => ({ ...chat, requestedAt: chat.requestedAt / 1000 })),
  },
  'counts each message that the end user writes while they wait': {
    break: eachChat((chat) => ({ ...chat, waiting: Math.min(chat.waiting, 2) })),
  },
  'counts only the end user’s messages while they wait': {
    break: (good) => {
      const counts = new Map<string, number>();
      return eachChat((chat) => {
        const count = (counts.get(chat.id) ?? 0) + 1;
        counts.set(chat.id, count);
        return { ...chat, waiting: Math.max(chat.waiting, count) };
      })(good, { written: [], memory: new Map() });
    },
  },
  'tells no word of a request before it is answered': {
    break: (good, world) =>
      eachChat((chat) => {
        const endUser = { ...chat.endUser, attributes: { last: world.written.at(-1) ?? '' } };
        return chat.state === 'waiting' ? { ...chat, endUser } : chat;
      })(good, world),
  },
  'withdraws a request when the end user leaves while they wait': {
    break: each('withdrawn', (event) => (event.reason === 'end-user-left' ? { ...event, reason: 'withdrawn' } : event)),
  },
  'refuses to answer a request that was withdrawn': {
    break: (good) => ({ accept: (chatId) => forgiven(good.accept(chatId), 'state "withdrawn"', undefined) }),
  },

  'lets one of two agents win who answer at once, and refuses the other with “taken”': {
    break: (good) => {
      const { open, waiting } = watchWaiting(good);
      const accept: ChatConnector['accept'] = (chatId) =>
        waiting.has(chatId) ? forgiven(good.accept(chatId), 'answered by another', undefined) : good.accept(chatId);
      return { open, accept };
    },
  },
  'tells the other agents that a request was answered elsewhere': {
    break: each('withdrawn', (event) =>
      event.reason === 'answered-elsewhere' ? { ...event, reason: 'withdrawn' } : event,
    ),
  },
  'tells nothing of a chat to an agent who has not answered it': {
    break: tells(() => (event, tell) => {
      if (event.type === 'withdrawn')
        setTimeout(() => tell({ type: 'left', chatId: event.chatId, time: Date.now() }), 2);
      return [event];
    }),
  },
  'tells who answered that the chat is active, with the time of the assignment': {
    break: eachChat(({ acceptedAt: _acceptedAt, ...chat }) => chat),
  },
  'tells who answered the conversation so far': {
    break: each('messages', (event) => (event.messages.length > 1 && event.messages[0]?.seq === 1 ? undefined : event)),
  },
  'lets an agent answer their own chat again: that resolves, and answers once': {
    break: (good) => {
      const accepted = new Set<string>();
      return {
        async accept(chatId) {
          if (accepted.has(chatId)) throw new ConnectorError('taken', 'It is answered.');
          await good.accept(chatId);
          accepted.add(chatId);
        },
      };
    },
  },
  'tells that the end user left, and when': {
    break: each('left', (event) => ({ ...event, time: event.time / 1000 })),
  },
  'tells that the end user is back': { break: each('returned', () => undefined) },

  'tells messages in one order, without gaps, however they cross': {
    break: tells(() => {
      let held: readonly ConnectorEvent[] = [];
      return (event) => {
        if (event.type === 'messages' && event.messages[0]?.seq === 15) {
          held = [event];
          return [];
        }
        const late = held;
        held = [];
        return [event, ...late];
      };
    }),
  },
  'resolves a send with the message as it is kept: its id, its words, its author and its place': {
    break: (good) => ({
      async send(chatId, message) {
        const { seq: _seq, ...kept } = await good.send(chatId, message);
        return kept;
      },
    }),
  },
  'keeps the time at which the agent sent a message': {
    break: (good) => ({ send: async (...sent) => ({ ...(await good.send(...sent)), time: Date.now() }) }),
  },
  'tells an agent’s own message, too, with the client’s id': {
    break: each('messages', (event) => ({
      ...event,
      messages: event.messages.map((message) =>
        message.text === 'Under my id' ? { ...message, id: `server-${message.id}` } : message,
      ),
    })),
  },
  'brings what an agent sends to the end user, once': {
    break: (good) => ({
      async send(chatId, message) {
        if (message?.text === 'Only once') await good.send(chatId, { ...message, id: newId() });
        return good.send(chatId, message);
      },
    }),
  },
  'makes no second message of an id that was sent before, and gives it as it is kept': {
    break: (good) => {
      const sent = new Set<string>();
      return {
        async send(chatId, message) {
          const id = sent.has(message?.id) ? newId() : message?.id;
          const kept = await good.send(chatId, message && { ...message, id });
          sent.add(message.id);
          return { ...kept, id: message.id };
        },
      };
    },
  },
  'bears a send that is repeated while it is on its way: both settle alike, with one message': {
    break: (good) => {
      const under = new Set<string>();
      return {
        async send(chatId, message) {
          if (under.has(message?.id)) throw new ConnectorError('invalid', 'It is on its way.');
          under.add(message?.id);
          return good.send(chatId, message).finally(() => under.delete(message?.id));
        },
      };
    },
  },
  'finds a message again by its client’s id, before it is sent again': {
    delivery: 'archived',
    break: ({ history }) => ({
      history: async (...place) =>
        ((await history?.(...place)) ?? []).map((message) => ({ ...message, id: `archive-${message.seq}` })),
    }),
  },
  'never calls a message sent that it only handed over': {
    delivery: 'at-most-once',
    break: (good) => ({ send: async (...sent) => ({ ...(await good.send(...sent)), delivery: 'sent' }) }),
  },
  'refuses a message without words, or without an id, as invalid': {
    break: (good) => ({ send: (...sent) => forgiven(good.send(...sent), 'words to send', aMessage) }),
  },
  'keeps a long text whole, or refuses it as invalid: never cut short': {
    break: (good) => ({
      send: (chatId, message) =>
        good.send(chatId, message?.text === LONG_TEXT ? { ...message, text: LONG_TEXT.slice(0, 500) } : message),
    }),
  },
  'takes the longest text that it says it takes, and refuses a longer one as invalid': {
    break: (good) => ({ send: (...sent) => forgiven(good.send(...sent), 'too long', aMessage) }),
  },
  'takes no message in a chat that has ended': {
    break: (good) => ({ send: (...sent) => forgiven(good.send(...sent), 'has ended', aMessage) }),
  },
  'tells the end user’s typing, and that it stopped': {
    break: each('typing', (event) => (event.typing ? event : undefined)),
  },
  'tells a preview of what the end user types': {
    break: each('typing', ({ type, chatId, typing }) => ({ type, chatId, typing })),
  },
  'never keeps what was only typed: nobody who comes later is told': {
    break: tells(({ memory }) => (event) => {
      if (event.type === 'typing') memory.set('typing', event);
      const kept = memory.get('typing') as ConnectorEvent | undefined;
      return event.type === 'snapshot' && kept !== undefined ? [event, kept] : [event];
    }),
  },
  'shows the end user that the agent types, and that they stopped': { break: () => ({ setTyping: () => undefined }) },

  'tells that a chat has ended, when, and by whom': { break: each('ended', (event) => ({ ...event, by: 'system' })) },
  'ends a chat once, however often it is asked to: each time resolves': {
    break: (good) => {
      const ended = new Set<string>();
      return {
        async end(chatId) {
          if (ended.has(chatId)) throw new ConnectorError('gone', 'It has ended.');
          await good.end(chatId);
          ended.add(chatId);
        },
      };
    },
  },
  'tells what was submitted, and why': {
    break: each('wrap-up-submitted', (event) => ({ ...event, reason: 'agent' })),
  },
  'lets the first submission of a wrap-up stand': {
    break: (good) => {
      let tell: Tell | undefined;
      let submitted = false;
      const { open } = telling(good, () => (event, telling) => {
        tell = telling;
        return [event];
      });
      return {
        open,
        async submitWrapUp(chatId, values, reason) {
          await good.submitWrapUp(chatId, values, reason);
          if (submitted) tell?.({ type: 'wrap-up-submitted', chatId, values, reason });
          submitted = true;
        },
      };
    },
  },
  'refuses a wrap-up of a chat that has not ended': {
    break: (good) => ({
      submitWrapUp: (...given) => forgiven(good.submitWrapUp(...given), 'has not ended', undefined),
    }),
  },
  'lets go of a chat at “done”, for good': {
    break: tells(({ memory }) => (event) => {
      if (event.type === 'chat') memory.set(event.chat.id, event.chat);
      if (event.type === 'done') memory.set('done', { ...(memory.get(event.chatId) as ChatRecord), state: 'wrap-up' });
      const done = memory.get('done') as ChatRecord | undefined;
      return event.type === 'snapshot' && done !== undefined ? [{ ...event, chats: [...event.chats, done] }] : [event];
    }),
  },
  'refuses “done” before a wrap-up was submitted': {
    break: (good) => ({ done: (chatId) => forgiven(good.done(chatId), 'Submit the wrap-up', undefined) }),
  },
  'has done what a command asks for when the command resolves': {
    break: (good) => ({
      async submitWrapUp(...given) {
        if (given[1]?.notes !== 'Settled') return good.submitWrapUp(...given);
        setTimeout(() => void good.submitWrapUp(...given).catch(() => undefined), 200);
      },
    }),
  },

  'refuses every command on another agent’s chat, and changes nothing': {
    break: (good) => {
      const { open, waiting } = watchWaiting(good);
      const send: ChatConnector['send'] = (chatId, message) =>
        waiting.has(chatId) ? good.send(chatId, message) : forgiven(good.send(chatId, message), 'not one of', aMessage);
      return { open, send };
    },
  },
  'refuses every command on a chat that is not there': {
    break: (good) => ({ end: (chatId) => forgiven(good.end(chatId), 'no chat no-such-chat', undefined) }),
  },
  'refuses every command but accept on a request that nobody has answered': {
    break: (good) => {
      const { open, waiting } = watchWaiting(good);
      const end: ChatConnector['end'] = (chatId) =>
        waiting.has(chatId) ? forgiven(good.end(chatId), 'not one of', undefined) : good.end(chatId);
      return { open, end };
    },
  },
  'refuses with a ConnectorError: a known code, and words that say why': {
    break: (good) => ({
      accept: (chatId) =>
        good.accept(chatId).catch((error: unknown) => {
          const { code, message } = error as ConnectorError;
          throw Object.assign(new Error(message), { code });
        }),
    }),
  },
  'settles every command that is used wrongly, throws nothing in place of it, and goes on working': {
    break: (good) => ({
      accept: (chatId) => ((chatId as unknown) === null ? new Promise(() => undefined) : good.accept(chatId)),
    }),
  },

  'shows two tabs of one agent the same chats and the same messages, whichever of them acts': {
    break: (good) => {
      let mine = false;
      return {
        ...each('ended', (event) => (mine ? event : undefined))(good, { written: [], memory: new Map() }),
        end(chatId) {
          mine = true;
          return good.end(chatId);
        },
      };
    },
  },
  'does not tell an agent’s other tab that a chat was answered elsewhere': {
    break: (good) => {
      let mine = false;
      const { open } = telling(good, () => (event) => {
        if (event.type !== 'chat' || event.chat.state !== 'active' || mine) return [event];
        return [{ type: 'withdrawn', chatId: event.chat.id, reason: 'answered-elsewhere' }, event];
      });
      return {
        open,
        accept(chatId) {
          mine = true;
          return good.accept(chatId);
        },
      };
    },
  },

  'goes on from the cursors when it is opened again: nothing lost, nothing twice': {
    break: tells((_world, { size }) => (event) => {
      if (event.type !== 'snapshot' || size === 0) return [event];
      const messages = Object.entries(event.messages).map(([id, said]) => [id, said.slice(1)]);
      return [{ ...event, messages: Object.fromEntries(messages) as typeof event.messages }];
    }),
  },
  'says that the connection is lost, and that it is back': {
    break: (good) => {
      // Notices it only when something is to be done.
      let notice = (): void => undefined;
      const { open } = telling(good, () => (event, tell) => {
        const lost = event.type === 'connection' && event.reason !== undefined;
        if (event.type === 'connection') notice = () => (lost ? tell(event) : undefined);
        return lost ? [] : [event];
      });
      return {
        open,
        send(...sent) {
          notice();
          return good.send(...sent);
        },
        end(chatId) {
          notice();
          return good.end(chatId);
        },
      };
    },
  },
  'tells what was written while the network was away: nothing lost, twice or out of order': {
    break: tells(() => {
      let first = true;
      return (event) => {
        if (event.type !== 'snapshot' || first) {
          first &&= event.type !== 'snapshot';
          return [event];
        }
        const messages = Object.entries(event.messages).map(([id, said]) => [
          id,
          said.filter(({ author }, index) => author !== 'end-user' || index < said.length - 1),
        ]);
        return [{ ...event, messages: Object.fromEntries(messages) as typeof event.messages }];
      };
    }),
  },
  'sends each message once, also those that were on their way when the network went': {
    break: (good) => {
      const failed = new Set<string>();
      return {
        async send(chatId, message) {
          const id = failed.has(message?.id) ? newId() : message?.id;
          try {
            return { ...(await good.send(chatId, message && { ...message, id })), id: message?.id };
          } catch (error) {
            failed.add(message?.id);
            throw error;
          }
        },
      };
    },
  },
  'lets no command resolve while the network is away': {
    break: (good) => ({ end: (chatId) => forgiven(good.end(chatId), 'no network', undefined) }),
  },
  'says that the connection is lost before it refuses a command as unavailable': {
    break: (good) => {
      let under = 0;
      let later: (() => void)[] = [];
      const { open } = telling(good, () => (event, tell) => {
        if (event.type !== 'connection' || event.reason === undefined || under === 0) return [event];
        later.push(() => tell(event));
        return [];
      });
      return {
        open,
        async send(...sent) {
          under += 1;
          try {
            return await good.send(...sent);
          } finally {
            under -= 1;
            for (const tell of later) setTimeout(tell);
            later = [];
          }
        },
      };
    },
  },
  'tells what happened to chats while the network was away: afterwards it is as in a new tab': {
    break: tells(() => {
      let first = true;
      return (event) => {
        if (event.type !== 'snapshot' || first) {
          first &&= event.type !== 'snapshot';
          return [event];
        }
        return [{ ...event, chats: event.chats.filter(({ state }) => state !== 'waiting') }];
      };
    }),
  },

  'gives the messages after a place, and up to another, in order': {
    break: ({ history }) => ({
      history: async (chatId, after, upTo) => (await history?.(chatId, Math.max(0, after - 1), upTo)) ?? [],
    }),
  },
  'gives dispositions of which one can be chosen': { break: () => ({ dispositions: () => Promise.resolve([]) }) },
  'sums a chat up': {
    break: ({ summarize }) => ({
      summarize: async (...given) => {
        await summarize?.(...given);
        return { text: ' ', automatic: true };
      },
    }),
  },
  'refuses a summary as unsupported where there is none': {
    summary: false,
    break: (good) => ({
      summarize: (...given) =>
        forgiven(good.summarize!(...given), 'no summaries', { text: 'Nothing', automatic: true }),
    }),
  },
};
