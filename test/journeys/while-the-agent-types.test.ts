import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adapterOf, eventually, openAdapter, startShift, write, type Shift } from './support/shift.js';

describe('while the agent types', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  const conversation = async () => {
    const customer = await shift.customer();
    await write(customer, 'Hello?');
    const agent = await shift.agent();
    const adapter = adapterOf(agent);
    await openAdapter(agent);
    await adapter.getByRole('button', { name: /^New chat/ }).click();
    const field = adapter.getByRole('textbox', { name: 'Message…' });
    await field.waitFor();
    return { agent, adapter, customer, field };
  };

  it('Enter that confirms a composition never sends', async () => {
    const { agent, customer, field } = await conversation();
    await field.focus();
    const devtools = await shift.context.newCDPSession(agent);
    await devtools.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await devtools.send('Input.insertText', { text: '日本' });
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
    });
    expect(await field.inputValue()).toBe('日本');
    expect(await customer.getByText('日本').count()).toBe(0);
    await field.press('Enter');
    await customer.getByText('日本').waitFor();
  });

  it('a new request moves neither focus nor scroll nor the selected chat, and no tile', async () => {
    const { agent, adapter, field } = await conversation();
    await field.pressSequentially('I am wri');
    const place = () =>
      adapter.evaluate((element) => {
        const root = element.shadowRoot;
        const deepest = () => {
          let active: Element | null = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          return active?.localName;
        };
        const box = (found: Element | null | undefined) => {
          const { x, y, width, height } = found?.getBoundingClientRect() ?? new DOMRect();
          return [x, y, width, height].map(Math.round);
        };
        const indicator = root?.querySelector('chat-list')?.shadowRoot?.querySelector('chat-indicator');
        return {
          focus: deepest(),
          scroll: [scrollX, scrollY],
          pane: box(root?.querySelector('chat-pane')),
          first: box(indicator),
          selected: indicator?.hasAttribute('selected'),
        };
      });
    const before = await place();
    const other = await shift.customer({ channel: 'sms', phone: '+12025550123' });
    await write(other, 'One', 'Two');
    await adapter.getByRole('button', { name: 'New chat, 2 messages, SMS' }).waitFor();
    await agent.bringToFront();
    expect(await place()).toEqual(before);
    await agent.keyboard.type('ting');
    expect(await field.inputValue()).toBe('I am writing');
  });

  it('a double Enter sends once', async () => {
    const { agent, customer, field } = await conversation();
    await field.fill('Only once');
    await agent.keyboard.press('Enter');
    await agent.keyboard.press('Enter');
    await customer.getByText('Only once').first().waitFor();
    await eventually(() => customer.getByText('Only once').count(), 1);
  });
});
