import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createLocalConnector, createLocalEndUser, deleteLocalCentre } from '../../../src/connectors/local/index.js';
import type { ChatAdapter } from '../../../src/elements/chat-adapter/chat-adapter.js';
import { find, focused } from './setup.js';

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
  /** Waits until there is a button with this accessible name. */
  const button = async (name: string, within = ''): Promise<HTMLElement> => {
    const look = (root: ParentNode): HTMLElement | undefined => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const isIt = element.localName === 'button' && (element.ariaLabel ?? element.textContent).trim() === name;
        if (isIt && (within === '' || element.closest(within) !== null) && element.checkVisibility()) return element;
        const inside = element.shadowRoot === null ? undefined : look(element.shadowRoot);
        if (inside !== undefined) return inside;
      }
      return undefined;
    };
    await waitUntil(() => look(adapter.shadowRoot!) !== undefined, `There is no button "${name}".`, { timeout: 4000 });
    return look(adapter.shadowRoot!)!;
  };
  return { adapter, centre, customer, events, button };
};

describe('a chat in <chat-adapter> over the local connector', () => {
  it('goes from three waiting messages to Done', async () => {
    const { adapter, centre, customer, events, button } = await setup();
    for (const text of ['Hello?', 'My order 8841 is late.', 'It should have come on Friday.'])
      await customer.send(text);
    (await button('New chat, 3 messages, web')).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.localName === 'textarea');
    expect(find(adapter.shadowRoot!, 'chat-list')?.shadowRoot?.querySelectorAll('chat-indicator').length).to.equal(1);

    await sendKeys({ type: 'Good afternoon.' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => customer.value.messages.some(({ text }) => text === 'Good afternoon.'));
    await customer.send('It is blue.');
    await waitUntil(() => find(adapter.shadowRoot!, '[role=log]')?.textContent.includes('It is blue.'));

    (await button('End chat')).click();
    const confirm = await button('End chat', 'dialog');
    confirm.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'disposition');
    find(adapter.shadowRoot!, '#notes')?.focus();
    await sendKeys({ type: 'Solved.' });
    (await button('Submit')).click();
    (await button('Done')).click();
    await waitUntil(() => find(adapter.shadowRoot!, 'chat-indicator') === undefined);
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
