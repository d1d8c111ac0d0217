import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adapterOf, eventually, openAdapter, startShift, write, type Shift } from './support/shift.js';

const NAME = 'Quintessa Oyelaran';

/** Everything the adapter shows or says: text, attributes and field values in every shadow root. */
const composedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text) found.push(node.data);
      if (node instanceof Element) {
        for (const { name, value } of node.attributes) found.push(`${name}=${value}`);
        if ('value' in node) found.push(String(node.value));
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(document.documentElement);
    return found.join('\n');
  });

/** Keeps every event's detail in the page, as text. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function record(event) {
      if (event instanceof CustomEvent) heard.push(`${event.type} ${JSON.stringify(event.detail)}`);
      return dispatch.call(this, event);
    };
  });

const heardBy = (page: Page): Promise<string> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));

describe('a name', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  it('is nowhere on a phone channel: not in the tree, in ARIA, in events or in the console', async () => {
    const agent = await shift.agent();
    const said: string[] = [];
    agent.on('console', (message) => said.push(message.text()));
    await listen(agent);
    await openAdapter(agent);
    const customer = await shift.customer({ channel: 'whatsapp', name: NAME, phone: '+12025550143' });
    await write(customer, 'Hello?');
    const adapter = adapterOf(agent);
    await adapter.getByRole('button', { name: 'New chat, 1 message, WhatsApp' }).click();
    await adapter.getByRole('button', { name: /^\+12025550143, WhatsApp/ }).waitFor();
    await customer.getByRole('textbox', { name: 'Message' }).pressSequentially('typing');
    await adapter.locator('typing-indicator').getByText('typing').first().waitFor();
    await write(customer, 'Second');
    await adapter.getByRole('button', { name: 'Show previews' }).click();
    await adapter.getByRole('button', { name: 'Hide previews' }).click();
    await adapter.getByRole('button', { name: 'End chat', exact: true }).click();
    expect(await composedText(agent)).not.toContain('Quintessa');
    await adapter.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
    await adapter.getByRole('button', { name: 'Submit', exact: true }).waitFor();
    expect(await composedText(agent)).not.toContain('Quintessa');
    await adapter.getByRole('button', { name: 'Submit', exact: true }).click();
    await adapter.getByRole('button', { name: 'Done', exact: true }).click();
    // It is told on the connector's word, which may come after the click.
    await eventually(async () => (await heardBy(agent)).includes('wrap-up-done'), true);
    const heard = await heardBy(agent);
    expect(heard).toContain('chat-accepted');
    expect(heard).not.toContain('Quintessa');
    expect(said.join('\n')).not.toContain('Quintessa');
  });

  it('gives way to the phone at once when the CRM is switched off', async () => {
    const agent = await shift.agent();
    await openAdapter(agent);
    const customer = await shift.customer({ channel: 'web', name: NAME, phone: '+12025550143' });
    await write(customer, 'Hello?');
    const adapter = adapterOf(agent);
    await adapter.getByRole('button', { name: /^New chat/ }).click();
    await adapter.getByRole('button', { name: new RegExp(`^${NAME}, web`) }).waitFor();
    await agent.getByRole('checkbox', { name: 'Use customer records' }).uncheck();
    await adapter.getByRole('button', { name: /^\+12025550143, web/ }).waitFor();
    await eventually(
      async () => (await adapter.evaluate((element) => element.shadowRoot?.textContent ?? '')).includes('Quintessa'),
      false,
    );
  });

  it('comes from the CRM’s directory by phone', async () => {
    const agent = await shift.agent();
    await openAdapter(agent);
    await write(await shift.customer({ channel: 'mobile', phone: '+447700900861' }), 'Hello?');
    await adapterOf(agent)
      .getByRole('button', { name: /^New chat/ })
      .click();
    await adapterOf(agent)
      .getByRole('button', { name: /^Marta Kowalczyk, mobile/ })
      .waitFor();
  });
});
