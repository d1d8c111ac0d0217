import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { legible } from '../../src/core/unseen.js';
import { english } from '../../src/i18n/words.js';
import { textPlaces, wholeFrames } from '../support/wire-texts.js';
import { xssCorpus } from '../support/xss-corpus.js';
import { connectBySocket, loadConnected, newPage, useStrictPages, type Connected } from './support/connected-page.js';
import { fakeGateway, type FakeGateway } from './support/fake-gateway.js';
import { demoToken, useGateway } from './support/gateway-process.js';
import { adapterOf, eventually } from './support/shift.js';

type Desk = NonNullable<import('../../src/index.js').ChatAdapter['currentDesk']>;
type Hostile = typeof globalThis & Connected & { executed: string[] };

const LIMITS = { frameBytes: 1_000_000, framesPerSecond: 1000, burst: 1000, textLength: 10_000 };

/** What no data may become, in any of our shadow roots. */
const FORBIDDEN =
  'script,img,image,picture,video,audio,iframe,frame,object,embed,applet,style,link,meta,base,math,foreignObject,use,animate,set,template,area,xmp,plaintext,marquee,chat-adapter chat-adapter';

/** What is there that must not be: elements and attributes made from data, links to anywhere else. */
const findMade = (page: Page): Promise<readonly string[]> =>
  page.evaluate((forbidden) => {
    const found: string[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(forbidden)) found.push(element.outerHTML.slice(0, 200));
        for (const { name, value } of element.attributes)
          // Rows are placed by their own style objects, in numbers: nothing there is fetched.
          if (
            name.startsWith('on') ||
            (name === 'style' && /[a-z]{3}\(|@|:\/|\\/iu.test(value.replaceAll('calc(', '')))
          )
            found.push(`${element.localName} ${name}=${value}`);
        for (const name of ['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href']) {
          const value = element.getAttribute(name);
          if (value !== null && !/^(?:https?:\/\/|mailto:|tel:)/u.test(value)) found.push(`${name}=${value}`);
        }
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk((globalThis as Hostile).adapter.shadowRoot!);
    return found;
  }, FORBIDDEN);

/** The texts of all elements of a part, in whatever shadow root. */
const textsOf = (page: Page, part: string): Promise<readonly string[]> =>
  page.evaluate((name) => {
    const texts: string[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.part.contains(name)) texts.push(element.textContent);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk((globalThis as Hostile).adapter.shadowRoot!);
    return texts;
  }, part);

/** Shows a chat, and waits until its conversation and its name are painted. */
const show = async (page: Page, chatId: string): Promise<void> => {
  await page.evaluate(async (id) => {
    const { adapter } = globalThis as Hostile;
    await (adapter.currentDesk as Desk).select(id);
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  }, chatId);
};

const dispositions = xssCorpus.map((text, index) => ({
  id: `${index}`,
  name: text.slice(0, 200),
  full_path: text.slice(0, 200),
  children: [],
}));

describe('hostile texts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-texts-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const policyFile = join(folder, 'policy.json');
  writeFileSync(policyFile, JSON.stringify({ dispositions: { default: dispositions } }));
  const gateway = useGateway({ POLICY_FILE: policyFile, FRAMES_PER_SECOND: '1000', FRAME_BURST: '1000' });
  const served = useStrictPages(() => gateway.port);

  const open = async (): Promise<{
    context: BrowserContext;
    page: Page;
    asked: string[];
    executed(): Promise<string[]>;
  }> => {
    const { context, page } = await newPage(served);
    context.setDefaultTimeout(30_000);
    const dialogs: string[] = [];
    const asked: string[] = [];
    context.on('page', (other) => asked.push(other.url()));
    context.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.addInitScript(() => {
      const executed: string[] = [];
      for (const name of ['alert', 'confirm', 'prompt'] as const)
        Object.defineProperty(window, name, { value: () => void executed.push(name), writable: false });
      Object.assign(window, { executed });
    });
    await loadConnected(served, page);
    await page.evaluate(() => void ((globalThis as Hostile).adapter.open = true));
    return {
      context,
      page,
      asked,
      executed: async () => [...dialogs, ...(await page.evaluate(() => (globalThis as Hostile).executed))],
    };
  };

  const foreign = (asked: readonly string[]): readonly string[] =>
    asked.filter(
      (url) =>
        !/^\/(?:connected\.html|(?:agent-chat-adapter|local|websocket|links|chat-tools|locales\/\w+)\.js)$/u.test(
          url.replace(served.server.url, ''),
        ),
    );

  /** The closing form of the chat that is shown: every disposition, and notes. */
  const wrapUp = async (page: Page, notes: string): Promise<void> => {
    const adapter = adapterOf(page);
    await adapter.getByRole('combobox').click();
    await eventually(() => adapter.getByRole('option').count(), dispositions.length);
    const options = await adapter
      .getByRole('option')
      .evaluateAll((all) => all.map((option) => option.textContent.trim()));
    for (const { full_path: path } of dispositions)
      expect(options.some((option) => option.includes(path.trim()))).toBe(true);
    await adapter.getByRole('option').first().click();
    await adapter.getByRole('textbox', { name: 'Notes' }).fill(notes);
  };

  it('come in every field over a socket: none runs, none asks for anything, all are text', async () => {
    const { context, page, asked, executed } = await open();
    const time = Date.now();
    const hostile = (index: number, length = 200): string =>
      (xssCorpus[index % xssCorpus.length] ?? '').slice(0, length);
    const chats = xssCorpus.map((text, index) => ({
      id: `chat-${index} ${hostile(index, 150)}`,
      channel: index % 2 === 0 ? 'web' : hostile(index, 100),
      queue: hostile(index, 100),
      endUser: {
        id: hostile(index),
        name: hostile(index),
        phone: hostile(index, 50),
        attributes: { [hostile(index, 100)]: hostile(index) },
      },
      state: 'active' as const,
      requestedAt: time,
      acceptedAt: time,
      waiting: 1,
      version: 1,
      text,
    }));
    const server: FakeGateway = await fakeGateway(page, {
      chats: chats.map(({ text: _text, ...chat }) => chat),
      messages: Object.fromEntries(
        chats.map(({ id, text }, index) => [
          id,
          [
            { id: hostile(index), author: 'end-user', kind: 'text', text, time, seq: 1 },
            { id: `k${index}`, author: 'end-user', kind: hostile(index, 100), text, time, seq: 2 },
            { id: `s${index}`, author: 'system', kind: 'text', text, time, seq: 3 },
            { id: `b${index}`, author: 'bot', kind: 'text', text, time, seq: 4 },
            { id: `n${index}`, author: 'agent', kind: 'text', text, time, seq: 5, internal: true },
          ],
        ]),
      ),
      dispositions,
      summary: xssCorpus.join('\n'),
      welcome: {
        agent: hostile(3),
        policy: {
          crm: true,
          typing: 'preview',
          summaries: true,
          response: { target: hostile(1), anchor: hostile(2) },
          wrapUp: { disposition: 'optional', notes: 'optional' },
          queues: { [hostile(4)]: { typing: hostile(5) } },
          [hostile(6)]: hostile(7),
        },
      },
      instead: (frame) =>
        frame.type === 'send' ? [{ type: 'refused', id: frame.id, code: 'invalid', message: hostile(8) }] : undefined,
    });
    await connectBySocket(page, 'token');
    await eventually(
      () => page.evaluate(() => (globalThis as Hostile).adapter.currentDesk?.chats$.value.length),
      chats.length,
      20_000,
    );

    for (const { id, text, channel } of chats) {
      await show(page, id);
      server.tell({ type: 'typing', chatId: id, typing: true, preview: text });
      const seen = await textsOf(page, 'bubble');
      expect(seen.filter((one) => one === text).length, text).toBe(4);
      expect(await textsOf(page, 'caption')).toContain(text);
      const name = channel === 'web' ? text.slice(0, 200).trim() : undefined;
      if (name !== undefined) expect(await textsOf(page, 'name'), text).toContain(legible(name));
    }
    expect(await findMade(page)).toEqual([]);

    const last = chats.at(-2)!;
    await show(page, last.id);
    server.tell({ type: 'typing', chatId: last.id, typing: true, preview: last.text });
    await adapterOf(page).getByText('Message preview').waitFor();
    expect(await textsOf(page, 'preview-text')).toEqual([legible(last.text)]);
    server.tell(
      { type: 'trouble', code: 'bad-frame', message: hostile(9), path: hostile(10) },
      { type: hostile(11), chatId: last.id },
      { type: 'left', chatId: last.id, time, version: 2, reason: hostile(12) },
    );
    await page.evaluate(
      (id) => (globalThis as Hostile).adapter.currentDesk?.send(id, '<b>x').catch(() => undefined),
      chats[0]!.id,
    );
    await adapterOf(page).getByRole('button', { name: 'Show previews' }).click();
    expect(await findMade(page)).toEqual([]);
    server.tell({ type: 'ended', chatId: last.id, time, version: 3, by: 'system', reason: hostile(13) });
    await wrapUp(page, '');
    await adapterOf(page).getByRole('button', { name: 'Insert summary' }).click();
    const notes = adapterOf(page).getByRole('textbox', { name: 'Notes' });
    await eventually(async () => (await notes.inputValue()).includes(xssCorpus[0]!), true);
    expect(await findMade(page)).toEqual([]);
    expect(await executed()).toEqual([]);
    expect(foreign(asked)).toEqual([]);
    expect(xssCorpus.length).toBeGreaterThanOrEqual(150);
    await context.close();
  }, 240_000);

  it('come in every text that the wire can carry: none runs, none asks for anything', async () => {
    const { context, page, asked, executed } = await open();
    const time = Date.now();
    const rounds = Array.from({ length: 12 }, (_, round) => `chat-${round}`);
    const used = new Set<string>();
    let next = 0;
    const write = (place: string): string => {
      used.add(place);
      next += 7;
      return xssCorpus[next % xssCorpus.length] ?? '';
    };
    /** All that it may bring; its id says to what. */
    const answer = (type: string, id: string) =>
      wholeFrames(write)
        .filter((frame) => frame['type'] === type)
        .map((frame) => ({ ...frame, id }));
    const server = await fakeGateway(page, {
      chats: rounds.map((id) => ({
        ...{ id, channel: 'web', endUser: { id }, state: 'active' as const },
        ...{ requestedAt: time, acceptedAt: time, waiting: 0 },
      })),
      messages: {},
      welcome: { ...wholeFrames(write).find(({ type }) => type === 'welcome'), limits: LIMITS, heartbeat: 30 },
      instead: (frame) =>
        frame.type === 'end' ? answer('refused', frame.id) : 'id' in frame ? answer('ok', frame.id) : undefined,
    });
    await connectBySocket(page, 'token');
    await eventually(
      () => page.evaluate(() => (globalThis as Hostile).adapter.currentDesk?.chats$.value.length),
      rounds.length,
    );
    for (const chatId of rounds) {
      // What begins anew would take back what the others tell.
      const anew = ['welcome', 'snapshot', 'lost', 'going'];
      const frames = wholeFrames(write).filter(({ type }) => !anew.includes(String(type)));
      for (const frame of frames) {
        const about = 'chatId' in frame ? { chatId } : {};
        server.tell({ ...frame, ...about, ...('version' in frame && { version: 1 + frames.indexOf(frame) }) });
        if (frame['type'] === 'messages' || frame['type'] === 'ended') await show(page, chatId);
      }
      await page.evaluate(async (id) => {
        const desk = (globalThis as Hostile).adapter.currentDesk as Desk;
        await Promise.allSettled([desk.send(id, 'x'), desk.end(id), desk.submitWrapUp(id)]);
      }, chatId);
      expect(await findMade(page)).toEqual([]);
    }
    const snapshots = wholeFrames(write).filter(({ type }) => type === 'snapshot');
    server.tell(...snapshots.map((frame) => ({ ...frame, part: 0, resumed: false })));
    await adapterOf(page)
      .getByRole('button', { name: /^New chat/ })
      .first()
      .waitFor();
    expect(await findMade(page)).toEqual([]);
    expect(textPlaces.filter((place) => !used.has(place))).toEqual([]);
    expect(await executed()).toEqual([]);
    expect(foreign(asked)).toEqual([]);
    await context.close();
  }, 240_000);

  const groups = Array.from({ length: Math.ceil(xssCorpus.length / 12) }, (_, at) =>
    xssCorpus.slice(at * 12, at * 12 + 12),
  );
  const joined = groups.map((group) => group.join(' '));

  /** Somebody all of whose fields are hostile, in as much as the wire takes. */
  const personOf = (text: string, channel: string, id: string) => ({
    id,
    ...{
      channel: channel.slice(0, 100),
      name: text.slice(0, 500),
      phone: text.slice(0, 50),
      queue: text.slice(0, 100),
    },
    attributes: { [text.slice(0, 100)]: text },
  });
  const people = groups.flatMap((group, at) =>
    ['web', joined[at] ?? ''].map((channel, which) => ({
      group,
      typed: joined[at] ?? '',
      person: personOf(joined[at] ?? '', channel, `${at}-${which}`),
    })),
  );

  const policy = {
    crm: true,
    typing: 'preview',
    summaries: true,
    wrapUp: { disposition: 'optional', notes: 'optional' },
  } as const;

  /** Connects the agent of the page, and lets everybody write. */
  const backEnds = {
    'the gateway': async (page) => {
      const at = served.server.url;
      await connectBySocket(page, await demoToken(at, { role: 'agent', sub: joined[0]?.slice(0, 150) }));
      const tokens = await Promise.all(
        people.map(({ person: { id, ...claims } }) => demoToken(at, { role: 'end-user', sub: id, ...claims })),
      );
      await page.evaluate(
        async ([all, given]) => {
          const { createWebSocketEndUser } = (globalThis as Hostile).websocket;
          const url = `${location.origin.replace('http', 'ws')}/chat`;
          for (const [index, { group, typed }] of all.entries()) {
            const user = createWebSocketEndUser({ url, getToken: () => given[index] ?? '' });
            for (const text of group) await user.send(text);
            user.type(typed);
          }
        },
        [people, tokens] as const,
      );
    },
    '`local`': (page) =>
      page.evaluate(
        async ([all, agent, tree]) => {
          const { createLocalConnector, createLocalEndUser } = (globalThis as Hostile).local;
          (globalThis as Hostile).adapter.connector = createLocalConnector({ agent, dispositions: tree });
          for (const { group, typed, person } of all) {
            const user = createLocalEndUser(person);
            for (const text of group) await user.send(text);
            user.type(typed);
          }
        },
        [people, xssCorpus[0] ?? '', dispositions] as const,
      ),
  } as const satisfies Record<string, (page: Page) => Promise<void>>;

  it.each(Object.entries(backEnds))(
    'come from end users over %s, and from the page: none runs, none asks for anything, all are text',
    async (_name, begin) => {
      const { context, page, asked, executed } = await open();
      await page.evaluate((layer) => void ((globalThis as Hostile).adapter.policy = layer), policy);
      await begin(page);
      await eventually(
        () => page.evaluate(() => (globalThis as Hostile).adapter.currentDesk?.requests$.value.length),
        people.length,
        20_000,
      );
      const ids = await page.evaluate(async () => {
        const desk = (globalThis as Hostile).adapter.currentDesk as Desk;
        const waiting = desk.requests$.value.map(({ id }) => id);
        for (const id of waiting) await desk.accept(id);
        return waiting;
      });
      const seen = new Set<string>();
      const names = new Set<string>();
      for (const id of ids) {
        await show(page, id);
        for (const text of await textsOf(page, 'bubble')) seen.add(text);
        for (const text of await textsOf(page, 'name')) names.add(text);
        expect(await findMade(page)).toEqual([]);
      }
      expect(xssCorpus.filter((text) => !seen.has(text))).toEqual([]);
      expect(joined.filter((name) => !names.has(legible(name.slice(0, 500).trim())))).toEqual([]);

      // What the host says is text too: its words, and why something may not be done.
      const [chatId] = ids;
      await page.evaluate(
        async ([id, texts]) => {
          const { adapter } = globalThis as Hostile;
          adapter.addEventListener(
            'chat-before-end',
            (event) => event.decide(Promise.resolve({ veto: texts.join(' ') })),
            { once: true },
          );
          await adapter.currentDesk?.select(id);
        },
        [chatId!, xssCorpus] as const,
      );
      const adapter = adapterOf(page);
      await adapter.getByRole('button', { name: 'End chat', exact: true }).click();
      await adapter.getByRole('dialog').getByRole('button', { name: 'End chat', exact: true }).click();
      await adapter.getByText(xssCorpus[1]!).first().waitFor();
      expect(await findMade(page)).toEqual([]);
      await adapter.getByRole('button', { name: 'Dismiss' }).first().click();
      await page.evaluate((id) => (globalThis as Hostile).adapter.currentDesk?.end(id), chatId!);
      await wrapUp(page, xssCorpus.join('\n'));
      for (let start = 0; start < xssCorpus.length; start += 60) {
        const strings = Object.fromEntries(
          Object.entries(english).map(([key, word], index) => {
            const text = xssCorpus[(start + index) % xssCorpus.length]!;
            return [key, typeof word === 'string' ? text : { other: text }];
          }),
        );
        await page.evaluate(async (given) => {
          const { adapter: tag } = globalThis as Hostile;
          tag.strings = given;
          for (const chat of tag.currentDesk?.chats$.value.slice(0, 3) ?? []) {
            await tag.currentDesk?.select(chat.id);
            await tag.updateComplete;
            await new Promise(requestAnimationFrame);
          }
        }, strings);
        expect(await findMade(page)).toEqual([]);
      }
      expect(await executed()).toEqual([]);
      expect(foreign(asked)).toEqual([]);
      await context.close();
    },
    240_000,
  );

  it('are found where one does run, or asks for something', async () => {
    const { context, page, asked, executed } = await open();
    await page.evaluate(
      (texts) => {
        const place = document.createElement('div');
        (globalThis as Hostile).adapter.shadowRoot?.append(place);
        place.innerHTML = texts.join('\n');
      },
      xssCorpus.filter((text) => text.startsWith('<img') || text.startsWith('<svg')),
    );
    await eventually(async () => (await executed()).length > 0, true);
    expect(foreign(asked).length).toBeGreaterThan(0);
    expect((await findMade(page)).length).toBeGreaterThan(0);
    await context.close();
  });
});
