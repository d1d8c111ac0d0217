import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.js';
import { fakeGateway } from './support/fake-gateway.js';
import { adapterOf, eventually, openAdapter } from './support/shift.js';
import { CONNECTORS, serveStrictPages, type StrictPages } from './support/strict-pages.js';

/** Words that stand nowhere else: found somewhere, they came from there. */
const CANARIES = {
  token: 'tokencanary7391',
  name: 'Namecanary Zzyx',
  phone: '+12025550199',
  text: 'textcanary4410',
  preview: 'previewcanary8823',
  reply: 'replycanary5507',
  notes: 'notescanary6618',
} as const;

type Watched = typeof globalThis & {
  attributes: Set<string>;
  events: [type: string, detail: string][];
  posted: string[];
  local: typeof import('../../src/connectors/local/index.js');
  websocket: typeof import('../../src/connectors/websocket/index.js');
  adapter: import('../../src/index.js').ChatAdapter;
};

/** Before anything of the page's: looks at each frame into all attributes, and at each event and each post between tabs. */
const watchInPage = (): void => {
  const watched = Object.assign(globalThis as Watched, { attributes: new Set(), events: [], posted: [] });
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) watched.attributes.add(`${name}=${value}`);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  const frame = (): void => {
    look(document);
    requestAnimationFrame(frame);
  };
  frame();
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event instanceof CustomEvent) watched.events.push([event.type, JSON.stringify(event.detail)]);
    return dispatchEvent.call(this, event);
  };
  const { postMessage } = BroadcastChannel.prototype;
  BroadcastChannel.prototype.postMessage = function (message) {
    watched.posted.push(JSON.stringify(message));
    postMessage.call(this, message);
  };
};

/** All that the browser keeps, by place. */
const kept = (page: Page): Promise<readonly (readonly [place: string, what: string])[]> =>
  page.evaluate(async () => {
    const all: [string, string][] = [];
    for (const [place, storage] of [
      ['localStorage', localStorage],
      ['sessionStorage', sessionStorage],
    ] as const)
      for (const [key, value] of Object.entries(storage)) all.push([`${place} ${key}`, `${key} ${String(value)}`]);
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(name));
      });
      for (const store of database.objectStoreNames) {
        const request = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => (request.onsuccess = resolve));
        all.push([`IndexedDB ${name}`, JSON.stringify(request.result)]);
      }
      database.close();
    }
    for (const name of await caches.keys()) all.push(['caches', name]);
    all.push(['cookies', document.cookie], ['title', document.title], ['window.name', window.name]);
    all.push(['history', JSON.stringify(history.state) ?? ''], ['address', location.href]);
    return all;
  });

/** Which canaries stand where. */
const hitsIn = (place: string, text: string): readonly string[] =>
  Object.entries(CANARIES).flatMap(([what, canary]) =>
    text.toLowerCase().includes(canary.toLowerCase()) || text.includes(encodeURIComponent(canary))
      ? [`${place}: ${what}`]
      : [],
  );

describe('what is private', () => {
  let browser: Browser;
  let server: StrictPages;
  beforeAll(async () => {
    [browser, server] = await Promise.all([startBrowser(), serveStrictPages()]);
    server.pages.set('/canaries.html', {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Host</title><script type="module">${CONNECTORS}</script>
        <chat-adapter></chat-adapter>`,
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const open = async (): Promise<{
    context: BrowserContext;
    page: Page;
    hits: () => Promise<readonly string[]>;
    look(): Promise<void>;
  }> => {
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const found = new Set<string>();
    const take = (place: string, text: string): void => hitsIn(place, text).forEach((hit) => found.add(hit));
    context.on('request', (request) => {
      take('address', request.url());
      take('headers', JSON.stringify(request.headers()));
      take('body', request.postData() ?? '');
    });
    page.on('websocket', (socket) => take('address', socket.url()));
    page.on('console', (message) => take('console', message.text()));
    await page.addInitScript(watchInPage);
    await page.goto(`${server.url}/canaries.html`);
    await page.evaluate(() => Object.assign(window, { adapter: document.querySelector('chat-adapter') }));
    /** Looks at what is kept now: what is deleted later was there as well. */
    const look = async (): Promise<void> => {
      for (const [place, what] of await kept(page)) take(place.replace(/ agent-chat-adapter\/.*/u, ''), what);
    };
    return {
      context,
      page,
      look,
      async hits() {
        await look();
        const { attributes, events, posted } = await page.evaluate(() => {
          const watched = globalThis as Watched;
          return { attributes: [...watched.attributes], events: watched.events, posted: watched.posted };
        });
        for (const attribute of attributes) take(`attribute ${attribute.slice(0, attribute.indexOf('='))}`, attribute);
        for (const [type, detail] of events) take(`event ${type}`, detail);
        for (const message of posted) take('between tabs', message);
        return [...found].sort();
      },
    };
  };

  /** Answers a chat by WhatsApp, where the phone is told and never the name, and closes it with notes. */
  const journey = async (page: Page, look: () => Promise<void>): Promise<void> => {
    const adapter = adapterOf(page);
    await openAdapter(page);
    await adapter.getByRole('button', { name: /^New chat/ }).click();
    const field = adapter.getByRole('textbox', { name: 'Message…' });
    await adapter.getByText(CANARIES.text).first().waitFor();
    await adapter.locator('typing-indicator').getByText(CANARIES.preview).waitFor();
    await field.fill(CANARIES.reply);
    await eventually(
      () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)).includes('replycanary')),
      true,
    );
    await look();
    await field.press('Enter');
    await adapter.getByRole('log').getByText(CANARIES.reply).waitFor();
    await field.press('Control+f');
    await adapter.getByRole('searchbox').fill(CANARIES.text);
    await adapter.getByRole('status').getByText('1 of 1').waitFor();
    await page.keyboard.press('Escape');
    await adapter.getByRole('button', { name: 'Show previews' }).click();
    await adapter.getByRole('button', { name: 'Hide previews' }).click();
    await adapter.getByRole('button', { name: 'End chat', exact: true }).click();
    await adapter.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
    await adapter.getByRole('textbox', { name: 'Notes' }).fill(CANARIES.notes);
    await eventually(
      () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)).includes('notescanary')),
      true,
    );
    await look();
    await adapter.getByRole('button', { name: 'Submit', exact: true }).click();
    await adapter.getByRole('button', { name: 'Done', exact: true }).click();
    await eventually(() => adapter.locator('chat-indicator').count(), 0);
  };

  const policy = { crm: true, typing: 'preview', wrapUp: { disposition: 'optional', notes: 'optional' } } as const;

  /** As the page on security says. */
  const documented = [
    'attribute aria-label: phone',
    'event chat-accepted: phone',
    'event chat-before-send: reply',
    'event chat-before-wrap-up: notes',
    'event wrap-up-done: notes',
    'event wrap-up-submitted: notes',
    'localStorage: notes',
    'localStorage: reply',
  ];

  it('stands nowhere but where the documents say, over a socket', async () => {
    const { context, page, hits, look } = await open();
    const time = Date.now();
    const { name, phone, text, preview, token } = CANARIES;
    const chat = {
      id: 'chat-1',
      channel: 'whatsapp',
      endUser: { id: 'p1', name, phone, attributes: { fullName: name } },
      state: 'waiting',
      requestedAt: time,
      waiting: 1,
    } as const;
    const gateway = await fakeGateway(page, {
      chats: [chat],
      messages: { 'chat-1': [{ id: 'm1', author: 'end-user', kind: 'text', text, time, seq: 1 }] },
      welcome: { policy },
    });
    await page.evaluate(async (canary) => {
      const { createWebSocketConnector } = (globalThis as Watched).websocket;
      const getToken = (): string => canary;
      (globalThis as Watched).adapter.connector = createWebSocketConnector({
        url: `${location.origin.replace('http', 'ws')}/chat`,
        getToken,
      });
    }, token);
    const typing = setInterval(() => gateway.tell({ type: 'typing', chatId: 'chat-1', typing: true, preview }), 50);
    await journey(page, look).finally(() => clearInterval(typing));
    expect(await hits()).toEqual(documented);
    expect(
      gateway.heard
        .filter((frame) => frame.includes(token))
        .map((frame) => (JSON.parse(frame) as { type: string }).type),
    ).toEqual(['hello']);
    expect(gateway.urls.filter((url) => /canary/u.test(url))).toEqual([]);
    await context.close();
  });

  it('stands nowhere but where the documents say, over `local`', async () => {
    const { context, page, hits, look } = await open();
    const customer = await context.newPage();
    await customer.goto(`${server.url}/canaries.html`);
    await customer.evaluate(
      async ([canaries]) => {
        const { createLocalEndUser } = (globalThis as Watched).local;
        const { name, phone, text, preview } = canaries;
        const user = createLocalEndUser({ id: 'p1', channel: 'whatsapp', name, phone, attributes: { fullName: name } });
        await user.send(text);
        user.subscribe(() => user.type(preview));
      },
      [CANARIES] as const,
    );
    await page.bringToFront();
    await page.evaluate((layer) => {
      const { adapter } = globalThis as Watched;
      adapter.policy = layer;
      adapter.setAttribute('connect-to', 'local');
    }, policy);
    await journey(page, look);
    // The contact centre itself is in this browser, with all that a back end knows.
    expect(await hits()).toEqual(
      [...documented, ...['name', 'notes', 'phone', 'reply', 'text'].map((what) => `IndexedDB: ${what}`)].sort(),
    );
    await context.close();
  });
});
