import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { SUBPROTOCOL } from '../../src/wire/index.js';
import { connectBySocket, loadConnected, newPage, useStrictPages, type Connected } from './support/connected-page.js';
import { fakeGateway } from './support/fake-gateway.js';
import { demoToken, useGateway } from './support/gateway-process.js';
import { adapterOf, eventually, openAdapter } from './support/shift.js';

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

interface Frame {
  readonly type: string;
}

type Canaries = Readonly<Record<keyof typeof CANARIES, string>>;

type Watched = typeof globalThis &
  Connected & {
    attributes: Set<string>;
    events: [type: string, detail: string][];
    posted: string[];
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
const hitsIn = (canaries: Canaries, place: string, text: string): readonly string[] =>
  Object.entries(canaries).flatMap(([what, canary]) =>
    text.toLowerCase().includes(canary.toLowerCase()) || text.includes(encodeURIComponent(canary))
      ? [`${place}: ${what}`]
      : [],
  );

describe('what is private', () => {
  let log = '';
  const gateway = useGateway({ LOG_LEVEL: 'trace' }, (text) => void (log += text));
  const served = useStrictPages(() => gateway.port);

  const open = async (
    canaries: Canaries = CANARIES,
  ): Promise<{
    context: BrowserContext;
    page: Page;
    /** What a page sent over sockets. */
    sent: readonly string[];
    hits: () => Promise<readonly string[]>;
    look(): Promise<void>;
  }> => {
    const { context, page } = await newPage(served);
    const sent: string[] = [];
    const found = new Set<string>();
    const take = (place: string, text: string): void => hitsIn(canaries, place, text).forEach((hit) => found.add(hit));
    context.on('request', (request) => {
      take('address', request.url());
      take('headers', JSON.stringify(request.headers()));
      take('body', request.postData() ?? '');
    });
    page.on('websocket', (socket) => {
      take('address', socket.url());
      socket.on('framesent', ({ payload }) => void sent.push(String(payload)));
    });
    page.on('console', (message) => take('console', message.text()));
    await page.addInitScript(watchInPage);
    await loadConnected(served, page);
    /** Looks at what is kept now: what is deleted later was there as well. */
    const look = async (): Promise<void> => {
      for (const [place, what] of await kept(page)) take(place.replace(/ agent-chat-adapter\/.*/u, ''), what);
    };
    return {
      context,
      page,
      sent,
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

  const setPolicy = (page: Page): Promise<void> =>
    page.evaluate((layer) => void ((globalThis as Watched).adapter.policy = layer), policy);

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
    const server = await fakeGateway(page, {
      chats: [chat],
      messages: { 'chat-1': [{ id: 'm1', author: 'end-user', kind: 'text', text, time, seq: 1 }] },
      welcome: { policy },
    });
    await connectBySocket(page, token);
    const typing = setInterval(() => server.tell({ type: 'typing', chatId: 'chat-1', typing: true, preview }), 50);
    await journey(page, look).finally(() => clearInterval(typing));
    expect(await hits()).toEqual(documented);
    expect(
      server.heard.filter((frame) => frame.includes(token)).map((frame) => (JSON.parse(frame) as Frame).type),
    ).toEqual(['hello']);
    expect(server.urls.filter((url) => /canary/u.test(url))).toEqual([]);
    await context.close();
  });

  it('stands nowhere but where the documents say, over the gateway, and in no log or figure of its', async () => {
    const { name, phone, text, preview } = CANARIES;
    const token = await demoToken(served.server.url, { role: 'agent', sub: 'ana' });
    const theirs = await demoToken(served.server.url, {
      ...{ role: 'end-user', sub: 'p1', channel: 'whatsapp', name, phone },
      attributes: { fullName: name },
    });
    // What makes a token one is its signature.
    const canaries = { ...CANARIES, token: token.split('.')[2] ?? '' };
    const { context, page, sent, hits, look } = await open(canaries);
    const { context: phones, page: customer } = await newPage(served);
    await loadConnected(served, customer);
    await customer.evaluate(
      async ([given, words, typed]) => {
        const { createWebSocketEndUser } = (globalThis as Watched).websocket;
        const url = `${location.origin.replace('http', 'ws')}/chat`;
        const user = createWebSocketEndUser({ url, getToken: () => given });
        await user.send(words);
        user.subscribe(() => user.type(typed));
      },
      [theirs, text, preview] as const,
    );
    await setPolicy(page);
    await connectBySocket(page, token);
    await journey(page, look);
    // Nobody comes in like this, and it is said in the log.
    const at = served.server.url.replace('http', 'ws');
    for (const frame of [
      `{"type":"hello","version":1,"token":"${token}x"}`,
      `not JSON: ${text}`,
      `{"type":"${name}"}`,
    ]) {
      const socket = new WebSocket(`${at}/chat?token=${token}`, SUBPROTOCOL);
      socket.once('open', () => socket.send(frame));
      socket.once('message', () => socket.close());
      await new Promise((resolve) => socket.once('close', resolve));
    }
    // It comes by another way than what the sockets hear.
    await eventually(() => (log.match(/socket closed/gu)?.length ?? 0) >= 3, true);
    const figures = await (await fetch(`http://127.0.0.1:${gateway.port}/metrics`)).text();
    expect(await hits()).toEqual(documented);
    expect(sent.filter((frame) => frame.includes(token)).map((frame) => (JSON.parse(frame) as Frame).type)).toEqual([
      'hello',
    ]);
    expect(figures).toMatch(/agent_chat_troubles_total.* [1-9]/u);
    for (const secret of [canaries, { ...canaries, token: theirs.split('.')[2] ?? '' }])
      expect([...hitsIn(secret, 'log', log), ...hitsIn(secret, 'figures', figures)]).toEqual([]);
    await Promise.all([context.close(), phones.close()]);
  });

  it('stands nowhere but where the documents say, over `local`', async () => {
    const { context, page, hits, look } = await open();
    const customer = await context.newPage();
    await loadConnected(served, customer);
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
    await setPolicy(page);
    await page.evaluate(() => (globalThis as Watched).adapter.setAttribute('connect-to', 'local'));
    await journey(page, look);
    // The contact centre itself is in this browser, with all that a back end knows.
    expect(await hits()).toEqual(
      [...documented, ...['name', 'notes', 'phone', 'reply', 'text'].map((what) => `IndexedDB: ${what}`)].sort(),
    );
    await context.close();
  });
});
