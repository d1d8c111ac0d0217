import { expect } from '@open-wc/testing';
import { createLocalConnector } from '../../../src/connectors/local/index.js';
import { at } from '../../support/builders.js';
import { inCentre, refusal, until, words } from './support.js';

describe('answering in a local contact centre', () => {
  it(
    'lets one of two agents win each request that both answer at once',
    inCentre(async ({ agent, endUser }) => {
      const agents = [agent('agent-1'), agent('agent-2')];
      let wins = 0;
      for (let round = 0; round < 100; round += 1) {
        const customer = endUser();
        await customer.send('Hello?');
        const chatId = customer.value.chatId ?? '';
        const order = round % 2 === 0 ? agents : [...agents].reverse();
        const answers = await Promise.allSettled(order.map(({ connector }) => connector.accept(chatId)));
        const refused = answers.filter((answer) => answer.status === 'rejected');
        expect(refused.map(({ reason }) => (reason as { code: string }).code)).to.deep.equal(['taken']);
        wins += answers.length - refused.length;
        customer.close();
      }
      expect(wins).to.equal(100);
    }),
  );

  it(
    'tells the other agent that it was answered elsewhere, and nothing else of the chat',
    inCentre(async ({ agent, endUser }) => {
      const [first, second] = [agent('agent-1'), agent('agent-2')];
      const customer = endUser();
      await customer.send('My card is 4000');
      const { id } = await second.request();
      await first.connector.accept(id);
      await first.connector.send(id, words('One moment'));
      await customer.send('OK');
      const other = endUser({ name: 'Tom' });
      await other.send('Last');
      await second.hears('chat', ({ chat }) => chat.endUser.name === 'Tom');
      const ofChat = second.told.filter((event) => 'chatId' in event && event.chatId === id);
      expect(ofChat).to.deep.equal([{ type: 'withdrawn', chatId: id, reason: 'answered-elsewhere' }]);
    }),
  );

  it(
    'tells a waiting request without its words, with the number of messages',
    inCentre(async ({ agent, endUser }) => {
      const one = agent();
      await one.hears('snapshot');
      const customer = endUser({ queue: 'Billing', phone: '+447700900142' });
      await customer.send('My secret');
      await customer.send('Another secret');
      const { chat } = await one.hears('chat', (event) => event.chat.waiting === 2);
      const late = agent('agent-2');
      const { chats } = await late.hears('snapshot');
      expect(chat).to.deep.include({ state: 'waiting', channel: 'web', queue: 'Billing', requestedAt: at(0) });
      expect(chats.map(({ waiting }) => waiting)).to.deep.equal([2]);
      expect(JSON.stringify([one.told, late.told])).not.to.contain('secret');
    }),
  );

  it(
    'tells the chat and then its whole conversation to who answered, with the time of the assignment',
    inCentre(async ({ agent, endUser, clock }) => {
      const one = agent();
      const customer = endUser();
      await customer.send('First');
      await customer.send('Second');
      clock.advance(5000);
      const { id } = await one.request();
      await one.connector.accept(id);
      const told = one.told.slice(-2);
      expect(told.map(({ type }) => type)).to.deep.equal(['chat', 'messages']);
      expect(told[0]).to.have.nested.property('chat.acceptedAt', at(5));
      expect(one.words(id)).to.deep.equal(['First', 'Second']);
      expect(customer.value.state).to.equal('active');
    }),
  );

  it(
    'shows the same agent the same chats in a second tab, and lets both answer',
    inCentre(async ({ agent, endUser }) => {
      const [one, two] = [agent('agent-1'), agent('agent-1')];
      const customer = endUser();
      await customer.send('Hello');
      const { id } = await one.request();
      await Promise.all([one.connector.accept(id), two.connector.accept(id)]);
      await two.connector.send(id, words('From the second tab'));
      await until(() => one.words(id).includes('From the second tab'));
      expect(one.words(id)).to.deep.equal(['Hello', 'From the second tab']);
      expect(two.words(id)).to.deep.equal(['Hello', 'From the second tab']);
      expect(two.of('withdrawn')).to.deep.equal([]);
    }),
  );

  it(
    'keeps two contact centres apart',
    inCentre(async ({ agent, endUser, name }) => {
      const one = agent();
      const stranger = createLocalConnector({ name: `${name}-other`, agent: 'agent' });
      const customer = endUser();
      await customer.send('Hello');
      const { id } = await one.request();
      expect((await refusal(stranger.accept(id))).code).to.equal('gone');
      await import('../../../src/connectors/local/index.js').then(({ deleteLocalCentre }) =>
        deleteLocalCentre(`${name}-other`),
      );
    }),
  );
});
