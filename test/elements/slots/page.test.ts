import { expect, fixtureCleanup } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { define } from '../../../src/define/define.js';
import type { ChatView } from '../../../src/desk/index.js';
import type { ChatAdapter } from '../../../src/elements/chat-adapter/chat-adapter.js';
import { loadSlots } from '../../../src/elements/load-slots.js';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { aMessage } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { order, painted } from './setup.js';

define();

const page = await (await fetch(new URL('../../../stories/docs/slots-and-parts.mdx', import.meta.url).href)).text();
const examples = new Map(
  [...page.matchAll(/```html\n<!-- example: (\w+) -->\n([\s\S]*?)```/gu)].map(([, name = '', code = '']) => [
    name,
    code,
  ]),
);

/** Puts an example of the page into this one, over a fake desk, and runs its script. */
const open = async (name: string, ...views: readonly ChatView[]) => {
  const fake = createFakeDesk(...views);
  const parsed = new DOMParser().parseFromString(examples.get(name) ?? '', 'text/html');
  const adapter = document.importNode(parsed.querySelector<ChatAdapter>('chat-adapter')!, true);
  adapter.desk = fake.desk;
  const styles = [...parsed.querySelectorAll('style')];
  const place = document.createElement('div');
  place.append(adapter, ...styles);
  document.body.append(place);
  for (const { textContent } of parsed.querySelectorAll('script'))
    await import(URL.createObjectURL(new Blob([textContent], { type: 'text/javascript' })));
  await loadSlots(adapter);
  await painted();
  const find = (selector: string): HTMLElement => deepAll(adapter.shadowRoot!, selector)[0]!;
  return { ...fake, adapter, find, close: () => place.remove() };
};

describe('the page “Slots, parts and states”', () => {
  let close = (): void => undefined;
  afterEach(() => {
    close();
    fixtureCleanup();
  });

  it('styles parts', async () => {
    const stage = await open('parts', aView());
    close = stage.close;
    stage.chat('chat-1').add(aMessage({ author: 'agent', delivery: 'failed' }));
    await painted();
    expect(getComputedStyle(stage.find('[part=send-button]')).borderStartStartRadius).to.equal('32px');
    expect(getComputedStyle(stage.find('[part~=failed]')).outlineStyle).to.equal('dashed');
  });

  it('styles states', async () => {
    const late = aView({ state: 'wrap-up', urgency: 'missed' });
    const stage = await open('states', late);
    close = stage.close;
    expect(getComputedStyle(stage.find('chat-indicator')).outlineStyle).to.equal('solid');
    expect(getComputedStyle(stage.find('[part=panel]')).borderStyle).to.equal('double');
  });

  it('puts a link into the header that follows the chat, and words where there is none', async () => {
    const stage = await open('header', aView());
    close = stage.close;
    const record = document.querySelector<HTMLAnchorElement>('#record')!;
    expect([record.getAttribute('href'), record.textContent, record.checkVisibility()]).to.deep.equal([
      '#/chats/chat-1',
      'Record',
      true,
    ]);
    stage.chat('chat-1').change({ state: 'left' });
    await painted();
    expect(record.textContent).to.equal('Record (gone)');
    stage.show();
    stage.selected.next(undefined);
    await painted();
    expect(stage.adapter.querySelector('[slot=empty]')?.checkVisibility()).to.equal(true);
  });

  it('writes a template into the reply', async () => {
    const stage = await open('tools', aView());
    close = stage.close;
    document.querySelector<HTMLElement>('#thanks')!.click();
    await painted();
    expect((stage.find('textarea') as HTMLTextAreaElement).value).to.equal('Thank you for waiting.');
  });

  it('submits a field of its own', async () => {
    const stage = await open('fields', aView({ state: 'wrap-up', endedAt: 0 }));
    close = stage.close;
    stage.adapter.querySelector('input')!.focus();
    await sendKeys({ type: '8841' });
    stage.find('#submit').click();
    await painted();
    expect(stage.calls.find(([name]) => name === 'submitWrapUp')?.[2]).to.deep.equal({ extra: { order: '8841' } });
  });

  it('shows an order as a card, with a button beside it', async () => {
    const stage = await open('messages', aView());
    close = stage.close;
    stage.chat('chat-1').add(order('m1'));
    await painted();
    const card = stage.adapter.querySelector('.order')!;
    expect([card.textContent, getComputedStyle(card).borderStyle]).to.deep.equal(['Order 8841', 'solid']);
    expect(stage.adapter.querySelector('button')?.textContent).to.equal('Translate');
  });

  it('has no example that is not run', () => {
    expect([...examples.keys()]).to.deep.equal(['parts', 'states', 'header', 'tools', 'fields', 'messages']);
  });
});
