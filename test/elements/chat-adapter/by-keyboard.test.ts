import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Summary } from '../../../src/core/index.js';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { anActive, said } from '../../desk/support/setup.js';
import { aChat, at } from '../../support/builders.js';
import { focused, setup as setUp } from './setup.js';

const chats = [
  anActive({ id: 'chat-2', requestedAt: at(1), endUser: { id: 'p2', name: 'Li Wei' } }),
  aChat({ id: 'chat-1', requestedAt: at(2), waiting: 3 }),
];

const policy = {
  crm: true,
  summaries: true,
  wrapUp: {
    disposition: 'required',
    notes: 'required',
    dispositions: [{ id: 'solved', name: 'Solved', full_path: 'Solved', children: [] }],
  },
} as const;

const sendCombination = async (key: string): Promise<void> => {
  const keys = key.split('+');
  const last = keys.pop() ?? '';
  for (const held of keys) await sendKeys({ down: held });
  await sendKeys({ press: last });
  for (const held of keys) await sendKeys({ up: held });
};

/** What shows a focus: on the element, or on what frames it. */
const lookOf = (element: Element): string => {
  const looks: string[] = [];
  for (let at: Node | null = element; at !== null && looks.length < 4;) {
    if (at instanceof Element) {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(at);
      looks.push(outlineStyle === 'none' ? boxShadow : [outlineStyle, outlineWidth, outlineColor, boxShadow].join(' '));
    }
    at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
  }
  return looks.join('; ');
};

const nameOf = (element: Element | null): string => {
  const label = (element as HTMLInputElement | null)?.labels?.[0];
  return (element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '').trim();
};

/** An open page: a button, the adapter, another button; and keys that check at each step that the focus was seen. */
const setup = async () => {
  document.documentElement.style.setProperty('--chat-speed', '0s');
  const before = await fixture<HTMLElement>(html`<button>Before</button>`);
  const adapted = await setUp(chats, { open: false, policy });
  const after = await fixture<HTMLElement>(html`<button>After</button>`);
  const { settled } = adapted;
  const seen: string[] = [];
  const press = async (key: string): Promise<void> => {
    const from = focused();
    const look = from === null ? '' : lookOf(from);
    await sendCombination(key);
    await settled();
    // The page itself is between its last stop and the first.
    if (
      from === null ||
      from === document.body ||
      from === focused() ||
      !from.checkVisibility() ||
      !/Tab|Arrow/.test(key)
    )
      return;
    // What stood out while it had the focus does not any more.
    expect(lookOf(from), `the focus is seen on ${nameOf(from)}`).not.to.equal(look);
    seen.push(nameOf(from));
  };
  const goTo = async (name: RegExp, key = 'Tab'): Promise<void> => {
    const passed: string[] = [];
    for (let presses = 0; presses < 40 && !name.test(nameOf(focused())); presses += 1) {
      await press(key);
      passed.push(nameOf(focused()).slice(0, 20));
    }
    expect(nameOf(focused()), `after ${passed.join(' | ')}`).to.match(name);
  };
  const arrive = (name: RegExp): Promise<void> =>
    waitUntil(() => name.test(nameOf(focused())), `the focus never came to ${String(name)}`, { timeout: 5000 });
  /** Out of the adapter to both sides and back, by Tab alone. */
  const leaveToBothSides = async (): Promise<void> => {
    const back = nameOf(focused());
    await goTo(/^After$/);
    await goTo(new RegExp(`^${back.replace(/[^\w ]/g, '.')}`), 'Shift+Tab');
    await goTo(/^Before$/, 'Shift+Tab');
    await goTo(new RegExp(`^${back.replace(/[^\w ]/g, '.')}`));
  };
  return { ...adapted, before, after, press, goTo, arrive, leaveToBothSides, seen };
};

describe('by keyboard alone', () => {
  it('an agent answers, writes, switches, finds, ends and wraps up; the focus is seen, and never trapped', async function () {
    this.timeout(60_000);
    const { adapter, before, connector, desk, press, goTo, arrive, leaveToBothSides, settled, seen } = await setup();
    before.focus();
    await goTo(/^Open chat adapter/);
    await press('Enter');
    await goTo(/^Li Wei, web$/);
    await press('ArrowDown');
    expect(nameOf(focused())).to.equal('New chat, 3 messages, web');
    await press('Enter');
    await arrive(/^Message…$/);
    expect(desk.selected$.value).to.equal('chat-1');
    await sendKeys({ type: 'Good afternoon' });
    await press('Enter');
    expect(connector.calls.some(({ command }) => command === 'send')).to.equal(true);
    await leaveToBothSides();

    await goTo(/^Ana Silva, web/, 'Shift+Tab');
    await press('ArrowUp');
    expect(nameOf(focused())).to.match(/^Li Wei, web/);
    await press('Enter');
    await arrive(/^Message…$/);
    expect(desk.selected$.value).to.equal('chat-2');

    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(1, { text: 'My order 8841 is late' })] });
    await settled();
    await goTo(/^More$/, 'Shift+Tab');
    await press('Enter');
    await arrive(/^Find…$/);
    await press('Enter');
    await arrive(/^Find in conversation$/);
    await sendKeys({ type: '8841' });
    await waitUntil(() => deepAll(adapter.shadowRoot!, '[part=find-count]')[0]?.textContent.trim() === '1 of 1');
    await leaveToBothSides();
    await press('Escape');
    await arrive(/^More$/);

    await goTo(/^End chat$/, 'Shift+Tab');
    await press('Enter');
    await arrive(/^Cancel$/);
    await press('Tab');
    expect(nameOf(focused())).to.equal('End chat');
    await press('Enter');
    await arrive(/^Disposition$/);

    await press('ArrowDown');
    await press('Enter');
    await goTo(/^Notes/);
    await sendKeys({ type: 'Called back' });
    await goTo(/^Insert summary$/);
    await press('Enter');
    connector.call<Summary>('summarize').resolve({ text: 'They talked.', automatic: false });
    await settled();
    await leaveToBothSides();
    await goTo(/^Submit$/);
    await press('Enter');
    await arrive(/^Done$/);
    expect(connector.calls.find(({ command }) => command === 'submitWrapUp')?.args[1]).to.deep.equal({
      disposition: 'solved',
      notes: 'Called back\n\nThey talked.',
    });
    await press('Enter');
    await arrive(/^Ana Silva, web/);
    expect(desk.chat('chat-2').view$.value).to.equal(undefined);
    await leaveToBothSides();
    expect(new Set(seen).size).to.be.greaterThan(12);
  });

  it('the same goes by shortcuts', async function () {
    this.timeout(30_000);
    const { adapter, before, connector, desk, press, arrive } = await setup();
    before.focus();
    await press('Alt+Shift+N');
    await arrive(/^Message…$/);
    expect([adapter.open, desk.selected$.value]).to.deep.equal([true, 'chat-1']);
    connector.emit({ type: 'messages', chatId: 'chat-2', messages: [said(1)] });
    await press('Alt+Shift+J');
    await waitUntil(() => desk.selected$.value === 'chat-2');
    await arrive(/^Message…$/);
    await press('Alt+Shift+F');
    await arrive(/^Find in conversation$/);
    await press('Escape');
    await press('Alt+Shift+E');
    await arrive(/^Cancel$/);
    await press('Escape');
    await arrive(/^End chat$/);
    await press('Alt+Shift+C');
    expect(adapter.open).to.equal(false);
  });
});
