import { expect, waitUntil } from '@open-wc/testing';
import { createChatDesk, type ChatDesk } from '../../../src/desk/index.js';
import type { Inspection } from '../../../src/devtools/index.js';
import type { ChatConnector } from '../../../src/core/index.js';
import type { ChatProvider } from '../../../src/elements/chat-provider/chat-provider.js';
import { anActive, said } from '../../desk/support/setup.js';
import { aConnector, setup } from '../../elements/chat-provider/setup.js';
import { aChat, at } from '../../support/builders.js';

const here = (path: string): string => new URL(path, import.meta.url).href;
const places: Readonly<Record<string, string>> = {
  'agent-chat-adapter/devtools': here('../../../src/devtools/index.ts'),
};

const page = await (await fetch(here('../../../stories/docs/events-and-streams.mdx'))).text();
const examples = new Map(
  [...page.matchAll(/```js\n\/\/ example: (\w+)\n([\s\S]*?)```/gu)].map(([, name = '', code = '']) => [name, code]),
);

/** Loads an example as the page has it. */
const load = async <T>(name: string): Promise<T> => {
  const code = examples.get(name);
  if (code === undefined) throw new Error(`The page has no example "${name}".`);
  const placed = code.replace(/from '([^']+)'/gu, (_all, from: string) => `from '${places[from] ?? from}'`);
  return (await import(URL.createObjectURL(new Blob([placed], { type: 'text/javascript' })))) as T;
};

describe('the page “Events and streams”', () => {
  it('opens the customer who was answered, and archives the whole conversation at its end', async () => {
    const { furnish } = await load<{ furnish(adapter: ChatProvider, acts: object): void }>('listen');
    const { provider, connector } = await setup();
    const calls: unknown[] = [];
    const keep =
      (name: string) =>
      (...values: unknown[]): void =>
        void calls.push([name, ...values]);
    furnish(provider, { openCustomer: keep('open'), archive: keep('archive'), warn: keep('warn') });
    connector.emit({ type: 'chat', chat: anActive() });
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1), said(2)] });
    connector.emit({ type: 'ended', chatId: 'chat-1', time: at(3), by: 'end-user' });
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(3)] });
    expect(calls).to.deep.equal([
      ['open', '+15550100'],
      ['archive', 'chat-1', ['message-1', 'message-2']],
      ['warn', 'message-after-end', 'A message came after the end of its chat.'],
    ]);
  });

  it('counts by a stream, and ships the log', async () => {
    const { showCount } = await load<{ showCount(desk: ChatDesk, show: (count: number) => void): void }>('streams');
    const { ship } = await load<{ ship(desk: ChatDesk, send: (entry: { type?: string; seq?: number }) => void): void }>(
      'log',
    );
    const { connector, desk } = await setup();
    const counts: number[] = [];
    const sent: unknown[] = [];
    showCount(desk, (count) => void counts.push(count));
    ship(desk, ({ seq, type }) => void sent.push([seq, type]));
    connector.emit({ type: 'chat', chat: aChat() });
    expect(counts).to.deep.equal([0, 1]);
    expect(sent).to.deep.equal([
      [1, 'connection-change'],
      [2, 'chat-requested'],
    ]);
  });

  it('looks at what nobody hears', async () => {
    const { look } = await load<{ look(adapter: ChatProvider): Inspection }>('inspect');
    const { provider, connector } = await setup();
    const said: unknown[] = [];
    const { info } = console;
    console.info = (...words: unknown[]) => void said.push(...words);
    const inspection = look(provider);
    connector.emit({ type: 'chat', chat: aChat() });
    inspection.stop();
    console.info = info;
    expect(said).to.deep.equal(['Nobody listens to chat-requested.']);
    expect(inspection.report()[0]).to.deep.include({ type: 'chat-requested', fired: 1, unheard: 1 });
  });

  it('records a session without its words, and plays it again', async () => {
    const { record, replay } = await load<{
      record(adapter: object, connector: ChatConnector): () => string;
      replay(adapter: object, text: string): void;
    }>('record');
    const adapter: { connector?: ChatConnector } = {};
    const connector = aConnector([anActive()], { messages: { 'chat-1': [said(1, { text: 'Hello 12' })] } });
    const read = record(adapter, connector);
    createChatDesk({ connector: adapter.connector! }).dispose();
    const text = read();
    replay(adapter, text);
    const desk = createChatDesk({ connector: adapter.connector! });
    // A replay takes its time, a quarter of what it took.
    await waitUntil(() => desk.chat('chat-1').messages$.value.length > 0);
    expect(desk.chat('chat-1').messages$.value.map((message) => message.text)).to.deep.equal(['xxxxx 00']);
    expect(text).to.not.contain('Hello');
    desk.dispose();
  });
});
