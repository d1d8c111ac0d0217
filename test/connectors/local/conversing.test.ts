import { expect } from '@open-wc/testing';
import { at } from '../../support/builders.js';
import { dump, inCentre, until, words, type Scene } from './support.js';

const answered = async ({ agent, endUser }: Scene) => {
  const one = agent();
  const customer = endUser();
  await customer.send('Hello');
  const { id } = await one.request();
  await one.connector.accept(id);
  return { one, customer, id };
};

describe('a conversation in a local contact centre', () => {
  it(
    'has one order for everybody, without gaps, however messages cross',
    inCentre(async (scene) => {
      const { one, customer, id } = await answered(scene);
      const second = scene.agent();
      await second.hears('snapshot');
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => [
          customer.send(`end user ${n}`),
          one.connector.send(id, words(`agent ${n}`)),
        ]).flat(),
      );
      await until(() => second.words(id).length === 41);
      const seqs = one.of('messages').flatMap(({ messages }) => messages.map(({ seq }) => seq));
      expect(seqs).to.deep.equal(Array.from({ length: 41 }, (_, n) => n + 1));
      expect(second.words(id)).to.deep.equal(one.words(id));
      expect(customer.value.messages.map(({ text }) => text)).to.deep.equal(one.words(id));
      const own = one.words(id).filter((text) => text.startsWith('end user'));
      expect(own).to.deep.equal(Array.from({ length: 20 }, (_, n) => `end user ${n}`));
    }),
  );

  it(
    'keeps a message once, however often its id is sent, and gives it back as it is kept',
    inCentre(async (scene) => {
      const { one, customer, id } = await answered(scene);
      const first = await one.connector.send(id, words('Once', 'm-1', at(3)));
      const again = await one.connector.send(id, words('Once', 'm-1', at(9)));
      expect(again).to.deep.equal(first);
      expect(first).to.deep.equal({ id: 'm-1', author: 'agent', kind: 'text', text: 'Once', time: at(3), seq: 2 });
      expect(one.words(id)).to.deep.equal(['Hello', 'Once']);
      await until(() => customer.value.messages.length === 2);
    }),
  );

  it(
    'is there again after a reload of the agent, in the middle of wrap-up too',
    inCentre(async (scene) => {
      const { one, customer, id } = await answered(scene);
      await one.connector.send(id, words('Hi Ana'));
      await one.connector.end(id);
      await one.connector.submitWrapUp(id, { notes: 'All well', extra: { order: '8841' } }, 'agent');
      one.close();
      const two = scene.agent();
      const { chats, messages, serverTime } = await two.hears('snapshot');
      expect(chats).to.have.length(1);
      const submitted = { notes: 'All well', extra: { order: '8841' } };
      expect(chats[0]).to.deep.include({ id, state: 'wrap-up', endedBy: 'agent', submitted });
      expect(messages[id]?.map(({ text }) => text)).to.deep.equal(['Hello', 'Hi Ana']);
      expect(serverTime).to.equal(scene.clock.now());
      await until(() => customer.value.state === 'ended');
    }),
  );

  it(
    'gives no chat that is over, and none of another agent, in a snapshot',
    inCentre(async (scene) => {
      const { one, id } = await answered(scene);
      const other = scene.agent('agent-2');
      expect((await other.hears('snapshot')).chats).to.deep.equal([]);
      await one.connector.end(id);
      await one.connector.submitWrapUp(id, {}, 'agent');
      await one.connector.done(id);
      expect(one.told.at(-1)).to.deep.equal({ type: 'done', chatId: id });
      one.close();
      expect((await scene.agent().hears('snapshot')).chats).to.deep.equal([]);
    }),
  );

  it(
    'lists waiting requests in the order they arrived, those of one moment too',
    inCentre(async ({ agent, endUser }) => {
      for (let n = 1; n <= 8; n += 1) await endUser({ name: `Number ${n}` }).send('Hello');
      const { chats } = await agent().hears('snapshot');
      expect(chats.map(({ endUser: { name } }) => name)).to.deep.equal(
        Array.from({ length: 8 }, (_, n) => `Number ${n + 1}`),
      );
    }),
  );

  it(
    'tells typing both ways, with the preview as typed, and stores none of it',
    inCentre(async (scene) => {
      const { one, customer, id } = await answered(scene);
      customer.type('My PIN i');
      await one.hears('typing', ({ preview }) => preview === 'My PIN i');
      customer.type('');
      await one.hears('typing', ({ typing }) => !typing);
      one.connector.setTyping?.(id, true);
      await until(() => customer.value.agentTyping);
      await one.connector.send(id, words('Hello'));
      await until(() => !customer.value.agentTyping);
      expect(JSON.stringify(await dump(scene.name))).not.to.contain('My PIN');
    }),
  );

  it(
    'does not tell what waiting end users type',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      const customer = endUser();
      await customer.send('Hello');
      customer.type('My secr');
      await customer.send('Next');
      await one.hears('chat', ({ chat }) => chat.waiting === 2);
      expect(one.of('typing')).to.deep.equal([]);
    }),
  );

  it(
    'tells a preview gone only after the message it became',
    inCentre(async (scene) => {
      const { one, customer } = await answered(scene);
      customer.type('Where is it?');
      await customer.send('Where is it?');
      await one.hears('typing', ({ typing }) => !typing);
      const order = one.told.slice(-3).map((event) => (event.type === 'typing' ? event.typing : event.type));
      expect(order).to.deep.equal([true, 'messages', false]);
    }),
  );

  it(
    'tells again what is typed on while a message is under way, after that message',
    inCentre(async (scene) => {
      const { one, customer } = await answered(scene);
      const sent = customer.send('Where is it?');
      customer.type('And wh');
      await sent;
      await one.hears('messages', ({ messages }) => messages.some(({ text }) => text === 'Where is it?'));
      await until(() => one.told.at(-1)?.type === 'typing');
      expect(one.told.slice(-2).map(({ type }) => type)).to.deep.equal(['messages', 'typing']);
      expect(one.told.at(-1)).to.deep.include({ typing: true, preview: 'And wh' });
    }),
  );

  it(
    'tells an agent who joins what is being typed',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      const customer = endUser();
      await customer.send('Hello');
      customer.type('Are you th');
      await one.connector.accept((await one.request()).id);
      await one.hears('typing', ({ preview }) => preview === 'Are you th');
    }),
  );

  it(
    'stops showing an agent as typing whose tab went away, after a while',
    inCentre(async (scene) => {
      const { one, customer, id } = await answered(scene);
      one.connector.setTyping?.(id, true);
      await until(() => customer.value.agentTyping);
      one.close();
      scene.clock.advance(29_999);
      expect(customer.value.agentTyping).to.equal(true);
      scene.clock.advance(1);
      expect(customer.value.agentTyping).to.equal(false);
    }),
  );

  it(
    'makes a summary of the stored conversation, and offers dispositions and its policy',
    inCentre(async (scene) => {
      const one = scene.agent('agent', { policy: { crm: true }, dispositions: [{ id: 'a', name: 'A' }] });
      const customer = scene.endUser();
      await customer.send('Where is my order 48213?');
      const { id } = await one.request();
      await one.connector.accept(id);
      await one.connector.send(id, words('It arrives tomorrow before noon.'));
      const labels = { automatic: 'Automatic', endUser: 'Customer', agent: 'Agent' };
      const summary = await one.connector.summarize?.(id, { locale: 'en', labels });
      expect(summary).to.deep.equal({
        automatic: true,
        text: 'Automatic\nCustomer: Where is my order 48213?\nAgent: It arrives tomorrow before noon.',
      });
      expect(await one.connector.dispositions?.('Billing')).to.deep.equal([{ id: 'a', name: 'A' }]);
      expect(one.told.slice(0, 2)).to.deep.equal([
        { type: 'connection', state: 'connecting' },
        { type: 'policy', policy: { crm: true } },
      ]);
    }),
  );
});
