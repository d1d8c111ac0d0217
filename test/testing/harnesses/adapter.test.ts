import { expect } from '@open-wc/testing';
import type { PolicyLayer } from '../../../src/core/index.js';
import { loadWords } from '../../../src/i18n/load-words.js';
import { chatAdapterHarness, dispatchingUser } from '../../../src/testing/index.js';
import { anActive, said } from '../../desk/support/setup.js';
import { setup as adapt, type AdaptedOptions } from '../../elements/chat-adapter/setup.js';
import { aChat, aMessage, at } from '../../support/builders.js';
import { realUser } from './real-user.js';

const policy: PolicyLayer = {
  crm: true,
  response: { target: 120 },
  wrapUp: {
    disposition: 'required',
    notes: 'optional',
    dispositions: [
      { id: 'delivery', name: 'Delivery', children: [{ id: 'late', name: 'Late' }] },
      { id: 'other', name: 'Other' },
    ],
  },
};

const aRequest = aChat({ id: 'chat-2', channel: 'sms', requestedAt: at(1), waiting: 3 });

const hands = [
  { by: 'dispatched events', user: dispatchingUser, locale: 'en' },
  { by: 'dispatched events', user: dispatchingUser, locale: 'fr' },
  { by: 'real keys', user: realUser, locale: 'en' },
];

for (const { by, user, locale } of hands)
  describe(`the harness of <chat-adapter> in ${locale} by ${by}`, () => {
    before(() => loadWords(locale));

    const setup = async (chats: Parameters<typeof adapt>[0], options: AdaptedOptions = {}) => {
      const adapted = await adapt(chats, { policy, ...options });
      adapted.adapter.locale = locale;
      await adapted.settled();
      return { ...adapted, agent: chatAdapterHarness(adapted.adapter, user) };
    };

    it('opens it and closes it, once each', async () => {
      const { agent, adapter } = await setup([aRequest], { open: false });
      const told: boolean[] = [];
      adapter.addEventListener('adapter-toggle', ({ detail }) => told.push(detail.open));
      expect([await agent.isOpen(), await agent.launcher.waiting()]).to.deep.equal([false, 1]);
      await agent.open();
      await agent.open();
      expect(await agent.isOpen()).to.equal(true);
      await agent.close();
      await agent.close();
      expect([await agent.isOpen(), told]).to.deep.equal([false, [true, false]]);
    });

    it('reads the strip, answers what is new and selects what is not', async () => {
      const { agent, desk, settled } = await setup([anActive(), aRequest]);
      const read = async () => (await agent.list.chats()).map(({ label: _label, name: _name, ...rest }) => rest);
      expect(await read()).to.deep.equal([
        { chatId: 'chat-1', state: 'active', unread: 0, urgency: 'none', selected: false },
        { chatId: 'chat-2', state: 'new', unread: 3, urgency: 'none', selected: false },
      ]);
      await agent.list.answer('chat-2');
      await settled();
      expect([desk.selected$.value, await agent.pane.name()]).to.deep.equal(['chat-2', '+15550100']);
      await agent.list.select('chat-1');
      await settled();
      expect([desk.selected$.value, await agent.pane.name()]).to.deep.equal(['chat-1', 'Ana Silva']);
      expect((await agent.list.chats()).map(({ selected, name }) => [selected, name])).to.deep.equal([
        [true, 'Ana Silva'],
        [false, '+15550100'],
      ]);
    });

    it('reads what is late, and the conversation', async () => {
      const { agent, desk, connector, clock, settled } = await setup([anActive()]);
      await desk.select('chat-1');
      connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { text: 'Hello?\nAnybody?' })] });
      clock.set(at(80));
      connector.emit({ type: 'typing', chatId: 'chat-1', typing: true });
      await settled();
      expect(await agent.pane.transcript.messages()).to.deep.equal([
        { id: 'message-1', text: 'Hello?\nAnybody?', side: 'incoming', internal: false, placeholder: false },
      ]);
      expect(await agent.pane.transcript.typing.isTyping()).to.equal(true);
      expect([await agent.pane.urgency(), await agent.pane.timer.text()]).to.deep.equal(['soon', '1:19']);
      expect((await agent.list.chat('chat-1').read()).urgency).to.equal('soon');
      expect(await agent.list.chat('chat-1').timer.urgency()).to.equal('soon');
    });

    it('writes and sends; retries and discards what was not sent', async () => {
      const { agent, desk, connector, settled } = await setup([anActive()]);
      await desk.select('chat-1');
      await settled();
      const { composer, transcript } = agent.pane;
      const deliveries = async () => (await transcript.messages()).map(({ text, delivery }) => [text, delivery]);
      await composer.write('Good');
      await composer.write(' day.');
      expect([await composer.text(), await composer.locked()]).to.deep.equal(['Good day.', false]);
      await composer.sendByKey();
      await composer.write('Bye.');
      await composer.send();
      expect(await composer.text()).to.equal('');
      expect(await deliveries()).to.deep.equal([
        ['Good day.', 'sending'],
        ['Bye.', 'sending'],
      ]);
      // The second is sent once the first has its answer.
      for (let turn = 0; turn < 2; turn += 1) {
        connector.call('send').refuse('invalid');
        await settled();
      }
      const [first, second] = await transcript.messages();
      await transcript.retry(first!.id);
      await transcript.discard(second!.id);
      await settled();
      expect(await deliveries()).to.deep.equal([['Good day.', 'sending']]);
    });

    it('says that the reply is locked, and who has left', async () => {
      const { agent, desk, settled } = await setup([anActive({ state: 'left', leftAt: at(9) })]);
      await desk.select('chat-1');
      await settled();
      const { composer, icon } = agent.pane;
      expect([await composer.locked(), await icon.left(), await icon.channel()]).to.deep.equal([true, true, 'web']);
      expect(await composer.reason()).to.contain('Ana Silva');
      expect(await agent.pane.left()).to.contain('Ana Silva');
      await composer.write('Hello?');
      expect(await composer.text()).to.equal('');
    });

    it('ends a chat when that is confirmed, not when it is cancelled', async () => {
      const { agent, connector, desk, settled } = await setup([anActive()]);
      await desk.select('chat-1');
      await settled();
      await agent.pane.end();
      await agent.pane.dialog.cancel();
      expect([await agent.pane.dialog.isOpen(), connector.count('end')]).to.deep.equal([false, 0]);
      await agent.pane.end();
      connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1, { text: 'Wait!' })] });
      expect([await agent.pane.dialog.isOpen(), await agent.pane.dialog.arrived()]).to.deep.equal([true, 'Wait!']);
      await agent.pane.dialog.confirm();
      await settled();
      expect([connector.count('end'), await agent.wrapUp.isShown(), await agent.pane.isShown()]).to.deep.equal([
        1,
        true,
        false,
      ]);
    });

    it('says why a chat cannot be ended while previews are shown', async () => {
      const { agent, desk, settled } = await setup([anActive()]);
      await desk.select('chat-1');
      await settled();
      await agent.list.expand();
      await agent.list.expand();
      expect(await agent.list.isExpanded()).to.equal(true);
      expect(await agent.pane.endUnavailable()).to.not.equal(undefined);
      await agent.pane.end();
      expect(await agent.pane.dialog.isOpen()).to.equal(false);
      await agent.list.collapse();
      expect([await agent.list.isExpanded(), await agent.pane.endUnavailable()]).to.deep.equal([false, undefined]);
    });

    it('wraps up', async () => {
      const { agent, desk, connector, settled } = await setup([anActive({ state: 'wrap-up', endedAt: at(9) })]);
      await desk.select('chat-1');
      await settled();
      const { wrapUp } = agent;
      expect(await wrapUp.fields()).to.deep.equal({ disposition: 'required', notes: 'optional' });
      await wrapUp.submit();
      expect((await wrapUp.errors()).length).to.equal(1);
      expect(await wrapUp.dispositions()).to.deep.equal([
        { id: 'late', fullPath: 'Delivery › Late' },
        { id: 'other', fullPath: 'Other' },
      ]);
      expect(await wrapUp.values()).to.deep.equal({});
      await wrapUp.choose('late');
      await wrapUp.choose('other');
      await wrapUp.writeNotes('Solved.');
      expect([await wrapUp.values(), await wrapUp.errors()]).to.deep.equal([
        { disposition: 'other', notes: 'Solved.' },
        [],
      ]);
      await wrapUp.submit();
      await settled();
      expect(await wrapUp.step()).to.equal('submitted');
      await wrapUp.done();
      await settled();
      expect([connector.count('done'), await agent.list.chats(), await agent.pane.isEmpty()]).to.deep.equal([
        1,
        [],
        true,
      ]);
    });

    it('reads the connection and the notices, and dismisses one', async () => {
      const { agent, connector, desk, settled } = await setup([]);
      expect(await agent.connection()).to.deep.equal({ state: 'online', text: '' });
      connector.emit({ type: 'connection', state: 'offline', reason: 'The cable is out.' });
      desk.notify({ code: 'host-veto', text: 'Not now.' });
      desk.notify({ code: 'host-veto', text: 'Not this one.' });
      await settled();
      const { state, text } = await agent.connection();
      expect([state, text.includes('The cable is out.')]).to.deep.equal(['offline', true]);
      await agent.dismissNotice(1);
      expect(await agent.notices()).to.deep.equal(['Not now.']);
      connector.complete();
      await settled();
      expect((await agent.connection()).state).to.equal('closed');
    });

    it('reads what a chat’s end overtook, and gives it up', async () => {
      const { agent, connector, desk, settled } = await setup([anActive()]);
      connector.emit({ type: 'connection', state: 'offline' });
      for (const text of ['One', 'Two']) void desk.send('chat-1', text).catch(() => undefined);
      connector.emit({ type: 'ended', chatId: 'chat-1', time: at(5), by: 'end-user' });
      await settled();
      const [one, two] = await agent.unsent();
      expect([one?.text, two?.text]).to.deep.equal(['One', 'Two']);
      await agent.discardUnsent(two!.messageId);
      await settled();
      expect((await agent.unsent()).map(({ text }) => text)).to.deep.equal(['One']);
    });

    it('counts what came while the agent read elsewhere, and goes there', async () => {
      const { agent, desk, connector, find, settled } = await setup([anActive()]);
      await desk.select('chat-1');
      const tell = (from: number, to: number): void => {
        const messages = Array.from({ length: to - from + 1 }, (_, index) => said(from + index));
        connector.emit({ type: 'messages', chatId: 'chat-1', messages });
      };
      tell(1, 40);
      await settled();
      await agent.pane.transcript.messages();
      const log = find('[role=log]');
      log.scrollTop = 0;
      log.dispatchEvent(new Event('scroll'));
      tell(41, 42);
      await settled();
      expect(await agent.pane.transcript.newMessages()).to.equal(2);
      await agent.pane.transcript.goToNewMessages();
      expect(await agent.pane.transcript.newMessages()).to.equal(0);
    });

    it('reads where the agent left off', async () => {
      const { agent, desk, connector, settled } = await setup([anActive(), anActive({ id: 'chat-2' })]);
      await desk.select('chat-2');
      connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1), said(2)] });
      await settled();
      expect((await agent.list.chat('chat-1').read()).unread).to.equal(2);
      await agent.list.select('chat-1');
      await settled();
      expect(await agent.pane.transcript.unreadFrom()).to.equal(aMessage().id);
    });
  });
