import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapterOf, eventually, startShift, write, type Shift } from './support/shift.js';

/** The accessible name and tag of what has focus, through shadow roots, and whether an outline shows it. */
const focused = (page: Page): Promise<{ name: string; tag: string; visible: boolean }> =>
  page.evaluate(() => {
    let active: Element | null = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const label =
      active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active.labels?.[0] : undefined;
    // A field inside a frame may show its focus on the frame.
    const shows = (element: Element | null | undefined): boolean =>
      element instanceof Element && getComputedStyle(element).outlineStyle !== 'none';
    return {
      name: active?.getAttribute('aria-label') ?? label?.textContent?.trim() ?? active?.textContent?.trim() ?? '',
      tag: active?.localName ?? '',
      visible: shows(active) || shows(active?.parentElement) || shows(active?.parentElement?.parentElement),
    };
  });

/** Presses Tab until what has focus is called `name`. */
const tabTo = async (page: Page, name: RegExp, key = 'Tab'): Promise<void> => {
  const passed: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    const now = await focused(page);
    passed.push(now.name.slice(0, 30));
    if (name.test(now.name)) {
      expect(now.visible, `focus is visible on ${now.name}`).toBe(true);
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${String(name)} was never reached; passed: ${passed.join(' | ')}`);
};

describe('by keyboard alone', () => {
  let shift: Shift;
  beforeAll(async () => void (shift = await startShift()));
  afterAll(() => shift.close());

  it('an agent answers, replies, ends and wraps up', async () => {
    const customer = await shift.customer();
    await write(customer, 'Hello?', 'My order 8841 is late.', 'Anyone?');
    const agent = await shift.agent();
    const adapter = adapterOf(agent);
    await agent.locator('#heard').waitFor({ state: 'attached' });
    await adapter.getByRole('button', { name: 'Open chat adapter' }).waitFor();

    await tabTo(agent, /^Open chat adapter/);
    await agent.keyboard.press('Enter');
    await tabTo(agent, /^New chat, 3 messages, web$/);
    await agent.keyboard.press('Enter');
    await eventually(async () => (await focused(agent)).tag, 'textarea');
    await agent.keyboard.type('Good afternoon.');
    await agent.keyboard.press('Enter');
    await customer.getByText('Good afternoon.').waitFor();
    await tabTo(agent, /^End chat$/, 'Shift+Tab');
    await agent.keyboard.press('Space');
    await adapter.getByRole('dialog').waitFor();
    await agent.keyboard.press('Escape');
    await eventually(async () => (await focused(agent)).name, 'End chat');
    await agent.keyboard.press('Enter');
    await tabTo(agent, /^End chat$/);
    await agent.keyboard.press('Enter');
    await adapter.getByRole('button', { name: 'Submit', exact: true }).waitFor();
    await tabTo(agent, /Disposition|Choose/);
    await agent.keyboard.press('ArrowDown');
    await agent.keyboard.press('Enter');
    await tabTo(agent, /^Notes/);
    await agent.keyboard.type('Solved.');
    await tabTo(agent, /^Submit$/);
    await agent.keyboard.press('Enter');
    await adapter.getByRole('button', { name: 'Done', exact: true }).waitFor();
    await tabTo(agent, /^Done$/);
    await agent.keyboard.press('Enter');
    await eventually(() => adapter.locator('chat-indicator').count(), 0);
    expect((await focused(agent)).tag).not.toBe('body');
  });
});
