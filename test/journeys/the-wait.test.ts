import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adapterOf, eventually, openAdapter, startShift, write, type Shift } from './support/shift.js';

describe('the response timer', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  const waiting = async (query: string) => {
    await shift.context.clock.install();
    const customer = await shift.customer();
    await write(customer, 'Hello?');
    const agent = await shift.agent(query);
    const adapter = adapterOf(agent);
    await openAdapter(agent);
    await adapter.getByRole('button', { name: /^New chat/ }).click();
    const timer = adapter.locator('chat-pane response-timer');
    await timer.waitFor();
    const since = () => timer.evaluate((element) => (element as HTMLElement & { since: number }).since);
    const urgency = () => timer.getAttribute('urgency');
    return { agent, adapter, customer, since, urgency };
  };

  it('does not start anew at a second message while unanswered', async () => {
    const { adapter, customer, since } = await waiting('');
    const before = await since();
    await shift.context.clock.fastForward(5000);
    await write(customer, 'Are you there?');
    await adapter.getByRole('log').getByText('Are you there?').waitFor();
    expect(await since()).toBe(before);
  });

  it('starts anew at every message with the anchor "last"', async () => {
    const { adapter, customer, since } = await waiting('anchor=last');
    const before = await since();
    await shift.context.clock.fastForward(5000);
    await write(customer, 'Are you there?');
    await adapter.getByRole('log').getByText('Are you there?').waitFor();
    expect(await since()).toBeGreaterThanOrEqual(before + 5000);
  });

  it.each(['', 'anchor=last'])('stays red once missed, until a reply (%s)', async (query) => {
    const { adapter, customer, urgency } = await waiting(query);
    await shift.context.clock.fastForward(121_000);
    await eventually(urgency, 'missed');
    await write(customer, 'Hello??');
    await adapter.getByRole('log').getByText('Hello??').waitFor();
    await shift.context.clock.runFor(1500);
    expect(await urgency()).toBe('missed');
    const field = adapter.getByRole('textbox', { name: 'Message…' });
    await field.fill('I am here.');
    await field.press('Enter');
    await customer.getByText('I am here.').waitFor();
    await eventually(() => adapter.locator('response-timer[urgency="missed"]').count(), 0);
  });
});
