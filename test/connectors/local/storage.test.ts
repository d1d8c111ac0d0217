import { expect } from '@open-wc/testing';
import { createLocalConnector, deleteLocalCentre } from '../../../src/connectors/local/index.js';
import { createLocalCentre } from '../../../src/connectors/local/centre.js';
import { KEPT_EVENTS, KEPT_FINISHED } from '../../../src/connectors/local/changes.js';
import { write } from '../../../src/connectors/local/end-user-commands.js';
import { result, type StoredChat, type StoredMessage } from '../../../src/connectors/local/schema.js';
import { ConnectorError } from '../../../src/core/index.js';
import { aMessage } from '../../support/builders.js';
import { listenToWarnings } from '../../support/listen-to-warnings.js';
import { dump, inCentre, refusal, until, words } from './support.js';

/** Runs something on a page whose global `name` is `value` meanwhile. */
const withGlobal = async (
  name: 'BroadcastChannel' | 'indexedDB',
  value: unknown,
  run: () => Promise<void>,
): Promise<void> => {
  const own = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    await run();
  } finally {
    Reflect.deleteProperty(globalThis, name);
    if (own !== undefined) Object.defineProperty(globalThis, name, own);
  }
};

describe('how a local contact centre is stored', () => {
  it(
    'a tab that fell behind what the log keeps gets a fresh snapshot, and goes on from there',
    inCentre(async ({ agent, endUser, name, clock }) => {
      const one = agent();
      const customer = endUser({ id: 'ana' });
      await customer.send('First');
      const { id } = await one.request();
      const opening = { chatId: 'unused', channel: 'web', endUser: { id: 'ana' }, presence: false };
      // One transaction of more entries than are kept: the tab is told once, when the oldest have left the log.
      await createLocalCentre({ name, clock }).change(async (stores) => {
        const events = stores.objectStore('events');
        const [entry] = await result<unknown[]>(events.getAll(undefined, 1));
        for (let copies = 0; copies < KEPT_EVENTS; copies += 1) events.add(entry);
        await write(stores, opening, aMessage({ id: 'second', text: 'Second' }), clock.now());
      });
      await until(() => one.of('snapshot').length === 2);
      expect(one.of('snapshot')[1]?.chats.map(({ waiting }) => waiting)).to.deep.equal([2]);
      expect((await dump(name))['events']).to.have.length(KEPT_EVENTS);
      await one.connector.accept(id);
      expect(one.told.slice(-2).map(({ type }) => type)).to.deep.equal(['chat', 'messages']);
      expect(one.words(id)).to.deep.equal(['First', 'Second']);
    }),
  );

  it(
    'of chats that are over the newest are kept, and whoever had an older one can write again',
    inCentre(async ({ agent, endUser, name, clock }) => {
      const customer = endUser({ id: 'ana' });
      await customer.send('First');
      await customer.leave();
      await createLocalCentre({ name, clock }).change(async (stores) => {
        const chats = stores.objectStore('chats');
        const [chat] = await result<StoredChat[]>(chats.getAll());
        for (let copy = 1; copy < KEPT_FINISHED; copy += 1)
          chats.add({ ...chat, id: `copy-${copy}`, arrival: copy + 1, endUser: { id: `other-${copy}` } });
      });
      const one = agent();
      const other = endUser({ id: 'tom' });
      await other.send('Hello');
      const { id } = await one.request();
      await one.connector.accept(id);
      await one.connector.end(id);
      await one.connector.submitWrapUp(id, {}, 'agent');
      expect((await dump(name))['chats']).to.have.length(KEPT_FINISHED + 1);
      await one.connector.done(id);
      const { chats, messages } = (await dump(name)) as { chats: StoredChat[]; messages: StoredMessage[] };
      expect(chats).to.have.length(KEPT_FINISHED);
      expect(messages.map(({ text }) => text)).to.deep.equal(['Hello']);
      await until(() => customer.value.state === 'new');
      await customer.comeBack();
      await customer.send('I am back');
      expect(customer.value).to.deep.include({ state: 'waiting' });
      expect(customer.value.messages.map(({ text }) => text)).to.deep.equal(['I am back']);
    }),
  );

  it(
    'a command that fails half-way leaves nothing behind, and is told as it failed',
    inCentre(async ({ endUser, name, clock }) => {
      await endUser({ id: 'ana' }).send('First');
      const before = await dump(name);
      const opening = { chatId: 'unused', channel: 'web', endUser: { id: 'ana' }, presence: false };
      const error = await refusal(
        createLocalCentre({ name, clock }).change(async (stores) => {
          await write(stores, opening, aMessage({ id: 'second', text: 'Second' }), clock.now());
          throw new ConnectorError('not-allowed', 'Not like that.');
        }),
      );
      expect(error.message).to.equal('Not like that.');
      expect(await dump(name)).to.deep.equal(before);
    }),
  );

  it(
    'a tab that was told nothing looks for itself when it is shown',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      await one.hears('snapshot');
      // A channel into which messages vanish.
      await withGlobal(
        'BroadcastChannel',
        class {
          postMessage(): void {}
          close(): void {}
        },
        async () => {
          await endUser().send('Hello');
        },
      );
      expect(one.of('chat')).to.deep.equal([]);
      document.dispatchEvent(new Event('visibilitychange'));
      expect((await one.hears('chat')).chat.waiting).to.equal(1);
    }),
  );

  it(
    'a centre deleted under an open tab is an empty one, with which it goes on',
    inCentre(async ({ agent, endUser, name }) => {
      const one = agent();
      await endUser().send('Hello');
      await one.connector.accept((await one.request()).id);
      await deleteLocalCentre(name);
      await until(() => one.of('snapshot').length === 2);
      expect(one.of('snapshot')[1]).to.deep.include({ chats: [], messages: {} });
      const next = endUser({ name: 'Tom' });
      await next.send('Hello again');
      const { id } = (await one.hears('chat', ({ chat }) => chat.endUser.name === 'Tom')).chat;
      await one.connector.accept(id);
      expect((await one.connector.send(id, words('Hi Tom'))).seq).to.equal(2);
    }),
  );

  it(
    'an end user whose centre was deleted starts anew',
    inCentre(async ({ endUser, name }) => {
      const customer = endUser();
      await customer.send('Hello');
      await deleteLocalCentre(name);
      await until(() => customer.value.state === 'new');
      await customer.send('Is anybody there?');
      expect(customer.value.messages.map(({ text }) => text)).to.deep.equal(['Is anybody there?']);
    }),
  );

  it(
    'where the browser refuses to store, commands say what to do and the connection is offline; later it connects',
    inCentre(async ({ agent, endUser, name }) => {
      const refusing = {
        open: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      };
      const customer = endUser();
      await customer.ready;
      customer.close();
      const warnings = listenToWarnings();
      await withGlobal('indexedDB', refusing, async () => {
        const one = agent();
        const { reason } = await one.hears('connection', ({ state }) => state === 'offline');
        expect(reason).to.contain('allow site data');
        for (const asked of [one.connector.accept('1'), one.connector.send('1', words('x')), endUser().send('Hello')]) {
          const error = await refusal(asked);
          expect(error.code).to.equal('unavailable');
          expect(error.message).to.contain('allow site data');
        }
        await agent().hears('connection', ({ state }) => state === 'offline');
      });
      warnings.stop();
      expect(warnings.texts).to.have.length(1);
      expect(warnings.texts[0]).to.match(new RegExp(`local/${name} is offline.*allow site data`, 'u'));
      const late = agent();
      await late.hears('connection', ({ state }) => state === 'online');
    }),
  );

  it(
    'a tab older than the database says that it must be reloaded',
    inCentre(async ({ agent, name }) => {
      const newer = indexedDB.open(`agent-chat-adapter/${name}`, 1000);
      await new Promise((resolve) => (newer.onsuccess = resolve));
      newer.result.close();
      const one = agent();
      const { reason } = await one.hears('connection', ({ state }) => state === 'offline');
      expect(reason).to.contain('reload this one');
    }),
  );

  it(
    'lets go of the database when nobody listens any more',
    inCentre(async ({ name }) => {
      const close = IDBDatabase.prototype.close;
      const closed = new Promise<void>((resolve) => {
        IDBDatabase.prototype.close = function (): void {
          close.call(this);
          if (this.name.endsWith(name)) resolve();
        };
      });
      try {
        await refusal(createLocalConnector({ name }).accept('nowhere'));
        await closed;
      } finally {
        IDBDatabase.prototype.close = close;
      }
    }),
  );
});
