import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adapterOf, eventually, openAdapter, startShift, write, type Shift } from './support/shift.js';

describe('a reload', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  const conversation = async () => {
    const customer = await shift.customer();
    await write(customer, 'My order 8841 is late.');
    const agent = await shift.agent();
    const adapter = adapterOf(agent);
    await openAdapter(agent);
    await adapter.getByRole('button', { name: /^New chat/ }).click();
    const field = adapter.getByRole('textbox', { name: 'Message…' });
    await field.fill('Let me look.');
    await field.press('Enter');
    await customer.getByText('Let me look.').waitFor();
    return { agent, adapter, customer, field };
  };

  const openAgain = async (agent: Awaited<ReturnType<typeof conversation>>['agent']): Promise<void> => {
    await agent.reload();
    await adapterOf(agent)
      .getByRole('button', { name: /chat adapter$/ })
      .first()
      .waitFor();
    if ((await adapterOf(agent).getByRole('button', { name: 'Open chat adapter' }).count()) > 0)
      await openAdapter(agent);
  };

  it('in the middle of a conversation keeps the chat, its messages, the draft and the clock of the wait', async () => {
    const { agent, adapter, customer, field } = await conversation();
    await write(customer, 'Thank you. Can you also change the address?');
    await adapter.getByRole('log').getByText('change the address').waitFor();
    const since = () =>
      adapter.locator('chat-pane response-timer').evaluate((timer) => (timer as HTMLElement & { since: number }).since);
    const before = await since();
    await field.fill('Of course, to which');
    await openAgain(agent);
    await adapter.getByRole('log').getByText('change the address').waitFor();
    expect(await adapter.getByRole('log').getByText('My order 8841 is late.').count()).toBe(1);
    expect(await adapter.getByRole('log').getByText('Let me look.').count()).toBe(1);
    await eventually(() => field.inputValue(), 'Of course, to which');
    expect(await since()).toBe(before);
    expect(shift.complaints).toEqual([]);
  });

  it('of the end user’s page keeps the conversation on both sides', async () => {
    const { adapter, customer } = await conversation();
    await customer.reload();
    await customer.getByText('Let me look.').waitFor();
    await write(customer, 'Still here.');
    await adapter.getByRole('log').getByText('Still here.').waitFor();
    expect(await adapter.locator('chat-indicator').count()).toBe(1);
  });

  it('in the middle of a half-filled wrap-up keeps what was filled in', async () => {
    const { agent, adapter } = await conversation();
    await adapter.getByRole('button', { name: 'End chat', exact: true }).click();
    await adapter.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
    const notes = adapter.getByRole('textbox', { name: 'Notes' });
    await notes.fill('Half a no');
    const disposition = adapter.getByRole('combobox', { name: 'Disposition' });
    await disposition.click();
    const chosen = (await adapter.getByRole('option').nth(2).innerText()).trim();
    await adapter.getByRole('option').nth(2).click();
    const shown = () => disposition.evaluate((box) => ('value' in box ? String(box.value) : (box.textContent ?? '')));
    const before = await shown();
    expect(before).not.toBe('');
    await openAgain(agent);
    await adapter.getByRole('textbox', { name: 'Notes' }).waitFor();
    await eventually(() => notes.inputValue(), 'Half a no');
    expect(await shown()).toBe(before);
    expect(chosen).not.toBe('');
  });
});
