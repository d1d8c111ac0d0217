import { expect } from '@open-wc/testing';
import type { LocalEndUserView } from '../../../src/connectors/local/index.js';
import { dump, inCentre, until, words } from './support.js';

describe("the end user's side of a local contact centre", () => {
  it(
    'asks for a chat with the first message, and not before',
    inCentre(async ({ agent, endUser, name }) => {
      const customer = endUser();
      await customer.ready;
      expect(customer.value).to.deep.equal({ state: 'new', messages: [], agentTyping: false });
      customer.type('Hel');
      expect((await dump(name))['chats']).to.deep.equal([]);
      await customer.send('Hello');
      expect(customer.value.state).to.equal('waiting');
      expect((await agent().request()).waiting).to.equal(1);
    }),
  );

  it(
    'tells listeners where it stands, at once and at every change',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      const customer = endUser();
      const seen: LocalEndUserView['state'][] = [];
      const stop = customer.subscribe(({ state }) => seen.push(state));
      await customer.send('Hello');
      const { id } = await one.request();
      await one.connector.accept(id);
      await until(() => customer.value.state === 'active');
      await customer.leave();
      await customer.comeBack();
      await one.connector.end(id);
      await until(() => customer.value.state === 'ended');
      stop();
      await customer.send('Again');
      expect(seen).to.deep.equal(['new', 'waiting', 'active', 'left', 'active', 'ended']);
    }),
  );

  it(
    'makes one request of several first messages, in order',
    inCentre(async ({ agent, endUser }) => {
      const customer = endUser();
      await Promise.all(['One', 'Two', 'Three'].map((text) => customer.send(text)));
      const { chats } = await agent().hears('snapshot');
      expect(chats.map(({ waiting }) => waiting)).to.deep.equal([3]);
      expect(customer.value.messages.map(({ text, seq }) => `${seq} ${text}`)).to.deep.equal([
        '1 One',
        '2 Two',
        '3 Three',
      ]);
    }),
  );

  it(
    'finds its open chat again by its id',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      const before = endUser({ id: 'ana' });
      await before.send('Hello');
      const { id } = await one.request();
      await one.connector.accept(id);
      before.close();
      await one.connector.send(id, words('Hi'));
      const after = endUser({ id: 'ana' });
      await after.ready;
      expect(after.value.state).to.equal('active');
      expect(after.value.messages.map(({ text }) => text)).to.deep.equal(['Hello', 'Hi']);
    }),
  );

  it(
    'sees only its own conversation, without notes among agents',
    inCentre(async ({ agent, endUser, name }) => {
      const one = agent();
      const [ana, tom] = [endUser(), endUser({ name: 'Tom' })];
      await ana.send('I am Ana');
      await tom.send('I am Tom');
      const id = ana.value.chatId ?? '';
      await one.connector.accept(id);
      const request = indexedDB.open(`agent-chat-adapter/${name}`);
      await new Promise((resolve) => (request.onsuccess = resolve));
      const transaction = request.result.transaction(['chats', 'messages'], 'readwrite');
      const note = {
        chatId: id,
        id: 'note',
        seq: 2,
        author: 'agent',
        kind: 'text',
        text: 'A note',
        time: 0,
        internal: true,
      };
      transaction.objectStore('messages').add(note);
      const chats = transaction.objectStore('chats');
      const got = chats.get(id);
      got.onsuccess = () => chats.put({ ...(got.result as object), count: 2 });
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      request.result.close();
      await one.connector.send(id, words('Hi Ana'));
      await until(() => ana.value.messages.length === 2);
      expect(ana.value.messages.map(({ text }) => text)).to.deep.equal(['I am Ana', 'Hi Ana']);
      expect(tom.value.messages.map(({ text }) => text)).to.deep.equal(['I am Tom']);
    }),
  );

  it(
    'withdraws the request by leaving while it waits, and asks anew by coming back, with what was written',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      const customer = endUser();
      await customer.send('Hello');
      const { id } = await one.request();
      await customer.leave();
      expect(customer.value.state).to.equal('left');
      expect(await one.hears('withdrawn')).to.deep.equal({ type: 'withdrawn', chatId: id, reason: 'end-user-left' });
      await customer.comeBack();
      expect(customer.value.state).to.equal('waiting');
      const again = await one.hears('chat', ({ chat }) => chat.id !== id);
      await one.connector.accept(again.chat.id);
      expect(one.words(again.chat.id)).to.deep.equal(['Hello']);
    }),
  );

  it(
    'tells the agent of leaving and coming back, once each',
    inCentre(async ({ agent, endUser, clock }) => {
      const one = agent();
      const customer = endUser();
      await customer.send('Hello');
      const { id } = await one.request();
      await one.connector.accept(id);
      clock.advance(1000);
      await Promise.all([customer.leave(), customer.leave()]);
      await Promise.all([customer.comeBack(), customer.comeBack()]);
      await one.hears('returned');
      const time = clock.now();
      expect(one.told.slice(-2)).to.deep.equal([
        { type: 'left', chatId: id, time },
        { type: 'returned', chatId: id, time },
      ]);
    }),
  );

  it(
    'is back when it writes after leaving',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      const customer = endUser();
      await customer.send('Hello');
      await one.connector.accept((await one.request()).id);
      await customer.leave();
      await customer.send('One more thing');
      await one.hears('messages', ({ messages }) => messages[0]?.text === 'One more thing');
      expect(one.told.slice(-3).map(({ type }) => type)).to.deep.equal(['left', 'returned', 'messages']);
      expect(customer.value.state).to.equal('active');
    }),
  );

  it(
    'asks for a new chat by writing after the end of one',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      const customer = endUser();
      await customer.send('Hello');
      const { id } = await one.request();
      await one.connector.accept(id);
      await one.connector.end(id);
      await customer.send('Something else');
      const { chat } = await one.hears('chat', (event) => event.chat.id !== id);
      expect(chat).to.deep.include({ state: 'waiting', waiting: 1 });
      expect(customer.value.messages.map(({ text }) => text)).to.deep.equal(['Something else']);
    }),
  );
});
