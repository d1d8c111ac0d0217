import { expect } from '@open-wc/testing';
import { inspect, type InspectedEvent } from '../../../src/devtools/index.js';
import { anActive, said } from '../../desk/support/setup.js';
import { aConnector, setup } from '../../elements/chat-provider/setup.js';
import { aChat } from '../../support/builders.js';

const setupInspection = async (options?: Parameters<typeof inspect>[1]) => {
  const { provider, connector, desk } = await setup(aConnector([anActive()]));
  const before = { dispatchEvent: EventTarget.prototype.dispatchEvent };
  const inspection = inspect(provider, options);
  const request = (): void => connector.emit({ type: 'chat', chat: aChat({ id: 'chat-2' }) });
  return { provider, connector, desk, inspection, request, before };
};

const ofType = (events: readonly InspectedEvent[], type: string): InspectedEvent => {
  const found = events.find((event) => event.type === type);
  if (found === undefined) throw new Error(`No ${type}.`);
  return found;
};

/** Lets a listener throw without failing the test that wants it to. */
const whileErrorsAreMeant = (work: () => void): void => {
  const { onerror } = window;
  window.onerror = () => true;
  work();
  window.onerror = onerror;
};

describe('an inspection', () => {
  it('tells the events that nobody listens for from those that somebody does, wherever they listen', async () => {
    const { provider, connector, inspection, request } = await setupInspection();
    const listen = (): void => undefined;
    document.addEventListener('chat-requested', listen);
    request();
    connector.emit({ type: 'messages', chatId: 'chat-1', messages: [said(1)] });
    document.removeEventListener('chat-requested', listen);
    connector.emit({ type: 'chat', chat: aChat({ id: 'chat-3' }) });
    inspection.stop();
    const heard = inspection.events.map(({ type, tag, heard: by }) => [type, tag, by]);
    expect(heard).to.deep.equal([
      ['chat-requested', 'chat-provider', true],
      ['chat-message-added', 'chat-provider', false],
      ['chat-unread-change', 'chat-provider', false],
      ['chat-requested', 'chat-provider', false],
    ]);
    expect(inspection.report()[0]).to.deep.include({ type: 'chat-requested', fired: 2, unheard: 1 });
    provider.remove();
  });

  it('knows a listener from before by what it reads', async () => {
    const { provider, connector } = await setup();
    provider.addEventListener('chat-requested', ({ detail }) => void detail.waiting);
    const inspection = inspect(document);
    connector.emit({ type: 'chat', chat: aChat() });
    inspection.stop();
    expect(inspection.events.map(({ heard }) => heard)).to.deep.equal([true]);
  });

  it('lists what listeners threw, and the event goes on', async () => {
    const { provider, inspection, request } = await setupInspection();
    let reached = 0;
    provider.addEventListener('chat-requested', () => {
      throw new Error('The page’s own fault.');
    });
    provider.addEventListener('chat-requested', () => void (reached += 1));
    whileErrorsAreMeant(request);
    inspection.stop();
    expect(ofType(inspection.events, 'chat-requested').threw).to.deep.equal(['Error: The page’s own fault.']);
    expect(reached).to.equal(1);
  });

  it('calls slow what takes longer than it was told to bear', async () => {
    const { provider, inspection, request } = await setupInspection({ slowAfter: -1 });
    const patient = inspect(provider, { slowAfter: Infinity });
    request();
    inspection.stop();
    patient.stop();
    expect([...inspection.events, ...patient.events].map(({ slow }) => slow)).to.deep.equal([true, false]);
  });

  it('names the promise that an event breaks', async () => {
    const { desk, inspection } = await setupInspection();
    desk.tell('chat-ended', { by: 'end-user' }, 'wire', 'chat-1');
    desk.tell('chat-message-added', { messageId: 'm', author: 'bot' }, 'wire', 'chat-1');
    inspection.stop();
    expect(inspection.events.map(({ outOfOrder }) => outOfOrder)).to.deep.equal([[], ['messages-before-end']]);
  });

  it('keeps nothing that people wrote, unless it is asked for texts', async () => {
    const { desk, provider, inspection } = await setupInspection();
    const open = inspect(provider, { texts: true });
    desk.tell('wrap-up-done', { values: { notes: 'A secret' }, reason: 'agent' }, 'wire', 'chat-1');
    inspection.stop();
    open.stop();
    expect(JSON.stringify([inspection.events, inspection.log])).to.not.contain('secret');
    expect(JSON.stringify(open.events)).to.contain('A secret');
  });

  it('shows the log of the desk, and streams what comes', async () => {
    const { inspection, request } = await setupInspection();
    request();
    const seen: string[] = [];
    inspection.events$.subscribe(({ type }) => void seen.push(type));
    inspection.stop();
    expect(seen).to.deep.equal(['chat-requested']);
    expect(inspection.log.map(({ type }) => type)).to.include('chat-requested');
  });

  it('leaves the page as it was', async () => {
    const { inspection, request, before } = await setupInspection();
    inspection.stop();
    request();
    expect(EventTarget.prototype.dispatchEvent === before.dispatchEvent).to.equal(true);
    expect(inspection.events).to.deep.equal([]);
  });
});
