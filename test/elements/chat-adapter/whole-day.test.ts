import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { createLocalConnector, createLocalEndUser, deleteLocalCentre } from '../../../src/connectors/local/index.js';
import type { ChatAdapter } from '../../../src/elements/chat-adapter/chat-adapter.js';
import { chatAdapterHarness } from '../../../src/testing/index.js';
import { realUser } from '../../testing/harnesses/real-user.js';
import { focused } from './setup.js';

const policy = {
  crm: true,
  summaries: true,
  response: { target: 120 },
  wrapUp: { disposition: 'optional', notes: 'optional' },
} as const;

const setup = async () => {
  const centre = `whole day ${crypto.randomUUID()}`;
  const customer = createLocalEndUser({ centre, channel: 'web', name: 'Ana Silva' });
  const connector = createLocalConnector({ name: centre });
  const adapter = await fixture<ChatAdapter>(
    html`<chat-adapter open .connector=${connector} .policy=${policy} .storage=${null}></chat-adapter>`,
  );
  const events: string[] = [];
  for (const type of ['chat-requested', 'chat-accepted', 'chat-ended', 'wrap-up-submitted', 'wrap-up-done'])
    adapter.addEventListener(type, () => events.push(type));
  return { adapter, centre, customer, events, agent: chatAdapterHarness(adapter, realUser) };
};

describe('a chat in <chat-adapter> over the local connector', () => {
  it('goes from three waiting messages to Done', async () => {
    const { adapter, agent, centre, customer, events } = await setup();
    const { composer, dialog, transcript } = agent.pane;
    for (const text of ['Hello?', 'My order 8841 is late.', 'It should have come on Friday.'])
      await customer.send(text);
    await waitUntil(async () => (await agent.list.chats())[0]?.unread === 3);
    const [request] = await agent.list.chats();
    expect(request?.label).to.equal('New chat, 3 messages, web');
    await agent.list.answer(request!.chatId!);
    await waitUntil(() => focused()?.localName === 'textarea');
    expect((await agent.list.chats()).map(({ state, name }) => [state, name])).to.deep.equal([['active', 'Ana Silva']]);

    await composer.write('Good afternoon.');
    await composer.sendByKey();
    await waitUntil(() => customer.value.messages.some(({ text }) => text === 'Good afternoon.'));
    await customer.send('It is blue.');
    await waitUntil(async () => (await transcript.messages()).at(-1)?.text === 'It is blue.');

    await agent.pane.end();
    await dialog.confirm();
    await waitUntil(() => focused()?.id === 'disposition');
    await agent.wrapUp.writeNotes('Solved.');
    await agent.wrapUp.submit();
    await waitUntil(async () => (await agent.wrapUp.step()) === 'submitted');
    await agent.wrapUp.done();
    await waitUntil(async () => (await agent.list.chats()).length === 0);
    expect(events).to.deep.equal([
      'chat-requested',
      'chat-accepted',
      'chat-ended',
      'wrap-up-submitted',
      'wrap-up-done',
    ]);
    customer.close();
    adapter.remove();
    await deleteLocalCentre(centre);
  });
});
