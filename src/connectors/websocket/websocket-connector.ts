import {
  checkEvent,
  ConnectorError,
  given,
  type ChatConnector,
  type ConnectorEvent,
  type ConnectorSession,
  type EventSource,
  type Message,
  type OutgoingMessage,
} from '../../core/index.js';
import { toJson } from '../../core/to-json.js';
import {
  agentHears,
  endUserHears,
  readFrame,
  type AgentHears,
  type FrameProblem,
  type OkFrame,
} from '../../wire/index.js';
import { followAsAgent, type AgentFollower } from './follow-agent.js';
import { createLanes } from './lanes.js';
import { openLink, type Link, type LinkOptions } from './link.js';
import type { Request } from './requests.js';
import { createSteadyClock } from './steady-clock.js';
import { createTimer } from './timer.js';

export interface WebSocketConnectorOptions extends LinkOptions {
  /** The agent's id, as in the token: keeps what several agents of one browser write apart. Default `agent`. */
  readonly agent?: string;
  /** Names the server in warnings and in what is kept in the browser. Default `websocket`. */
  readonly name?: string;
}

export interface WebSocketConnector extends ChatConnector {
  /** Tries again at once, also where it was given up: after a new sign-in, or when the agent asks for it. */
  reconnect(): void;
}

/** A desk's own connection. */
interface Line {
  readonly link: Link;
  readonly follower: AgentFollower;
}

/** The agent is told again that somebody types at most this often, in milliseconds. */
const TYPING_EVERY = 2000;

/** A host's JavaScript may give anything; a server would count such frames, and close the socket for good. */
const isText = (value: unknown, longest = 200): boolean =>
  typeof value === 'string' && value !== '' && value.length <= longest;

/** What can still be used of a frame that is not as described: in a list, one bad item costs no other. */
const salvage = (text: unknown): AgentHears | undefined => {
  let raw: Record<string, unknown>;
  try {
    raw = JSON.parse(String(text)) as typeof raw;
  } catch {
    return undefined;
  }
  const { clean } = checkEvent(raw);
  if (clean === undefined || clean.type === 'connection' || clean.type === 'server-time') return undefined;
  const placed = (messages: readonly Message[]): readonly Message[] => messages.filter(({ seq }) => seq !== undefined);
  if (clean.type === 'messages') return { ...clean, messages: placed(clean.messages) } as AgentHears;
  if (clean.type !== 'snapshot') return clean;
  const messages = Object.fromEntries(Object.entries(clean.messages).map(([chatId, all]) => [chatId, placed(all)]));
  const part = Number.isSafeInteger(raw['part']) ? { part: raw['part'] } : {};
  return { ...clean, ...part, messages, resumed: clean.resumed === true, last: raw['last'] !== false } as AgentHears;
};

/**
 * Reaches a server that speaks the wire `agent-chat.v1`. The connection comes back by itself, commands that it broke are
 * asked again, and what was missed is told from where it broke.
 */
export const createWebSocketConnector = (options: WebSocketConnectorOptions): WebSocketConnector => {
  const { agent = 'agent', name = 'websocket', clock = createSteadyClock(), patience = 5000 } = options;
  const lines = new Set<Line>();
  const typings = new Map<string, number>();
  const inOrder = createLanes();
  /** What is on its way, by chat and id: sent again meanwhile, it has the same outcome. */
  const sending = new Map<string, Promise<Message>>();
  let abilities: ChatConnector['abilities'];

  const newest = (): Line | undefined => [...lines].at(-1);

  const openLine = (session: ConnectorSession, tell: (event: ConnectorEvent) => void): Line => {
    const snapshotDue = createTimer(clock);
    const complain = (path: string, wants: string): void => session.complain?.([{ path, wants }]);
    const follower = followAsAgent(session.cursors, tell, {
      history: (chatId, after, upTo) => link.ask({ type: 'history', chatId, after, upTo }),
      refetch: () => link.tell({ type: 'refetch' }),
      serverNow: () => link.serverNow(),
      due: () => snapshotDue.start(patience * 3, () => link.restart('The server gave no snapshot.')),
      came() {
        snapshotDue.stop();
        tell({ type: 'connection', state: 'online' });
      },
    });
    const hear = (frame: AgentHears): void => {
      if (frame.type === 'welcome') {
        abilities = frame.abilities;
        if (options.agent !== undefined && frame.agent !== agent)
          complain('welcome.agent', 'the agent that the connector was made for');
      }
      follower.hear(frame);
    };
    const link = openLink<AgentHears>(
      { ...options, clock, patience },
      {
        read: (text) => readFrame<AgentHears>(text, agentHears, endUserHears),
        cursors: () => follower.cursors(),
        hear,
        bad({ code, message, path = '' }: FrameProblem, text) {
          complain(path === '' ? code : path, message);
          const rest = salvage(text);
          if (rest !== undefined) hear(rest);
        },
        changed(state, reason) {
          if (state === 'online') return;
          snapshotDue.stop();
          tell(given({ type: 'connection', state, reason }));
        },
      },
    );
    return { link, follower };
  };

  const wantChat = (chatId: string): void => {
    if (!isText(chatId)) throw new ConnectorError('gone', 'There is no such chat.');
  };
  const ask = async (request: Request): Promise<OkFrame> => {
    if ('chatId' in request) wantChat(request.chatId);
    const line = newest();
    if (line === undefined) throw new ConnectorError('unavailable', 'Nobody has opened the connector.');
    return line.link.ask(request);
  };
  const send = async (chatId: string, { id, text, time }: OutgoingMessage): Promise<Message> => {
    const line = newest();
    const { message } = await inOrder(chatId, () => ask({ type: 'send', chatId, message: { id, text, time } }));
    if (message === undefined) return { id, author: 'agent', kind: 'text', text, time };
    line?.follower.sent(chatId, message);
    return message;
  };
  const command = async (request: Request): Promise<void> => void (await ask(request));

  return {
    name,
    agent,
    delivery: 'idempotent',
    clock,
    get abilities() {
      return abilities ?? {};
    },
    open: (session): EventSource => ({
      subscribe(observer) {
        const line = openLine(session, (event) => observer.next(event));
        lines.add(line);
        return {
          unsubscribe() {
            lines.delete(line);
            line.link.close();
          },
        };
      },
    }),
    accept: (chatId) => command({ type: 'accept', chatId }),
    async send(chatId, outgoing) {
      const { id, text, time } = { ...outgoing };
      if (!isText(id) || !isText(text, Infinity) || !Number.isFinite(time))
        throw new ConnectorError('invalid', 'A message needs an id, words to send, and a time.');
      wantChat(chatId);
      const key = toJson([chatId, id]);
      const under = sending.get(key) ?? send(chatId, { id, text, time }).finally(() => sending.delete(key));
      sending.set(key, under);
      return under;
    },
    setTyping(chatId, typing) {
      if (!isText(chatId)) return;
      const now = clock.now();
      if (typing && now - (typings.get(chatId) ?? -Infinity) < TYPING_EVERY) return;
      if (typing) typings.set(chatId, now);
      else typings.delete(chatId);
      newest()?.link.tell({ type: 'typing', chatId, typing: Boolean(typing) }, true);
    },
    end: (chatId) => command({ type: 'end', chatId }),
    submitWrapUp: (chatId, values, reason) => command({ type: 'submit', chatId, values, reason }),
    done: (chatId) => command({ type: 'done', chatId }),
    async history(chatId, after, upTo) {
      const all: Message[] = [];
      for (let from = after, more = true; more;) {
        const page = await ask({ type: 'history', chatId, after: from, ...given({ upTo }) });
        const messages = page.messages ?? [];
        all.push(...messages);
        const reached = messages.at(-1)?.seq ?? from;
        more = page.more === true && reached > from;
        from = reached;
      }
      return all;
    },
    async dispositions(queue) {
      return (await ask({ type: 'dispositions', ...given({ queue }) })).dispositions ?? [];
    },
    async summarize(chatId, request) {
      const labels = { ...request?.labels };
      const { summary } = await ask({ type: 'summarize', chatId, locale: request?.locale, labels });
      if (summary === undefined) throw new ConnectorError('unavailable', 'The server gave no summary.');
      return summary;
    },
    reconnect() {
      for (const { link } of lines) link.reconnect();
    },
  };
};
