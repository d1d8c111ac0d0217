import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { anActive } from '../../desk/support/setup.js';
import { expectAccessible } from '../../support/accessible.js';
import { setup } from './setup.js';

/** What a host may say that has much to say. */
const LONG = Array.from({ length: 200 }, (_, at) => `Reason ${at}: the case is not finished.`).join(' ');

/** The element that a pointer in the middle of another one meets, through all shadow roots. */
const under = (element: Element): Element | null => {
  const { left, top, width, height } = element.getBoundingClientRect();
  let met = document.elementFromPoint(left + width / 2, top + height / 2);
  for (let inner: Element | null = met; inner?.shadowRoot && inner !== met?.parentElement;) {
    inner = inner.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
    if (inner === null || inner === met) break;
    met = inner;
  }
  return met;
};

const click = async (element: Element): Promise<void> => {
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
};

const textOf = (element: Element): string => element.textContent?.trim() ?? '';

describe('a notice of many words', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  /** A closing form below as many notices as are shown at once. */
  const covered = async (width: number, height: number) => {
    await setViewport({ width, height });
    const adapted = await setup([anActive({ state: 'wrap-up' })], {
      policy: { crm: true, wrapUp: { disposition: 'optional', notes: 'optional' } },
    });
    await adapted.desk.select('chat-1');
    for (let count = 0; count < 3; count += 1) adapted.desk.notify({ code: 'host-veto', text: LONG });
    await adapted.settled();
    return adapted;
  };

  for (const [width, height] of [
    [1280, 800],
    [320, 640],
    [320, 480],
  ] as const)
    describe(`at ${width} by ${height}`, () => {
      it('leaves the buttons of the closing form in reach', async () => {
        const { button, connector, find: found } = await covered(width, height);
        const submit = button('Submit');
        submit.scrollIntoView({ block: 'end' });
        expect(submit.contains(under(submit)), `${under(submit)?.outerHTML.slice(0, 80)}`).to.equal(true);
        await click(submit);
        expect(connector.calls.map(({ command }) => command)).to.include('submitWrapUp');
        // The fields may be scrolled to where nothing lies over them.
        const { bottom } = found('.notices').getBoundingClientRect();
        expect(found('wrap-up-form').getBoundingClientRect().bottom - bottom).to.be.greaterThan(60);
      });

      it('can be read to its end, by keys as well, and dismissed', async () => {
        const { adapter, button, find: found, settled } = await covered(width, height);
        const notice = found('.notice');
        expect(notice.scrollHeight).to.be.greaterThan(notice.clientHeight);
        expect(notice.scrollWidth).to.equal(notice.clientWidth);
        const dismiss = button('Dismiss');
        dismiss.focus();
        await sendKeys({ press: 'End' });
        await sendKeys({ press: 'End' });
        const unread = (): number => notice.scrollHeight - notice.clientHeight - notice.scrollTop;
        while (unread() > 1) await new Promise(requestAnimationFrame);
        expect(dismiss.contains(under(dismiss))).to.equal(true);
        await expectAccessible(adapter);
        await click(dismiss);
        await settled();
        expect(deepAll(adapter.shadowRoot!, '.notice')).to.have.length(2);
      });
    });

  it('is as high as its words where they are few', async () => {
    const { desk, find: found, settled } = await setup([anActive()]);
    desk.notify({ code: 'taken' });
    await settled();
    const notice = found('.notice');
    expect(notice.scrollHeight).to.equal(notice.clientHeight);
  });
});

describe('a notice over a conversation', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('lies under the menu that is opened', async () => {
    await setViewport({ width: 320, height: 640 });
    const { adapter, button, desk, settled } = await setup([anActive()]);
    await desk.select('chat-1');
    for (let count = 0; count < 3; count += 1) desk.notify({ code: 'taken' });
    await settled();
    button('More').click();
    const entries = (): readonly HTMLElement[] => deepAll(adapter.shadowRoot!, '[role=menuitem]');
    await waitUntil(() => entries().length > 0, 'the menu is there');
    for (const entry of entries()) expect(textOf(under(entry) ?? adapter)).to.equal(textOf(entry));
  });
});

describe('a wrap-up that could not be submitted', () => {
  it('is told in its form alone while that is shown, and in passing while another chat is', async () => {
    const chats = [anActive({ state: 'wrap-up' }), anActive({ id: 'chat-2' })];
    const { adapter, button, clock, connector, desk, settled } = await setup(chats, { held: ['submitWrapUp'] });
    await desk.select('chat-1');
    await settled();
    button('Submit').click();
    await settled();
    connector.call('submitWrapUp').refuse('unavailable');
    await clock.advanceAsync(5000);
    await settled();
    const spoken = (): string => deepAll(adapter.shadowRoot!, '[part=spoken]').map(textOf).join();
    const texts = (): readonly string[] => deepAll(adapter.shadowRoot!, '[part=notice-text], .said.failed').map(textOf);
    expect(texts()).to.deep.equal(['It could not be submitted. Your entries are kept; try again.']);
    expect(spoken()).to.equal('');
    await desk.select('chat-2');
    await settled();
    expect(texts()).to.deep.equal(['The wrap-up could not be submitted.']);
  });
});
