// What a desk's state costs without any page: `npm run desk-costs`. Ratios within one run; it fails where one is missed.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Observable } from 'rxjs';
import type { ChatConnector, ChatRecord, ConnectorEvent, Message } from '../../src/core/index.js';
import { createChatDesk, type ChatDesk } from '../../src/desk/index.js';

const START = Date.now();
const ROUNDS = 9;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const message = (seq: number): Message => ({
  id: `message-${seq}-0123456789abcdef`,
  author: seq % 7 === 0 ? 'agent' : 'end-user',
  kind: 'text',
  text: `What a customer may write, as number ${seq} of it.`,
  time: START + seq,
  seq,
});

const chatOf = (id: string, state: ChatRecord['state'] = 'active'): ChatRecord => ({
  id,
  channel: 'web',
  endUser: { id: `of ${id}`, name: `Somebody in ${id}`, phone: '+34600000000' },
  state,
  requestedAt: START,
  waiting: 1,
  ...(state === 'active' ? { acceptedAt: START } : {}),
});

interface Office {
  readonly desk: ChatDesk;
  tell(event: ConnectorEvent): void;
}

/** A desk with so many chats, listened to as a page listens: the list, the open conversation, every indicator. */
const openOffice = (chats: number, stored: number): Office => {
  const none = async (): Promise<void> => undefined;
  let told: (event: ConnectorEvent) => void = () => undefined;
  const connector: ChatConnector = {
    name: 'costs',
    agent: 'agent',
    delivery: 'idempotent',
    open: () => ({
      subscribe({ next }) {
        told = next;
        return { unsubscribe: () => undefined };
      },
    }),
    accept: none,
    send: async (_chatId, sent) => ({ ...sent, author: 'agent', kind: 'text' }),
    end: none,
    submitWrapUp: none,
    done: none,
  };
  const desk = createChatDesk({
    connector,
    policy: { response: { target: 120 }, typing: 'preview' },
    messagesInMemory: Infinity,
  });
  const ids = Array.from({ length: chats }, (_, index) => `chat-${index}`);
  const history = Array.from({ length: stored }, (_, index) => message(index + 1));
  told({
    type: 'snapshot',
    serverTime: Date.now(),
    chats: ids.map((id) => chatOf(id)),
    messages: Object.fromEntries(ids.map((id, index) => [id, index === 0 ? history : []])),
  });
  void desk.select('chat-0');
  const heard = () => undefined;
  for (const stream of [desk.chats$, desk.requests$, desk.unsent$, desk.selected$] as Observable<unknown>[])
    stream.subscribe(heard);
  desk.happenings$.subscribe(heard);
  desk.chat('chat-0').messages$.subscribe(heard);
  for (const id of ids) desk.chat(id).view$.subscribe(heard);
  return { desk, tell: (event) => told(event) };
};

/** Microseconds of processor per message, told one by one: to the first `busy` chats in turn. */
const costOf = (chats: number, stored: number, busy: number, messages: number): number => {
  const { desk, tell } = openOffice(chats, stored);
  const from = (index: number): number => (index === 0 ? stored : 0);
  const tellAll = (first: number, last: number): void => {
    for (let told = first; told < last; told += 1) {
      const at = told % busy;
      const seq = from(at) + Math.floor(told / busy) + 1;
      tell({ type: 'messages', chatId: `chat-${at}`, messages: [message(seq)] });
    }
  };
  tellAll(0, messages);
  collect();
  const before = process.cpuUsage();
  tellAll(messages, 2 * messages);
  const { user, system } = process.cpuUsage(before);
  desk.dispose();
  return (user + system) / messages;
};

/** Bytes that stay for each of so many chats that were opened, used with 100 messages and closed. */
const leftByChat = async (chats: number): Promise<number> => {
  const { desk, tell } = openOffice(1, 0);
  const live = async (name: string): Promise<void> => {
    const id = `closed-${name}`;
    const chat = desk.chat(id);
    tell({ type: 'chat', chat: chatOf(id, 'waiting') });
    await desk.accept(id);
    const heard = () => undefined;
    const streams: Observable<unknown>[] = [chat.messages$, chat.view$, chat.draft$];
    const subscriptions = streams.map((stream) => stream.subscribe(heard));
    for (let seq = 1; seq <= 90; seq += 1)
      tell({ type: 'messages', chatId: id, messages: [{ ...message(seq), author: 'end-user' }] });
    for (let own = 0; own < 10; own += 1) {
      desk.setDraft(id, { text: 'Yes', start: 3, end: 3, scroll: 0 });
      desk.typing(id);
      await desk.send(id, 'Yes');
    }
    await desk.end(id);
    await desk.submitWrapUp(id);
    for (const subscription of subscriptions) subscription.unsubscribe();
    // A page may ask once more for what is gone.
    desk.chat(id);
  };
  // The logs, and what is remembered of the last chats, are full by then.
  for (let index = 0; index < 250; index += 1) await live(`first-${index}`);
  const used = (): number => (collect(), collect(), process.memoryUsage().heapUsed);
  const before = used();
  for (let index = 0; index < chats; index += 1) await live(String(index));
  const bytes = (used() - before) / chats;
  desk.dispose();
  return bytes;
};

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

const works = {
  'one chat of 100': () => costOf(1, 100, 1, 2000),
  'one chat of 100,000': () => costOf(1, 100_000, 1, 2000),
  '20 chats': () => costOf(20, 0, 20, 5000),
  '20 chats beside 180 idle ones': () => costOf(200, 0, 20, 5000),
};
type Work = keyof typeof works;
const names = Object.keys(works) as Work[];
const costs = new Map<Work, number[]>(names.map((name) => [name, []]));
for (let round = -1; round < ROUNDS; round += 1)
  for (const name of names) {
    const cost = works[name]();
    if (round >= 0) costs.get(name)?.push(cost);
  }
const cost = (name: Work): number => median(costs.get(name) ?? []);
for (const name of names) console.log(`${name.padEnd(30)} ${cost(name).toFixed(1)} µs of processor per message`);

const figures = {
  long: cost('one chat of 100,000') / cost('one chat of 100'),
  idle: cost('20 chats beside 180 idle ones') / cost('20 chats'),
  closed: await leftByChat(1000),
};
console.log(`a closed chat leaves ${Math.round(figures.closed)} bytes`);
console.log(JSON.stringify(figures));
process.exitCode = figures.long <= 1.2 && figures.closed <= 2048 ? 0 : 1;
