import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/elements/version.js';
import { bundle, openPage, plainPage, servesAChat, type AnyPage } from './support/any-page.js';
import { smallBackEnd } from './support/small-back-end.js';
import { eventually, startShift, type Shift } from './support/shift.js';

const EVERYTHING = `export * from './src/index.ts'; import './src/define/local.ts'; import './src/define/all.ts';`;
/** Notes what is put into a live region to be spoken, and what is told of messages. */
const LISTEN = `<script>
  window.spoken = [];
  window.told = 0;
  const { append } = Element.prototype;
  Element.prototype.append = function (...nodes) {
    if (this.ariaLive) window.spoken.push(...nodes.map((node) => node.textContent));
    append.apply(this, nodes);
  };
  document.addEventListener('chat-message-added', () => (window.told += 1));
</script>`;

const ADAPTER = '<chat-adapter connect-to="local"></chat-adapter>';

/** The scripts of a page, in the order in which they run. */
const scripts = (...files: readonly string[]): string =>
  files.map((file) => `<script ${file.includes('iife') ? 'defer' : 'type="module"'} src="${file}"></script>`).join('');

describe('two copies on a page', () => {
  let shift: Shift;
  let files: Readonly<Record<string, string>>;
  beforeAll(async () => {
    files = {
      'bundled.js': await bundle(EVERYTHING),
      'newer.js': await bundle(EVERYTHING, { version: '9.9.9' }),
      'newest.js': await bundle(EVERYTHING, { version: '10.0.0' }),
      'provider-alone.js': await bundle(`import './src/define/chat-provider.ts';`, { version: '9.9.9' }),
      'dialog-alone.js': await bundle(`import './src/define/end-chat-dialog.ts';`, { version: '9.9.9' }),
      'list-alone.js': await bundle(`import './src/define/chat-list.ts';`, { version: '9.9.9' }),
    };
  });
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  const open = (...order: readonly string[]): Promise<AnyPage> =>
    openPage(shift, { html: plainPage(scripts(...order) + ADAPTER), files });

  const versionOf = ({ page }: AnyPage, tag = 'chat-adapter'): Promise<unknown> =>
    page.evaluate((name) => (customElements.get(name) as { version?: unknown } | undefined)?.version, tag);

  it.each([
    ['the CDN’s module at two addresses', ['agent-chat-adapter.js?one', 'agent-chat-adapter.js?two']],
    ['the CDN’s module, then one that a bundler made', ['agent-chat-adapter.js', 'bundled.js']],
    ['one that a bundler made, then the CDN’s module', ['bundled.js', 'agent-chat-adapter.js']],
    ['the CDN’s module, then its classic script', ['agent-chat-adapter.js', 'agent-chat-adapter.iife.js']],
    ['the CDN’s classic script, then its module', ['agent-chat-adapter.iife.js', 'agent-chat-adapter.js']],
  ])('%s: a chat is served, and one warning says to load one', async (_name, order) => {
    const opened = await open(...order);
    await servesAChat(shift, opened.page);
    const ours = opened.warnings.filter((text) => text.startsWith('agent-chat-adapter:'));
    expect([opened.errors, ours.length, ours[0]]).toEqual([[], 1, expect.stringContaining('Load one copy.')]);
  });

  it.each([
    ['agent-chat-adapter.js', 'newer.js', VERSION, '9.9.9'],
    ['newer.js', 'agent-chat-adapter.js', '9.9.9', VERSION],
  ])('%s, then %s: the first stays, and one warning names both', async (first, second, stays, leftOut) => {
    const opened = await open(first, second);
    await servesAChat(shift, opened.page);
    expect(await versionOf(opened)).toBe(stays);
    expect(opened.errors).toEqual([]);
    const ours = opened.warnings.filter((text) => text.startsWith('agent-chat-adapter:'));
    expect(ours).toEqual([expect.stringMatching(new RegExp(`version ${leftOut} is left out, as version ${stays} is`))]);
  });

  it('of three, each that came later warns once', async () => {
    const opened = await open('agent-chat-adapter.js', 'newer.js', 'newest.js');
    await eventually(
      async () => opened.warnings.map((text) => /version ([\d.]+) is left/.exec(text)?.[1]),
      ['9.9.9', '10.0.0'],
    );
    expect(await versionOf(opened)).toBe(VERSION);
  });

  it('what is registered with the second reaches the tags of the first, before or after it loads', async () => {
    const register = `import { createLocalConnector } from './local.js';
      const { registerConnector } = await import('./newer.js');
      registerConnector('acme', () => ({ ...createLocalConnector({ agent: 'acme-1' }), name: 'acme' }));`;
    const { page, errors } = await openPage(shift, {
      html: plainPage(
        `${scripts('agent-chat-adapter.js')}<chat-adapter connect-to="acme"></chat-adapter><script type="module">${register}</script>`,
      ),
      files,
    });
    await servesAChat(shift, page);
    expect(errors).toEqual([]);
  });

  it('where each has some of the tags they work together: desk, keys, focus', async () => {
    const opened = await open('list-alone.js', 'agent-chat-adapter.js');
    expect([await versionOf(opened, 'chat-list'), await versionOf(opened)]).toEqual(['9.9.9', VERSION]);
    await servesAChat(shift, opened.page);
    expect(opened.errors).toEqual([]);
    const parts = await opened.page.evaluate(
      () =>
        document.querySelector('chat-adapter')?.shadowRoot?.querySelector('chat-list')?.getAttribute('exportparts') ??
        '',
    );
    expect(parts).toContain('list-');
  });

  /** An open chat with a customer in the page itself; what came of what she writes next. */
  const heard = async (first: string, body: string) => {
    const { page, errors } = await openPage(shift, {
      html: plainPage(
        `${LISTEN}${scripts(first)}<chat-adapter connect-to="small" layout="inline" style="block-size: 480px"></chat-adapter>${body}<script type="module">${smallBackEnd()}</script>`,
      ),
      files,
    });
    await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
    await page.getByRole('textbox', { name: 'Message…' }).waitFor();
    const spoken = (text: string): Promise<number> =>
      page.evaluate((wanted) => {
        const { spoken: all } = window as unknown as { spoken: readonly string[] };
        return all.filter((said) => said.includes(wanted)).length;
      }, text);
    const say = async (text: string): Promise<void> => {
      await page.evaluate((words) => window.backEnd.say(words), text);
      await eventually(async () => (await spoken(text)) > 0, true);
    };
    return { page, errors, spoken, say };
  };

  it('a desk that tags of two versions present is spoken once, and told once', async () => {
    const { page, errors, spoken, say } = await heard('provider-alone.js', '<chat-provider></chat-provider>');
    await page.evaluate(async () => {
      const [adapter, provider] = ['chat-adapter', 'chat-provider'].map(
        (tag) => document.querySelector(tag) as unknown as Record<string, unknown>,
      );
      provider!['desk'] = adapter!['currentDesk'];
      await provider!['updateComplete'];
      (window as unknown as { told: number }).told = 0;
    });
    await say('My order is late.');
    // Whoever speaks second has had the time by then.
    await say('Are you there?');
    expect([await spoken('My order is late.'), await spoken('Are you there?')]).toEqual([1, 1]);
    expect(await page.evaluate(() => (window as unknown as { told: number }).told)).toBe(2);
    expect(errors).toEqual([]);
  });

  it('a dialog of another version than the adapter is where it is spoken while it is open, once', async () => {
    const { page, errors, spoken, say } = await heard('dialog-alone.js', '');
    await page.getByRole('button', { name: 'End chat', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'End chat?' });
    await dialog.waitFor();
    await say('One more thing');
    expect(await spoken('One more thing')).toBe(1);
    await dialog.locator('[aria-live] p', { hasText: 'One more thing' }).waitFor({ state: 'attached' });
    expect(await dialog.getByRole('status').filter({ hasText: 'One more thing' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('events are known by their type, and by the classes of the copy that came first', async () => {
    const { page } = await openPage(shift, {
      html: plainPage(
        `${ADAPTER}<script type="module">
           import * as first from './agent-chat-adapter.js';
           import * as second from './newer.js';
           document.addEventListener('adapter-toggle', (event) => {
             window.heard = [event instanceof first.AdapterToggleEvent, event instanceof second.AdapterToggleEvent, event.detail.open];
           });
         </script>`,
      ),
      files,
    });
    await page.getByRole('button', { name: 'Open chat adapter' }).click();
    const heard = () => page.evaluate(() => (window as unknown as { heard?: unknown[] }).heard);
    await eventually(heard, [true, false, true]);
  });

  it('two adapters of one copy share nothing but the back end', async () => {
    const { page } = await openPage(shift, {
      html: plainPage(scripts('agent-chat-adapter.js') + ADAPTER + ADAPTER.replace('>', ' layout="inline">')),
    });
    const ids = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('chat-adapter')].map(
          (adapter) => (adapter as unknown as { currentDesk?: { id: string } }).currentDesk?.id,
        ),
      );
    await eventually(async () => new Set((await ids()).filter(Boolean)).size, 2);
  });
});
