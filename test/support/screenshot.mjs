// Takes the README's picture: the demo in the middle of a shift. Run it by `npm run screenshot`, after a change of the look.
import { chromium } from 'playwright';
import { serve } from '../../demo/serve.mjs';
import { atTop } from './at-top.mjs';
import { chromeArguments, ensureChrome } from './find-chrome.mjs';

const demo = await serve();
const browser = await chromium.launch({ executablePath: ensureChrome(), args: [...chromeArguments] });
const context = await browser.newContext({ viewport: { width: 1280, height: 780 }, deviceScaleFactor: 2 });
await context.clock.install();
const agent = await context.newPage();
await agent.goto(`${demo.url}/?theme=light`);

/** @param {string} who @param {readonly string[]} texts */
const customer = async (who, ...texts) => {
  const page = await context.newPage();
  await page.goto(`${demo.url}/customer.html?${who}`);
  for (const text of texts) {
    await page.getByRole('textbox', { name: 'Message' }).fill(text);
    await page.keyboard.press('Enter');
    await page.getByText(text).first().waitFor();
  }
  return page;
};

/** @param {RegExp} name */
const press = (name) => agent.getByRole('button', { name }).first().click();
/** @param {string} seconds */
const later = (seconds) => context.clock.fastForward(seconds);

await customer('channel=sms&phone=%2B12025550101&queue=Delivery', 'Are you still there?');
await press(/^Open chat adapter/);
await press(/^New chat/);
await later('00:42');
await customer('channel=whatsapp&phone=%2B447700900123&queue=Delivery', 'Hi', 'My parcel went back to the sender.');
await press(/^New chat/);
await later('00:46');
const left = await customer('channel=mobile&name=Li%20Wei&queue=Sales', 'Do you ship to Norway?');
await press(/^New chat/);
const ana = await customer(
  'channel=web&name=Ana%20Silva&queue=Billing',
  'Hello? My order 8841 is late.',
  'It should have come on Friday.',
);
await press(/^New chat/);
await agent.getByRole('heading', { name: 'Ana Silva' }).waitFor();
await agent.getByRole('textbox', { name: 'Message…' }).fill('Good afternoon, Ana. Let me look that up.');
await agent.keyboard.press('Enter');
await ana.getByText('Let me look that up.').waitFor();
await left.getByRole('button', { name: 'Leave' }).click();
await ana.getByRole('textbox', { name: 'Message' }).fill('Thank you! The tracking page shows nothing since Thursday.');
await ana.keyboard.press('Enter');
await customer('channel=web&name=Zoe%20Brandt&queue=Sales', 'Hello', 'Do you have it in green?', 'Size 42');
await later('00:38');
await ana.getByRole('textbox', { name: 'Message' }).pressSequentially('I also wanted to change the addr');
await agent.bringToFront();
await agent.getByText('change the addr').last().waitFor();
await agent.screenshot({ path: atTop('demo/adapter.png'), scale: 'css', animations: 'disabled' });
await browser.close();
await demo.close();
