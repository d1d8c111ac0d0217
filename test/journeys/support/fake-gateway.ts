import type { Page } from 'playwright';
import type { AgentHears, AgentSends, ChatToldFrame, MessagesFrame } from '../../../src/wire/index.js';

type Chat = ChatToldFrame['chat'];
type Message = MessagesFrame['messages'][number];

/** What a server says in a test; it does what an agent asks for at once. */
export interface GatewayScript {
  readonly chats: readonly Chat[];
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  readonly welcome?: Readonly<Record<string, unknown>>;
  readonly dispositions?: readonly unknown[];
  readonly summary?: string;
  /** What is answered to a frame instead. */
  readonly instead?: (frame: AgentSends) => readonly unknown[] | undefined;
}

export interface FakeGateway {
  /** All that the page sent. */
  readonly heard: string[];
  /** The addresses that it asked. */
  readonly urls: string[];
  tell(...frames: readonly (AgentHears | Readonly<Record<string, unknown>>)[]): void;
}

/** Answers the sockets of a page in the wire's words, without a network. */
export const fakeGateway = async (page: Page, script: GatewayScript): Promise<FakeGateway> => {
  const heard: string[] = [];
  const urls: string[] = [];
  let tell: FakeGateway['tell'] = () => undefined;
  const now = Date.now();
  const sequences = new Map(Object.entries(script.messages).map(([chatId, all]) => [chatId, all.length]));
  const chats = new Map(script.chats.map((chat) => [chat.id, chat]));
  // A request's messages are told to whoever has answered it.
  const told = Object.fromEntries(
    Object.entries(script.messages).filter(([chatId]) => chats.get(chatId)?.state !== 'waiting'),
  );

  const answersTo = (frame: AgentSends): readonly unknown[] => {
    const instead = script.instead?.(frame);
    if (instead !== undefined) return instead;
    if (frame.type === 'hello' || frame.type === 'refetch')
      return [
        ...(frame.type === 'hello'
          ? [
              {
                type: 'welcome',
                version: 1,
                serverTime: now,
                limits: { frameBytes: 1_000_000, framesPerSecond: 1000, burst: 1000, textLength: 10_000 },
                heartbeat: 30,
                agent: 'ana',
                ...script.welcome,
              },
            ]
          : []),
        { type: 'snapshot', serverTime: now, resumed: false, last: true, chats: script.chats, messages: told },
      ];
    if (frame.type === 'ping') return [{ type: 'pong', serverTime: now }];
    if (!('id' in frame)) return [];
    const ok = { type: 'ok', id: frame.id };
    if (frame.type === 'dispositions') return [{ ...ok, dispositions: script.dispositions ?? [] }];
    if (frame.type === 'summarize') return [{ ...ok, summary: { text: script.summary ?? '', automatic: true } }];
    const { chatId } = frame;
    if (frame.type === 'accept') {
      const chat = { ...chats.get(chatId), state: 'active', acceptedAt: now };
      return [{ type: 'chat', chat }, { type: 'messages', chatId, messages: script.messages[chatId] ?? [] }, ok];
    }
    if (frame.type === 'send') {
      const seq = (sequences.get(chatId) ?? 0) + 1;
      sequences.set(chatId, seq);
      const message = { ...frame.message, author: 'agent', kind: 'text', seq };
      return [
        { type: 'messages', chatId, messages: [message] },
        { ...ok, message },
      ];
    }
    if (frame.type === 'end') return [{ type: 'ended', chatId, time: now, by: 'agent', reason: 'over' }, ok];
    if (frame.type === 'submit')
      return [{ type: 'wrap-up-submitted', chatId, values: frame.values, reason: frame.reason }, ok];
    if (frame.type === 'done') return [{ type: 'done', chatId }, ok];
    return [{ ...ok, messages: [], more: false }];
  };

  await page.routeWebSocket(/\/chat$/u, (socket) => {
    urls.push(socket.url());
    tell = (...frames) => {
      for (const frame of frames) socket.send(JSON.stringify(frame));
    };
    socket.onMessage((data) => {
      heard.push(String(data));
      for (const answer of answersTo(JSON.parse(String(data)) as AgentSends)) socket.send(JSON.stringify(answer));
    });
  });
  return { heard, urls, tell: (...frames) => tell(...frames) };
};
