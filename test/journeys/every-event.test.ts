import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoUrl } from '../support/browser.js';
import { adapterOf, eventually, openAdapter, startShift, write, type Shift } from './support/shift.js';

/** Who tells: the adapter by itself, or a provider around it. */
const places = {
  'chat-adapter': '<chat-adapter connect-to="local"></chat-adapter>',
  'chat-provider': '<chat-provider connect-to="local"><chat-adapter></chat-adapter></chat-provider>',
} as const;

/** An event as the page heard it. */
type Heard = readonly [name: string, tag: string, chatId: string];

const LISTENED = [
  ...['chat-requested', 'chat-withdrawn', 'chat-accepted', 'chat-selected', 'chat-message-added'],
  ...['chat-end-user-left', 'chat-end-user-returned', 'chat-ended', 'wrap-up-submitted', 'wrap-up-done'],
  ...['chat-before-accept', 'chat-before-select', 'chat-before-send', 'chat-before-end', 'chat-before-wrap-up'],
  ...['chat-error', 'adapter-toggle'],
];

describe.each(Object.entries(places))('the events of a day, told by <%s>', (teller, body) => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  const open = async (): Promise<Page> => {
    const page = await shift.context.newPage();
    page.on('pageerror', (error) => shift.complaints.push(String(error)));
    await page.route('**/events.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Events</title><body>
          <script type="module" src="agent-chat-adapter.js"></script>${body}
          <script type="module">
            document.querySelector('${teller}').policy =
              { response: { target: 600 }, wrapUp: { disposition: 'absent', notes: 'optional' } };
            globalThis.heard = [];
            for (const name of ${JSON.stringify(LISTENED)})
              document.addEventListener(name, (event) =>
                heard.push([name, event.composedPath()[0].localName, event.detail.chatId ?? '']));
            document.addEventListener('chat-before-end', (event) => event.decide(Promise.reject(new Error('No.'))), { once: true });
          </script>`,
      }),
    );
    await page.goto(`${demoUrl()}/events.html`);
    return page;
  };

  const heardIn = (page: Page): Promise<readonly Heard[]> =>
    page.evaluate(() => (globalThis as unknown as { heard: readonly Heard[] }).heard);

  it('come in their order, each from the tag that fires it', async () => {
    const page = await open();
    const adapter = adapterOf(page);
    await openAdapter(page);
    const ana = await shift.customer({ channel: 'sms', phone: '+12025550101' });
    const ben = await shift.customer({ channel: 'sms', phone: '+12025550102' });
    const indicator = (name: RegExp) => adapter.getByRole('button', { name });

    await write(ben, 'Is anybody there?');
    await indicator(/^New chat/).waitFor();
    await ben.getByRole('button', { name: 'Leave' }).click();
    await eventually(() => indicator(/^New chat/).count(), 0);

    await write(ana, 'Hello?');
    await indicator(/^New chat/).click();
    await indicator(/^\+12025550101/).waitFor();
    const field = adapter.getByRole('textbox', { name: 'Message…' });
    await field.fill('Good morning.');
    await field.press('Enter');
    await ana.getByText('Good morning.').waitFor();

    await write(ben, 'Now?');
    await indicator(/^New chat/).click();
    await indicator(/^\+12025550102/).waitFor();
    await write(ana, 'Are you there?');
    await indicator(/^\+12025550101, SMS, 1 unread/).click();
    await adapter.getByRole('log').getByText('Are you there?').waitFor();
    await ana.getByRole('button', { name: 'Leave' }).click();
    await indicator(/^\+12025550101, SMS, left/).waitFor();
    await ana.getByRole('button', { name: 'Come back' }).click();
    await eventually(() => indicator(/^\+12025550101, SMS, left/).count(), 0);

    const end = adapter.getByRole('button', { name: 'End chat', exact: true });
    const dialog = adapter.getByRole('dialog', { name: 'End chat?' });
    await end.click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await end.click();
    await dialog.getByRole('button', { name: 'End chat', exact: true }).click();
    await eventually(async () => (await heardIn(page)).filter(([name]) => name === 'chat-error').length, 1);
    if (!(await dialog.isVisible())) await end.click();
    await dialog.getByRole('button', { name: 'End chat', exact: true }).click();
    await adapter.getByRole('textbox', { name: 'Notes' }).fill('Late again.');
    await adapter.getByRole('button', { name: 'Submit', exact: true }).click();
    await adapter.getByRole('button', { name: 'Done', exact: true }).click();
    await eventually(() => indicator(/^\+12025550101/).count(), 0);

    const heard = await heardIn(page);
    const ofAna = heard.find(([name]) => name === 'chat-accepted')?.[2];
    const ofBen = heard.find(([name]) => name === 'chat-withdrawn')?.[2];
    expect(heard.filter(([, , chatId]) => chatId === ofAna).map(([name, tag]) => `${name} ${tag}`)).toEqual([
      `chat-requested ${teller}`,
      'chat-before-accept chat-indicator',
      `chat-accepted ${teller}`,
      `chat-message-added ${teller}`,
      'chat-before-send chat-composer',
      `chat-message-added ${teller}`,
      `chat-message-added ${teller}`,
      'chat-before-select chat-indicator',
      `chat-end-user-left ${teller}`,
      `chat-end-user-returned ${teller}`,
      'chat-before-end end-chat-dialog',
      `chat-error ${teller}`,
      'chat-before-end end-chat-dialog',
      `chat-ended ${teller}`,
      'chat-before-wrap-up wrap-up-form',
      `wrap-up-submitted ${teller}`,
      `wrap-up-done ${teller}`,
    ]);
    expect(heard.filter(([, , chatId]) => chatId === ofBen).map(([name]) => name)).toEqual([
      'chat-requested',
      'chat-withdrawn',
    ]);
    expect(shift.complaints).toEqual([]);
  });
});
