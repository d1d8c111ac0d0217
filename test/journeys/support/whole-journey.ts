import type { Page } from 'playwright';
import { adapterOf, eventually, openAdapter, write } from './shift.js';

/** Opens an entry of the pane's menu. */
const choose = async (agent: Page, entry: string): Promise<void> => {
  const adapter = adapterOf(agent);
  await adapter.getByRole('button', { name: 'More', exact: true }).click();
  await adapter.getByRole('menuitem', { name: entry }).click();
};

const speak = (agent: Page, locale: string): Promise<void> =>
  adapterOf(agent).evaluate((adapter, tag) => adapter.setAttribute('locale', tag), locale);

/**
 * All that an agent does with a chat, from the request to Done, so that every file that is fetched later is fetched: with
 * the page's own content, links, what finds, copies and prints, the keys, another language, a theme, the closing form.
 */
export const wholeJourney = async (agent: Page, customer: Page, { summary = true } = {}): Promise<void> => {
  const adapter = adapterOf(agent);
  const log = adapter.getByRole('log');
  await write(customer, 'Hello?', 'CARD', 'Is https://bank.example@evil.example/ yours? \u202egnp');
  await agent.bringToFront();
  await openAdapter(agent);
  await adapter.getByRole('button', { name: 'New chat, 3 messages, web' }).click();
  await agent.getByText('A card of the page').waitFor();
  await log.getByRole('link', { name: /leads to evil\.example/ }).waitFor();
  const field = adapter.getByRole('textbox', { name: 'Message…' });
  await field.fill('Good morning.');
  await field.press('Enter');
  await customer.getByText('Good morning.').waitFor();
  await customer.getByRole('textbox', { name: 'Message' }).pressSequentially('It is blu');
  await adapter.locator('typing-indicator').getByText('It is blu').waitFor();

  await field.press('Control+f');
  await adapter.getByRole('searchbox', { name: 'Find in conversation' }).fill('bank');
  await adapter.getByRole('status').getByText('1 of 1').waitFor();
  await agent.keyboard.press('Escape');
  await choose(agent, 'Copy conversation');
  await adapter.locator('[part~=done-text]').waitFor();
  await adapter.locator('[part~=done-close-button]').click();
  await choose(agent, 'Print…');
  await choose(agent, 'Keyboard shortcuts…');
  await adapter.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await agent.keyboard.press('Escape');
  await speak(agent, 'fr');
  await adapter.getByRole('button', { name: 'Envoyer', exact: true }).waitFor();
  await speak(agent, 'en');
  await adapter.getByRole('button', { name: 'Send', exact: true }).waitFor();
  await agent.evaluate(
    () =>
      new Promise((resolve) => {
        const link = Object.assign(document.createElement('link'), {
          rel: 'stylesheet',
          href: '/themes/carbon-like.css',
        });
        link.addEventListener('load', resolve);
        link.addEventListener('error', resolve);
        document.head.append(link);
      }),
  );
  await adapter.getByRole('button', { name: 'Show previews' }).click();
  await adapter.getByRole('button', { name: 'Hide previews' }).click();

  await adapter.getByRole('button', { name: 'End chat', exact: true }).click();
  await adapter
    .getByRole('dialog', { name: 'End chat?' })
    .getByRole('button', { name: 'End chat', exact: true })
    .click();
  const notes = adapter.getByRole('textbox', { name: 'Notes' });
  await notes.fill('It was blue.');
  if (summary) {
    await adapter.getByRole('button', { name: 'Insert summary' }).click();
    await eventually(async () => (await notes.inputValue()).length > 'It was blue.'.length, true);
  }
  await adapter.getByRole('combobox', { name: 'Disposition' }).click();
  await adapter.getByRole('option').first().click();
  await adapter.getByRole('button', { name: 'Submit', exact: true }).click();
  await adapter.getByRole('button', { name: 'Done', exact: true }).click();
  await eventually(() => adapter.locator('chat-indicator').count(), 0);
};
