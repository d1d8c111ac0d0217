import type { CDPSession, Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, plainPage, servesAChat } from './support/any-page.js';
import { smallBackEnd } from './support/small-back-end.js';
import { startShift, type Shift } from './support/shift.js';

/** What Lit tells of itself to other copies of it, and the list of its tags' polyfills. */
const OF_LIT = ['litElementVersions', 'litHtmlVersions', 'reactiveElementVersions'];

interface Kept {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

const kept = async (cdp: CDPSession, page: Page): Promise<Kept> => {
  // A task and a frame each time, for what is let go of in a later one.
  for (let turns = 0; turns < 4; turns += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    await cdp.send('HeapProfiler.collectGarbage');
  }
  const { nodes, jsEventListeners, documents } = await cdp.send('Memory.getDOMCounters');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { bytes: usedSize, nodes, listeners: jsEventListeners, documents };
};

/** Mounts so often that all is warm, `then` so often again: what stays of each is less than so many bytes. Gives what `mount` did. */
const leavesNothing = async <T>(
  page: Page,
  mount: (times: number) => Promise<T>,
  { first, then, bytes }: Readonly<Record<'first' | 'then' | 'bytes', number>>,
): Promise<T> => {
  const cdp = await page.context().newCDPSession(page);
  await mount(first);
  const before = await kept(cdp, page);
  const mounted = await mount(then);
  const after = await kept(cdp, page);
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(0);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(10);
  expect(after.documents).toBe(before.documents);
  expect((after.bytes - before.bytes) / then).toBeLessThan(bytes);
  return mounted;
};

describe('an adapter that comes and goes', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  it('a thousand times with a chat open leaves nothing: no listener, no node, no heap that grows', async () => {
    const { page, errors, warnings } = await openPage(shift, {
      html: plainPage(`<main></main><script type="module">${smallBackEnd()}</script>`),
    });
    await page.evaluate(() => customElements.whenDefined('chat-adapter').then(() => undefined));
    /** Mounts an adapter, opens its chat, has it painted, and takes it away. */
    const mount = (times: number): Promise<number> =>
      page.evaluate(async (count) => {
        type Adapter = HTMLElement & {
          currentDesk?: { accept(id: string): Promise<void>; select(id: string): Promise<void> };
        };
        const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
        const main = document.querySelector('main') as Element;
        let shown = 0;
        for (let at = 0; at < count; at += 1) {
          main.innerHTML = '<chat-adapter connect-to="small" layout="inline" style="block-size: 480px"></chat-adapter>';
          const adapter = main.firstElementChild as Adapter;
          while (!adapter.currentDesk) await Promise.resolve();
          await adapter.currentDesk.accept('chat-1');
          await adapter.currentDesk.select('chat-1');
          await frame();
          const transcript = adapter.shadowRoot
            ?.querySelector('chat-pane')
            ?.shadowRoot?.querySelector('chat-transcript');
          while (!transcript?.shadowRoot?.querySelector('li')) await frame();
          shown += 1;
          adapter.remove();
          await new Promise((resolve) => setTimeout(resolve));
        }
        return shown;
      }, times);
    // 100 bytes each is what a number in a map would be; what stays of an adapter would be hundreds of kilobytes.
    expect(await leavesNothing(page, mount, { first: 100, then: 1000, bytes: 500 })).toBe(1000);
    expect([errors, warnings]).toEqual([[], []]);
  }, 240_000);

  it('with everything open that can be open, and each tag alone, leaves nothing either', async () => {
    const { page, errors, warnings } = await openPage(shift, {
      html: plainPage(`<main></main><script type="module">${smallBackEnd()}</script>`),
    });
    await page.evaluate(() => customElements.whenDefined('chat-adapter').then(() => undefined));
    /** Opens dialog, find bar, menu and list of keys, and shows every other tag on the same desk; then takes all away. */
    const mount = (times: number): Promise<readonly string[]> =>
      page.evaluate(async (count) => {
        type Tag = HTMLElement & { open?: boolean; desk?: unknown; updateComplete?: Promise<unknown> };
        type Adapter = Tag & {
          currentDesk?: { accept(id: string): Promise<void>; select(id: string): Promise<void> };
        };
        const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
        const until = async <T>(read: () => T | null | undefined): Promise<T> => {
          for (;;) {
            const found = read();
            if (found != null) return found;
            await frame();
          }
        };
        const main = document.querySelector('main') as Element;
        const seen = new Set<string>();
        for (let at = 0; at < count; at += 1) {
          main.innerHTML = `<chat-adapter connect-to="small" layout="inline" style="block-size: 480px"></chat-adapter>
            <chat-provider><chat-launcher></chat-launcher><chat-list expanded></chat-list>
              <chat-indicator chat-id="chat-1"></chat-indicator><response-timer since="1" target="120"></response-timer>
              <channel-icon channel="sms"></channel-icon><chat-pane chat-id="chat-1"></chat-pane>
              <chat-transcript chat-id="chat-1"></chat-transcript><chat-message></chat-message>
              <typing-indicator typing preview="I have"></typing-indicator><chat-composer chat-id="chat-1"></chat-composer>
              <end-chat-dialog chat-id="chat-1"></end-chat-dialog><wrap-up-form chat-id="chat-1"></wrap-up-form></chat-provider>`;
          const adapter = main.firstElementChild as Adapter;
          const provider = main.lastElementChild as Tag;
          const desk = await until(() => adapter.currentDesk);
          provider.desk = desk;
          Object.assign(provider.querySelector('chat-message') as Tag, {
            message: { id: 'm', author: 'end-user', kind: 'text', text: 'Hello?', time: 1, seq: 1 },
          });
          Object.assign(provider.querySelector('wrap-up-form') as Tag, { fields: { notes: 'optional' } });
          await desk.accept('chat-1');
          await desk.select('chat-1');
          const pane = await until(() => adapter.shadowRoot?.querySelector('chat-pane')?.shadowRoot);
          const more = await until(() => pane.querySelector<HTMLElement>('[part="more-button"]'));
          more.click();
          (await until(() => pane.querySelector<HTMLElement>('[part~=find-item]'))).click();
          await until(() => pane.querySelector('input[type=search]'));
          more.click();
          await until(() => pane.querySelector('[role=menu]'));
          const press = (init: KeyboardEventInit): void =>
            void document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init }));
          press({ key: '?', code: 'Slash', altKey: true, shiftKey: true });
          await until(() =>
            [...(adapter.shadowRoot?.children ?? [])].find((one) => one.shadowRoot?.querySelector('dialog:modal')),
          );
          (provider.querySelector('end-chat-dialog') as Tag).open = true;
          for (const tag of [adapter, ...provider.querySelectorAll<Tag>('*')]) {
            await tag.updateComplete;
            if ((tag.shadowRoot?.childElementCount ?? 0) > 0) seen.add(tag.localName);
          }
          await until(() => provider.querySelector('end-chat-dialog')?.shadowRoot?.querySelector('dialog:modal'));
          seen.add(provider.localName);
          main.replaceChildren();
          await new Promise((resolve) => setTimeout(resolve));
        }
        return [...seen].sort();
      }, times);
    expect(await leavesNothing(page, mount, { first: 20, then: 60, bytes: 5000 })).toHaveLength(14);
    expect([errors, warnings]).toEqual([[], []]);
  }, 240_000);

  it.each([
    ['the module', '<script type="module" src="agent-chat-adapter.js"></script>', []],
    ['the classic script', '<script defer src="agent-chat-adapter.iife.js"></script>', ['AgentChatAdapter']],
  ])('by %s adds no global but Lit’s, over a whole chat', async (_name, script, own) => {
    const { page, errors } = await openPage(shift, {
      html: plainPage(
        `<script>window.first = Reflect.ownKeys(window);</script><chat-adapter connect-to="local"></chat-adapter>${script}`,
      ),
    });
    await servesAChat(shift, page);
    await page.keyboard.press('Alt+Shift+Slash');
    const added = await page.evaluate(() => {
      const before = new Set((window as unknown as { first: readonly PropertyKey[] }).first);
      return Reflect.ownKeys(window)
        .filter((key) => key !== 'first' && !before.has(key))
        .map(String);
    });
    expect(added.sort()).toEqual([...OF_LIT, ...own].sort());
    expect(errors).toEqual([]);
  });

  it('shows a conversation before anybody opens one, and nobody in the page meets it', async () => {
    const { page, errors, warnings } = await openPage(shift, {
      html: plainPage(
        '<main></main><script type="module" src="agent-chat-adapter.js"></script>',
        `<script>
          const shown = [];
          const met = [];
          const { attachShadow } = Element.prototype;
          Element.prototype.attachShadow = function (init) {
            shown.push(this.localName);
            if (this.isConnected) met.push(this.localName);
            return attachShadow.call(this, init);
          };
          const watch = new MutationObserver(() => met.push('something new'));
          const all = { childList: true, subtree: true };
          addEventListener('DOMContentLoaded', () => watch.observe(document.documentElement, all));
          const { dispatchEvent } = EventTarget.prototype;
          EventTarget.prototype.dispatchEvent = function (event) {
            const isOfThePage = !(this instanceof Node) || this.isConnected;
            if (isOfThePage) met.push(event.type);
            return dispatchEvent.call(this, event);
          };
        </script>`,
      ),
    });
    await page.waitForFunction('shown.includes("chat-transcript") && shown.includes("chat-composer")');
    await page.waitForFunction(
      () => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 200, true))),
    );
    expect(await page.evaluate('met')).toEqual([]);
    expect([errors, warnings]).toEqual([[], []]);
  });
});
