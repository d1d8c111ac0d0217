import { expect, fixture, html } from '@open-wc/testing';
import { createChatDesk } from '../../../src/desk/index.js';
import { ChatProvider } from '../../../src/elements/chat-provider/chat-provider.js';
import { registerConnector } from '../../../src/elements/chat-provider/connectors.js';
import { expectSame } from '../../support/expect-same.js';
import { listenToWarnings } from '../../support/listen-to-warnings.js';
import { aConnector, registered, settled, setup, type DeskProbe } from './setup.js';

const probeIn = (element: Element): DeskProbe => element.querySelector<DeskProbe>('desk-probe')!;

describe('which desk a provider gives', () => {
  it('gives what is inside the desk it makes of its connector', async () => {
    const { desk, probe, connector } = await setup();
    expectSame(probe.found, desk);
    expectSame(desk.connector, connector);
  });

  it('takes its desk property before all else', async () => {
    const [given, connector] = [createChatDesk({ connector: aConnector() }), aConnector()];
    const name = registered(() => aConnector());
    const provider = await fixture<ChatProvider>(
      html`<chat-provider connect-to=${name} .connector=${connector} .desk=${given}
        ><desk-probe></desk-probe
      ></chat-provider>`,
    );
    expectSame(probeIn(provider).found, given);
    expect(connector.sessions).to.deep.equal([]);
  });

  it('takes its connector property before connect-to', async () => {
    const connector = aConnector();
    const name = registered(() => aConnector());
    const provider = await fixture<ChatProvider>(
      html`<chat-provider connect-to=${name} .connector=${connector}></chat-provider>`,
    );
    await settled();
    expectSame(provider.currentDesk?.connector, connector);
  });

  it('takes the connector that connect-to names before the provider around it', async () => {
    const connector = aConnector();
    let give: (connector: ReturnType<typeof aConnector>) => void = () => undefined;
    const name = registered(() => new Promise((resolve) => (give = resolve)));
    const outer = await fixture<ChatProvider>(
      html`<chat-provider .connector=${aConnector()}>
        <chat-provider connect-to=${name}><desk-probe></desk-probe></chat-provider>
      </chat-provider>`,
    );
    // While it loads there is no desk, rather than another back end's by accident.
    await settled();
    expectSame(probeIn(outer).found, undefined);
    give(connector);
    await settled();
    expectSame(probeIn(outer).found?.connector, connector);
  });

  it('passes on the desk of the provider around it, with words of its own', async () => {
    const outer = await fixture<ChatProvider>(
      html`<chat-provider .connector=${aConnector()}>
        <chat-provider .strings=${{ send: 'Go' }}><desk-probe></desk-probe></chat-provider>
      </chat-provider>`,
    );
    expectSame(probeIn(outer).found, outer.currentDesk);
    expect(probeIn(outer).send).to.equal('Go');
  });

  it('takes back to the next in order when one goes', async () => {
    const { provider, probe, connector } = await setup();
    const given = createChatDesk({ connector: aConnector() });
    provider.desk = given;
    await settled();
    expect([probe.found === given, connector.listeners]).to.deep.equal([true, 0]);
    provider.desk = undefined;
    await settled();
    expect([probe.found?.connector === connector, connector.listeners]).to.deep.equal([true, 1]);
    given.dispose();
  });

  it('gives another desk for another connector and lets the first go', async () => {
    const { provider, probe, connector } = await setup();
    const next = aConnector();
    provider.connector = next;
    await settled();
    expect(probe.found?.connector).to.equal(next);
    expect(connector.listeners).to.equal(0);
  });

  it('keeps its desk when only policy and CRM change, and tells them to it', async () => {
    const { provider, desk } = await setup();
    provider.policy = { crm: true };
    await settled();
    expectSame(provider.currentDesk, desk);
    expect(desk.policy$.value.crm).to.equal(true);
  });

  it('leaves the policy of a given desk alone', async () => {
    const given = createChatDesk({ connector: aConnector(), policy: { crm: true } });
    await fixture(html`<chat-provider .desk=${given} .policy=${{ crm: false }}></chat-provider>`);
    expect(given.policy$.value.crm).to.equal(true);
    given.dispose();
  });

  it('heeds properties that were set before the tag was known', async () => {
    class Late extends ChatProvider {}
    const element = document.createElement('late-provider');
    const connector = aConnector();
    element.append(document.createElement('desk-probe'));
    Object.assign(element, { policy: { crm: true }, connector });
    document.body.append(element);
    customElements.define('late-provider', Late);
    await settled();
    expectSame(probeIn(element).found?.connector, connector);
    expect(probeIn(element).found?.policy$.value.crm).to.equal(true);
    element.remove();
  });

  it('is found by tags that were there before it', async () => {
    const place = await fixture(html`<div><desk-probe></desk-probe></div>`);
    const provider = document.createElement('chat-provider');
    provider.connector = aConnector();
    place.append(provider);
    await settled();
    provider.append(probeIn(place));
    await settled();
    expectSame(probeIn(place).found, provider.currentDesk);
  });
});

describe('connect-to', () => {
  it('takes a connector that is made at once or later, once for each provider', async () => {
    let made = 0;
    const name = registered(() => {
      made += 1;
      return aConnector();
    });
    const provider = await fixture<ChatProvider>(html`<chat-provider connect-to=${name}></chat-provider>`);
    await settled();
    provider.policy = { crm: true };
    await settled();
    expect(provider.currentDesk === undefined).to.equal(false);
    expect(made).to.equal(1);
  });

  it('warns once of a name that nobody registered, and says what to do and what there is', async () => {
    const warnings = listenToWarnings();
    const name = registered(() => aConnector());
    const provider = await fixture<ChatProvider>(
      html`<chat-provider connect-to="nobody"><desk-probe></desk-probe></chat-provider>`,
    );
    const errors: string[] = [];
    provider.addEventListener('chat-error', ({ detail }) => errors.push(detail.code));
    await settled();
    provider.requestUpdate();
    await settled();
    warnings.stop();
    expect(warnings.texts.length).to.equal(1);
    expect(warnings.texts[0]).to.contain('registerConnector("nobody", load)').and.to.contain(`"${name}"`);
    expect(errors).to.deep.equal(['unknown-connector']);
    expectSame(probeIn(provider).found, undefined);
  });

  it('finds a name that is registered later, without a warning if the page had not loaded', async () => {
    const provider = await fixture<ChatProvider>(html`<chat-provider connect-to="later"></chat-provider>`);
    const connector = aConnector();
    registerConnector('later', () => connector);
    await settled();
    expectSame(provider.currentDesk?.connector, connector);
  });

  it('stays without a desk when the connector fails to load, says so, and tries again when it is set anew', async () => {
    const warnings = listenToWarnings();
    let works = false;
    const name = registered(() => (works ? aConnector() : Promise.reject(new Error('No route.'))));
    const provider = await fixture<ChatProvider>(html`<chat-provider connect-to=${name}></chat-provider>`);
    await settled();
    warnings.stop();
    expectSame(provider.currentDesk, undefined);
    expect(warnings.texts.length).to.equal(1);
    expect(warnings.texts[0]).to.contain('No route.');
    works = true;
    provider.connectTo = undefined;
    await settled();
    provider.connectTo = name;
    await settled();
    expect(provider.currentDesk === undefined).to.equal(false);
  });

  it('refuses what is no connector in words', async () => {
    const warnings = listenToWarnings();
    const name = registered(() => ({}) as never);
    const provider = await fixture<ChatProvider>(html`<chat-provider connect-to=${name}></chat-provider>`);
    await settled();
    warnings.stop();
    expectSame(provider.currentDesk, undefined);
    expect(warnings.texts.join()).to.contain('must give an object with open()');
  });

  it('forgets a connector that comes after another was asked for', async () => {
    const warnings = listenToWarnings();
    let give: (connector: ReturnType<typeof aConnector>) => void = () => undefined;
    let refuse: (reason: Error) => void = () => undefined;
    const slow = registered(() => new Promise((resolve) => (give = resolve)));
    const broken = registered(() => new Promise((_resolve, reject) => (refuse = reject)));
    const [late, wanted] = [aConnector(), aConnector()];
    const quick = registered(() => wanted);
    const provider = await fixture<ChatProvider>(html`<chat-provider connect-to=${slow}></chat-provider>`);
    await settled();
    provider.connectTo = broken;
    await settled();
    provider.connectTo = quick;
    await settled();
    give(late);
    refuse(new Error('Too late to matter.'));
    await settled();
    warnings.stop();
    expectSame(provider.currentDesk?.connector, wanted);
    expect([late.sessions, warnings.texts]).to.deep.equal([[], []]);
  });
});
