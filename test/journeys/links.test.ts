import type { BrowserContext, Locator, Page, Request } from 'playwright';
import { describe, expect, it } from 'vitest';
import { connectBySocket, loadConnected, newPage, useStrictPages, type Connected } from './support/connected-page.js';
import { fakeGateway, type FakeGateway } from './support/fake-gateway.js';
import { adapterOf, eventually, openAdapter } from './support/shift.js';

/** What leads somewhere, and where to. */
const PAGES = {
  'http://plain.test/a': 'http://plain.test/a',
  'https://safe.test/b?c=d#e': 'https://safe.test/b?c=d#e',
  'www.short.test/f': 'https://www.short.test/f',
} as const;
const PROGRAMS = {
  'mailto:ana@safe.test': 'mailto:ana@safe.test',
  'ben@safe.test': 'mailto:ben@safe.test',
  'tel:+12025550143': 'tel:+12025550143',
  '+351 210 000 000': 'tel:+351210000000',
} as const;
/** What leads nowhere. */
const WORDS = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
  ],
  ...[
    'ftp://safe.test/',
    'blob:x',
    'sms:12025550143',
    'about:blank',
    'safe.test',
    'vbscript:x',
    'intent://safe.test#Intent;end',
  ],
];

describe('links in messages', () => {
  const served = useStrictPages();

  /** A conversation in which each text is a message of the end user's. */
  const converse = async (
    texts: readonly string[],
    before: (page: Page) => Promise<unknown> = async () => undefined,
  ): Promise<{
    context: BrowserContext;
    page: Page;
    gateway: FakeGateway;
    /** The bubble of a text. */
    bubble: (text: string) => Locator;
    say: (text: string) => void;
    opened: string[];
    asked: Request[];
    warnings: string[];
  }> => {
    const { context, page } = await newPage(served);
    const opened: string[] = [];
    const asked: Request[] = [];
    const warnings: string[] = [];
    await context.route(/^https?:\/\/[\w.]+\.test\//u, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Theirs</title>' }),
    );
    context.on('page', (other) => opened.push(other.url()));
    context.on('request', (request) => asked.push(request));
    page.on('console', (message) => warnings.push(message.text()));
    await before(page);
    await loadConnected(served, page);
    const time = Date.now();
    const messages = texts.map((text, at) => ({
      ...({ id: `m${at}`, author: 'end-user', kind: 'text', text, time, seq: at + 1 } as const),
    }));
    const chat = { id: 'chat-1', channel: 'web', endUser: { id: 'p1' }, state: 'active', requestedAt: time } as const;
    const gateway = await fakeGateway(page, {
      chats: [{ ...chat, acceptedAt: time, waiting: texts.length }],
      messages: { 'chat-1': messages },
    });
    await connectBySocket(page, 'token');
    await openAdapter(page);
    await adapterOf(page).getByRole('button', { name: /, web/u }).click();
    await adapterOf(page).getByRole('textbox', { name: 'Message…' }).waitFor();
    let seq = texts.length;
    return {
      ...{ context, page, gateway, opened, asked, warnings },
      bubble: (text) => adapterOf(page).locator('[part~=bubble]', { hasText: text }).first(),
      say: (text) => {
        seq += 1;
        const message = { id: `m${seq}`, author: 'end-user', kind: 'text', text, time: Date.now(), seq } as const;
        gateway.tell({ type: 'messages', chatId: 'chat-1', messages: [message] });
      },
    };
  };

  const ways = {
    'a click': (link) => link.click(),
    'a middle click': (link) => link.click({ button: 'middle' }),
    'a click with Control': (link) => link.click({ modifiers: ['Control'] }),
    Enter: (link) => link.press('Enter'),
  } as const satisfies Record<string, (link: Locator) => Promise<void>>;

  it.each(Object.entries(ways))('open in a page that learns nothing of ours, by %s', async (_name, act) => {
    const address = `${served.server.url}/theirs.html`;
    served.server.pages.set('/theirs.html', { type: 'text/html', body: '<!doctype html><title>Theirs</title>' });
    const { context, page, bubble } = await converse([address]);
    const own = page.url();
    const opening = context.waitForEvent('page');
    await act(bubble(address).getByRole('link'));
    const theirs = await opening;
    await theirs.waitForURL(address);
    // It is of the page's own origin, so only the link itself keeps them from it.
    expect(await theirs.evaluate((): readonly unknown[] => [window.opener as unknown, document.referrer])).toEqual([
      null,
      '',
    ]);
    expect(page.url()).toBe(own);
    await context.close();
  });

  it('open where they lead, each of their kinds', async () => {
    const { context, bubble, asked } = await converse(Object.keys(PAGES));
    for (const [text, address] of Object.entries(PAGES)) {
      const opening = context.waitForEvent('page');
      await bubble(text).getByRole('link').click();
      const theirs = await opening;
      await theirs.waitForURL(address);
      const request = asked.find((one) => one.url() === address.replace(/#.*/u, ''));
      expect((await request?.allHeaders())?.['referer']).toBeUndefined();
      await theirs.close();
    }
    await context.close();
  });

  it('hand addresses of mail and phones to what the browser has for them, and open no site', async () => {
    const { context, page, bubble, opened, asked } = await converse(Object.keys(PROGRAMS));
    await page.evaluate(() => {
      const clicked: unknown[] = [];
      Object.assign(window, { clicked });
      addEventListener('click', (event) => {
        const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
        if (link) clicked.push([link.href, link.target, link.rel, event.defaultPrevented]);
      });
    });
    const before = asked.length;
    for (const text of Object.keys(PROGRAMS)) {
      await bubble(text).getByRole('link').click();
      await page.bringToFront();
      await bubble(text).getByRole('link').press('Enter');
      await page.bringToFront();
    }
    expect(await page.evaluate(() => (window as unknown as { clicked: unknown[] }).clicked)).toEqual(
      Object.values(PROGRAMS).flatMap((address) => {
        const click = [address, '_blank', 'noopener noreferrer', false];
        return [click, click];
      }),
    );
    expect(opened.filter((url) => !/^(?:about:blank)?$/u.test(url))).toEqual([]);
    expect(asked.slice(before).map((request) => request.url())).toEqual(
      Object.values(PROGRAMS).flatMap((address) => [address, address]),
    );
    await context.close();
  });

  it('are nothing else: other addresses are words, and a click on them does nothing', async () => {
    const { context, page, bubble, opened, asked } = await converse([...WORDS, 'https://safe.test/']);
    await bubble('https://safe.test/').getByRole('link').waitFor();
    const [own, before] = [page.url(), asked.length];
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    for (const text of WORDS) {
      for (const button of ['left', 'middle'] as const) await bubble(text).click({ button });
      expect(await bubble(text).getByRole('link').count(), text).toBe(0);
    }
    expect([opened, dialogs, asked.slice(before).map((request) => request.url())]).toEqual([[], [], []]);
    expect(page.url()).toBe(own);
    await context.close();
  });

  it.each([
    ['is not there', { status: 404, body: '' }],
    ['cannot be reached', undefined],
  ])(
    'stay words where what finds them %s; the console says so once, and the next message tries again',
    async (_why, answer) => {
      const text = 'See https://safe.test/a.';
      let isBroken = true;
      const { context, page, bubble, say, asked, warnings } = await converse([text], (one) =>
        one.route('**/links.js', (route) =>
          !isBroken
            ? route.continue()
            : answer === undefined
              ? route.abort('internetdisconnected')
              : route.fulfill(answer),
        ),
      );
      const told = (): readonly string[] => warnings.filter((one) => one.includes('what finds links'));
      const tries = (): number => asked.filter((request) => request.url().endsWith('/links.js')).length;
      await eventually(async () => told().length, 1);
      expect(await bubble(text).innerText()).toBe(text);
      expect(await bubble(text).getByRole('link').count()).toBe(0);
      const once = tries();
      say('And https://safe.test/b?');
      await eventually(async () => tries(), once + 1);
      // A message that has nothing to link asks for nothing.
      say('Hello?');
      await bubble('Hello?').waitFor();
      await page.evaluate(async () => {
        for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
      });
      isBroken = false;
      say('Or https://safe.test/c!');
      for (const one of ['/a', '/b', '/c']) await bubble(one).getByRole('link').waitFor();
      expect(told()).toEqual([
        expect.stringMatching(
          /^agent-chat-adapter: what finds links could not be loaded \(.*links\.js.*\); addresses are text\.$/u,
        ),
      ]);
      expect(await page.evaluate(() => (globalThis as typeof globalThis & Connected).adapter.isConnected)).toBe(true);
      await context.close();
    },
  );
});
