import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { demoUrl } from '../support/browser.js';
import { startNetwork } from './support/network.js';
import { eventually, startShift, write, type Shift } from './support/shift.js';

/** The README's examples by name, as they stand there; one that has no name stands under its first line. */
const examples = new Map(
  [...readFileSync(atTop('README.md'), 'utf8').matchAll(/```(?:html|js|css)\n([^\n]*)\n([\s\S]*?)```/g)].map(
    ([, first = '', code = '']) => [/ example: (\w+)/.exec(first)?.[1] ?? first, code] as const,
  ),
);

const example = (name: string): string => {
  const code = examples.get(name);
  if (code === undefined) throw new Error(`The README has no example "${name}".`);
  return code;
};

describe('the README’s example', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  /** Opens a page whose body is `body`, beside the library's files. */
  const open = async (body: string): Promise<Page> => {
    const page = await shift.context.newPage();
    page.on('pageerror', (error) => shift.complaints.push(String(error)));
    await page.route('**/example.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>Example</title><body>${body}`,
      }),
    );
    await page.goto(`${demoUrl()}/example.html`);
    return page;
  };

  const answered = async (body: string): Promise<{ page: Page; customer: Page }> => {
    const page = await open(body);
    const customer = await shift.customer({ channel: 'web', name: 'Ana Silva', phone: '+12025550143' });
    await write(customer, 'Hello?');
    await page.getByRole('button', { name: 'Open chat adapter' }).click();
    await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    await page.getByRole('button', { name: /^(Ana Silva|\+12025550143), web/ }).waitFor();
    return { page, customer };
  };

  it('“embed” answers a chat, names by the CRM rule and times the reply', async () => {
    const { page } = await answered(example('embed'));
    await page.getByRole('button', { name: /^Ana Silva, web, on time/ }).waitFor();
    expect(example('embed').trim().split('\n')).toHaveLength(5);
    expect(shift.complaints).toEqual([]);
  });

  it('“production” takes the connector that it registered', async () => {
    const map = {
      imports: {
        'agent-chat-adapter': '/agent-chat-adapter.js',
        'agent-chat-adapter/define/all.js': '/agent-chat-adapter.js',
      },
    };
    await shift.context.route('**/chat-token', (route) => route.fulfill({ body: 'a token' }));
    await shift.context.route('**/acme-connector.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `import { createLocalConnector } from '/local.js';
          export const createAcmeConnector = async ({ getToken }) => {
            if ((await getToken()) !== 'a token') throw new Error('no token');
            return { ...createLocalConnector({ agent: 'acme-1' }), name: 'acme' };
          };`,
      }),
    );
    const { page } = await answered(
      `<script type="importmap">${JSON.stringify(map)}</script>
       <script type="module">${example('production')}</script>${example('acme')}`,
    );
    await page.getByRole('button', { name: /^\+12025550143, web/ }).waitFor();
    expect(shift.complaints).toEqual([]);
  });

  it('“network” answers a chat over a gateway', async () => {
    const network = await startNetwork();
    try {
      const customer = await network.customer({ connector: 'websocket', channel: 'web', name: 'Ana Silva' });
      await write(customer, 'Hello?');
      const page = await network.context.newPage();
      await page.route('**/chat-token', async (route) => {
        const data = { role: 'agent', sub: 'ana' };
        const answer = await page.request.post(new URL('demo/token', page.url()).href, { data });
        await route.fulfill({ body: ((await answer.json()) as { token: string }).token });
      });
      // A page that was not fetched from this machine has to be allowed to open sockets to it, which have no certificate.
      await network.context.grantPermissions(['local-network-access']);
      await page.route('**/example.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><title>Example</title><body>${example('network').replace('wss:', 'ws:')}`,
        }),
      );
      await page.goto(new URL('example.html', customer.url()).href);
      await page.getByRole('button', { name: 'Open chat adapter' }).click();
      await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
      await page.getByRole('textbox', { name: 'Message…' }).fill('Good morning.');
      await page.keyboard.press('Enter');
      await customer.getByText('Good morning.').waitFor();
      expect(network.complaints).toEqual([]);
    } finally {
      await network.close();
    }
  }, 60_000);

  it('“events” hears what happens and is asked before a send and an end', async () => {
    const { page, customer } = await answered(
      `<script type="module" src="agent-chat-adapter.js"></script><chat-adapter connect-to="local"></chat-adapter>
       <script>window.calls = []; const keep = (name) => (...values) => { calls.push([name, ...values]); };
         const openCustomer = keep('open'), tellSupervisor = keep('tell'), saveCase = keep('save');
         const mayEnd = async () => { calls.push(['asked']); return true; };</script>
       <script type="module">${example('events')}</script>`,
    );
    const calls = () => page.evaluate(() => (window as unknown as { calls: unknown[][] }).calls);
    await eventually(async () => (await calls())[0], ['open', '+12025550143']);
    await page.getByRole('textbox', { name: 'Message…' }).fill('   trimmed   ');
    await page.keyboard.press('Enter');
    await customer.getByText('trimmed').waitFor();
    expect(await customer.getByText('trimmed').evaluate((row) => row.textContent)).toBe('trimmed');
    await page.getByRole('button', { name: 'End chat', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await eventually(async () => (await calls()).map(([name]) => name), ['open', 'asked', 'save']);
    expect(shift.complaints).toEqual([]);
  });

  it('“streams” follows the requests from whenever it is pasted, and answers one', async () => {
    const page = await open(
      `<script type="module" src="agent-chat-adapter.js"></script><chat-adapter connect-to="local"></chat-adapter>
       <script type="module">${example('streams')}
         window.answerNext = answerNext;</script>`,
    );
    const answerNext = () => page.evaluate(() => (window as unknown as { answerNext(): Promise<void> }).answerNext());
    await eventually(() => page.title(), '0 waiting');
    await answerNext();
    const customer = await shift.customer({ channel: 'sms', phone: '+12025550143' });
    await write(customer, 'Hello?');
    await eventually(() => page.title(), '1 waiting');
    await answerNext();
    await page.getByRole('button', { name: 'Open chat adapter' }).click();
    await page.getByRole('button', { name: /^\+12025550143, SMS/ }).waitFor();
    await eventually(() => page.title(), '0 waiting');
    expect(shift.complaints).toEqual([]);
  });

  it('“crm” names whom the back end does not know', async () => {
    const page = await open(
      `<script type="module" src="agent-chat-adapter.js"></script><chat-adapter connect-to="local"></chat-adapter>
       <script type="module">const adapter = document.querySelector('chat-adapter');
         const findCustomer = async (phone) => (phone === '+12025550143' ? { fullName: 'Zoe Marsh' } : undefined);
         ${example('crm')}</script>`,
    );
    const known = await shift.customer({ channel: 'mobile', phone: '+12025550143' });
    await write(known, 'Hello?');
    await page.getByRole('button', { name: 'Open chat adapter' }).click();
    await page.getByRole('button', { name: 'New chat, 1 message, mobile' }).click();
    await page.getByRole('button', { name: /^Zoe Marsh, mobile/ }).waitFor();
    const unknown = await shift.customer({ channel: 'web', phone: '+12025550199' });
    await write(unknown, 'Hello?');
    await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    await page.getByRole('button', { name: /^\+12025550199, web/ }).waitFor();
    expect(shift.complaints).toEqual([]);
  });

  it('“alone” counts without any desk', async () => {
    const page = await open(example('alone'));
    await page.locator('response-timer[urgency="on-time"]').waitFor();
    await page.getByText('0:01').waitFor();
    expect(shift.complaints).toEqual([]);
  });

  it('“theme” and “parts” change how the adapter looks', async () => {
    const { page } = await answered(
      `<style>${example('theme')}${example('parts')}</style>
       <script type="module" src="agent-chat-adapter.js"></script><chat-adapter connect-to="local"></chat-adapter>`,
    );
    const send = page.getByRole('button', { name: 'Send', exact: true });
    const look = await send.evaluate((button) => {
      const { borderRadius, getPropertyValue } = getComputedStyle(button);
      return [borderRadius, getPropertyValue.call(getComputedStyle(button), '--chat-palette-accent-600')];
    });
    expect(look).toEqual(['32px', '#00695c']);
    const indicator = page.getByRole('button', { name: /^\+12025550143, web/ });
    const outline = (): Promise<string> => indicator.evaluate((part) => getComputedStyle(part).outlineWidth);
    await page.evaluate(() => {
      document.querySelector('chat-adapter')!.policy = { response: { target: 0.001 } };
    });
    await eventually(outline, '3px');
    expect(shift.complaints).toEqual([]);
  });

  it('“slots” and “rendering” put the page’s own into the adapter', async () => {
    const { page, customer } = await answered(
      `<script type="module" src="agent-chat-adapter.js"></script>${example('slots')}
       <script>const adapter = document.querySelector('chat-adapter');
         const orderCard = (message, signal) => Object.assign(document.createElement('b'), { textContent: 'Order ' + message.text });
         let submitted; adapter.addEventListener('wrap-up-submitted', ({ detail }) => { submitted = detail.values.extra; });</script>
       <script type="module">${example('rendering').replace("'order'", "'text'")}</script>`,
    );
    await page.getByRole('link', { name: 'Record' }).waitFor();
    await write(customer, '4711');
    await page.getByText('Order 4711').waitFor();
    await page.getByRole('button', { name: 'End chat', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
    await page.getByRole('textbox', { name: 'Order' }).fill('4711');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await eventually(() => page.evaluate('submitted'), { order: '4711' });
    expect(shift.complaints).toEqual([]);
  });

  it('is run, each of them', () => {
    const tests = readFileSync(import.meta.filename, 'utf8');
    expect([...examples.keys()].filter((name) => !tests.includes(`example('${name}')`))).toEqual([]);
  });
});

describe('the README’s table of files', () => {
  const rows = [...readFileSync(atTop('README.md'), 'utf8').matchAll(/^\| (`[^|]+\.js`) +\| (\d+) kB +\|/gmu)].map(
    ([, files = '', size]) => ({
      files: [...files.matchAll(/`([^`]+)`/gu)].map(([, file = '']) => file.replace('…', 'fr')),
      size: Number(size) * 1000,
    }),
  );
  const weigh = (file: string): number => gzipSync(readFileSync(atTop(`dist/cdn/${file}`)), { level: 9 }).length;

  it('has every file for a CDN', () => {
    const built = readdirSync(atTop('dist/cdn')).filter((file) => file.endsWith('.js'));
    expect(rows.flatMap(({ files }) => files).sort()).toEqual([...built, 'locales/fr.js'].sort());
  });

  it('says how large each is', () => {
    const sizes = rows.map(({ files }) => files.reduce((sum, file) => sum + weigh(file), 0));
    const wrong = rows.filter(({ size }, place) => Math.abs(size - (sizes[place] ?? 0)) > Math.max(700, size / 20));
    expect(wrong).toEqual([]);
  });
});
