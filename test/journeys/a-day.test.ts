import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapterOf, eventually, startShift, write, type Shift } from './support/shift.js';

const languages = {
  English: {
    query: 'locale=en',
    open: 'Open chat adapter',
    newChat: /^New chat, 3 messages, web$/,
    active: /^Ana Silva, web/,
    left: /^Ana Silva, web, left/,
    send: 'Send',
    end: 'End chat',
    title: 'End chat?',
    confirm: 'End chat',
    wrapUp: 'Wrap-up',
    notes: 'Notes',
    disposition: 'Disposition',
    summary: 'Insert summary',
    submit: 'Submit',
    done: 'Done',
    preview: 'Message preview',
  },
  French: {
    query: 'locale=fr',
    open: /^Ouvrir/,
    newChat: /^Nouveau chat, 3 messages, web$/,
    active: /^Ana Silva, web/,
    left: /^Ana Silva, web, /,
    send: 'Envoyer',
    end: 'Mettre fin à la discussion',
    title: /^Mettre fin à la discussion\s\?$/,
    confirm: 'Mettre fin au chat',
    wrapUp: 'Terminer',
    notes: 'Notes',
    disposition: 'Disposition',
    summary: 'Insérer un résumé',
    submit: 'Envoyer',
    done: 'Terminer',
    preview: 'Aperçu du message',
  },
} as const;

const setup = async (shift: Shift, query: string): Promise<{ agent: Page; customer: Page }> => ({
  agent: await shift.agent(query),
  customer: await shift.customer(),
});

/** What the response timer of the pane says: its urgency and its text. */
const timerOf = async (agent: Page): Promise<{ urgency: string | null; text: string }> => {
  const timer = adapterOf(agent).locator('chat-pane response-timer');
  return { urgency: await timer.getAttribute('urgency'), text: (await timer.getByRole('timer').innerText()).trim() };
};

/** When the pane's wait began, on the server's clock. */
const sinceOf = (agent: Page): Promise<number> =>
  adapterOf(agent)
    .locator('chat-pane response-timer')
    .evaluate((timer) => (timer as HTMLElement & { since: number }).since);

describe.each(Object.entries(languages))('an agent’s day in %s', (_language, words) => {
  let shift: Shift;
  beforeAll(async () => void (shift = await startShift()));
  afterAll(() => shift.close());

  it('goes from a waiting request to Done', async () => {
    const { agent, customer } = await setup(shift, words.query);
    const adapter = adapterOf(agent);
    await shift.context.clock.install();

    await write(customer, 'Hello?', 'My order 8841 is late.', 'It should have come on Friday.');
    await agent.getByRole('button', { name: words.open }).click();
    const request = adapter.getByRole('button', { name: words.newChat });
    await request.focus();
    await agent.keyboard.press('Enter');
    await adapter.getByRole('button', { name: words.active }).waitFor();
    expect(await request.count()).toBe(0);
    expect(await adapter.locator('chat-indicator').count()).toBe(1);

    const field = adapter.locator('chat-composer').getByRole('textbox');
    await field.fill('Good afternoon, let me look that up.');
    await field.press('Enter');
    await customer.getByText('Good afternoon, let me look that up.').waitFor();
    await eventually(
      () =>
        adapter
          .locator('chat-pane response-timer')
          .getAttribute('urgency')
          .catch(() => 'none'),
      'none',
    );

    await customer.getByRole('textbox', { name: 'Message' }).pressSequentially('It is blu');
    await adapter.locator('typing-indicator').getByText('It is blu').waitFor();
    await adapter.getByText(words.preview).waitFor();
    await customer.getByRole('textbox', { name: 'Message' }).press('Enter');
    await adapter.getByRole('log').getByText('It is blu').first().waitFor();

    const since = await sinceOf(agent);
    const seen: [number, string | null, string][] = [];
    await shift.context.clock.pauseAt(since + 74_000);
    for (const remaining of [46, 45, 15, 14, 0]) {
      const now = await agent.evaluate(() => Date.now());
      await shift.context.clock.runFor(since + (120 - remaining) * 1000 - now);
      const { urgency, text } = await timerOf(agent);
      seen.push([remaining, urgency, text]);
    }
    expect(seen).toEqual([
      [46, 'on-time', '1:14'],
      [45, 'soon', '1:15'],
      [15, 'soon', '1:45'],
      [14, 'urgent', '1:46'],
      [0, 'missed', '2:00'],
    ]);
    await shift.context.clock.resume();

    await field.fill('The parcel is blue, yes.');
    await adapter.getByRole('button', { name: words.send, exact: true }).first().click();
    await eventually(() => adapter.locator('chat-pane response-timer[urgency="missed"]').count(), 0);

    await customer.getByRole('button', { name: 'Leave' }).click();
    await adapter.getByRole('button', { name: words.left }).waitFor();
    await adapter.locator('chat-pane channel-icon[left]').first().waitFor();

    await adapter.getByRole('button', { name: words.end, exact: true }).click();
    const dialog = adapter.getByRole('dialog', { name: words.title });
    await dialog.getByRole('button', { name: words.confirm, exact: true }).click();

    await adapter.getByRole('heading', { name: words.wrapUp }).waitFor();
    const notes = adapter.getByRole('textbox', { name: words.notes });
    await notes.fill('Order 8841 late.');
    await adapter.getByRole('button', { name: words.summary }).click();
    await eventually(async () => (await notes.inputValue()).includes('8841 is late'), true);
    expect(await notes.inputValue()).toMatch(/^Order 8841 late\./);
    await adapter.getByRole('combobox', { name: words.disposition }).click();
    await adapter.getByRole('option').first().click();
    await adapter.getByRole('button', { name: words.submit, exact: true }).click();
    await adapter.getByRole('button', { name: words.done, exact: true }).click();
    await eventually(() => adapter.locator('chat-indicator').count(), 0);
    expect(shift.complaints).toEqual([]);
  });
});
