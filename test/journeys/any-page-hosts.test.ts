import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { bundle, openPage, plainPage, servesAChat, type PageParts } from './support/any-page.js';
import { startShift, type Shift } from './support/shift.js';

const module = '<script type="module" src="agent-chat-adapter.js"></script>';
const ADAPTER = '<chat-adapter connect-to="local"></chat-adapter>';

const file = (path: string): string => readFileSync(atTop(`node_modules/${path}`), 'utf8');

/** What scripts of the page did to the language before ours loads. */
const habits: readonly (readonly [name: string, script: string])[] = [
  ['gives every array a toJSON', `Array.prototype.toJSON = function () { return 'no array'; };`],
  [
    'has a method of its own on every object, and on every array, that can be listed',
    `Object.prototype.extend = function () {}; Array.prototype.each = function (run) { this.forEach(run); };
     String.prototype.strip = function () { return this.trim(); }; Function.prototype.curry = function () { return this; };`,
  ],
  [
    'gives every text, number and object a toJSON',
    `String.prototype.toJSON = function () { return '"' + this + '"'; }; Number.prototype.toJSON = function () { return this + ''; };
     Object.prototype.toJSON = function () { return 'an object'; };`,
  ],
  [
    'looks over the shoulder of JSON, of listeners and of timers',
    `const { stringify } = JSON; JSON.stringify = (value, ...rest) => stringify(value, ...rest);
     for (const [owner, name] of [[EventTarget.prototype, 'addEventListener'], [window, 'setTimeout'], [Node.prototype, 'appendChild'], [Element.prototype, 'attachShadow'], [window, 'fetch']]) {
       const own = owner[name]; owner[name] = function (...given) { return own.apply(this ?? window, given); };
     }`,
  ],
  [
    'has Array.from, bind and Element methods of a library from 2007',
    `Array.from = function (list) { if (!list) return []; if ('toArray' in Object(list)) return list.toArray();
       let at = list.length || 0; const all = new Array(at); while (at--) all[at] = list[at]; return all; };
     Function.prototype.bind = function (self, ...first) { const run = this; return function (...rest) { return run.apply(self, [...first, ...rest]); }; };
     document.getElementsByClassName = (name) => [...document.querySelectorAll('.' + name)];
     Element.prototype.remove = function () { this.parentNode && this.parentNode.removeChild(this); return this; };
     Element.prototype.hide = Element.prototype.show = function () { return this; };`,
  ],
  [
    'has a $ and names that are ours elsewhere',
    `var $ = () => 'page', define = () => 'page', name = 'page', html = 1, css = 2, VERSION = 3;`,
  ],
  [
    'hears of everything that is put into the document, and looks at it',
    `new MutationObserver((all) => { for (const { addedNodes } of all) for (const node of addedNodes) void node.textContent; })
       .observe(document, { childList: true, subtree: true, attributes: true });`,
  ],
  ['sets console.warn aside', `console.warn = undefined;`],
];

describe('a page that', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  const serves = async (parts: PageParts, expectedWarnings: readonly unknown[] = []): Promise<void> => {
    const { page, errors, warnings } = await openPage(shift, parts);
    await servesAChat(shift, page);
    expect([errors, warnings]).toEqual([[], expectedWarnings]);
  };

  it.each(habits)('%s: a chat is served', async (_name, script) => {
    await serves({ html: plainPage(module + ADAPTER, `<script>${script}</script>`) });
  });

  it('has zone.js, which patches what is asynchronous: a chat is served, by either file', async () => {
    const zone = file('zone.js/bundles/zone.umd.js');
    for (const script of [module, '<script defer src="agent-chat-adapter.iife.js"></script>'])
      await serves({
        html: plainPage(script + ADAPTER, '<script src="zone.js"></script>'),
        files: { 'zone.js': zone },
      });
  });

  describe('freezes the language (SES lockdown)', () => {
    const ses = file('ses/dist/ses.umd.js');

    it.each([
      ['before ours loads', `<script src="ses.js"></script><script>lockdown();</script>${module}`],
      [
        'before ours loads, as strictly as can be',
        `<script src="ses.js"></script><script>lockdown({ errorTaming: 'safe', overrideTaming: 'min', stackFiltering: 'concise', localeTaming: 'safe' });</script>${module}`,
      ],
      [
        'after ours has loaded',
        `${module}<script type="module" src="ses.js"></script><script type="module">lockdown();</script>`,
      ],
    ])('%s: a chat is served', async (_name, scripts) => {
      const { page, errors } = await openPage(shift, { html: plainPage(scripts + ADAPTER), files: { 'ses.js': ses } });
      await servesAChat(shift, page);
      expect([errors, await page.evaluate(() => Object.isFrozen(Object.prototype))]).toEqual([[], true]);
    });
  });

  describe('has copies of our libraries', () => {
    const LIBRARY = `export * from './src/index.ts'; import './src/define/local.ts'; import './src/define/all.ts';`;
    let files: Readonly<Record<string, string>>;
    beforeAll(async () => {
      files = {
        'lit.js': await bundle(
          `import { LitElement, html } from 'lit'; import { createContext, ContextProvider } from '@lit/context';
           class PageTag extends LitElement {
             constructor() { super(); new ContextProvider(this, { context: createContext('the-page'), initialValue: 1 }); }
             render() { return html\`<p>Lit of the page</p><slot></slot>\`; }
           }
           customElements.define('page-tag', PageTag);`,
        ),
        'rxjs.js': await bundle(`export { Observable, Subject, map, of, merge } from 'rxjs';`),
        'bundled.js': await bundle(LIBRARY),
      };
    });

    it('of Lit and its contexts, in whose tags the adapter stands: a chat is served', async () => {
      const lit = '<script type="module" src="lit.js"></script>';
      for (const scripts of [lit + module, module + lit]) {
        const { page, errors } = await openPage(shift, {
          html: plainPage(`${scripts}<page-tag>${ADAPTER}</page-tag>`),
          files,
        });
        await page.getByText('Lit of the page').waitFor();
        await servesAChat(shift, page);
        expect(errors).toEqual([]);
        await page.close();
      }
    });

    it('of RxJS, by which its connector tells and it follows our streams: a chat is served', async () => {
      const { page, errors } = await openPage(shift, {
        html: plainPage(
          `${module}<chat-adapter connect-to="theirs"></chat-adapter><output></output><script type="module">
             import { registerConnector } from './agent-chat-adapter.js';
             import { createLocalConnector } from './local.js';
             import { Observable, map } from './rxjs.js';
             registerConnector('theirs', () => {
               const connector = createLocalConnector({ agent: 'agent-1' });
               const open = (session) => new Observable((observer) => connector.open(session).subscribe(observer)).pipe(map((event) => event));
               return { ...connector, open };
             });
             const adapter = document.querySelector('chat-adapter');
             await adapter.updateComplete;
             while (!adapter.currentDesk) await new Promise(requestAnimationFrame);
             const chats$ = new Observable((observer) => adapter.currentDesk.chats$.subscribe(observer));
             chats$.pipe(map((chats) => chats.length)).subscribe((count) => (document.querySelector('output').textContent += count + ' '));
           </script>`,
        ),
        files,
      });
      await servesAChat(shift, page);
      expect(errors).toEqual([]);
      expect(await page.locator('output').textContent()).toMatch(/^0 (1 )+0 /);
    });

    it.each([
      [
        'an Observable as of RxJS 6',
        `{ subscribe: (next, ...rest) => connector.open(session).subscribe(typeof next === 'function' ? { next } : next, ...rest), '@@observable'() { return this; } }`,
      ],
      [
        'an async generator',
        `(async function* () { const events = []; let wake; connector.open(session).subscribe({ next: (event) => { events.push(event); wake?.(); } });
           for (;;) { while (events.length > 0) yield events.shift(); await new Promise((resolve) => (wake = resolve)); } })()`,
      ],
    ])('and a connector that tells by %s: a chat is served', async (_name, source) => {
      const { page, errors } = await openPage(shift, {
        html: plainPage(
          `${module}<chat-adapter connect-to="theirs"></chat-adapter><script type="module">
             import { registerConnector } from './agent-chat-adapter.js';
             import { createLocalConnector } from './local.js';
             registerConnector('theirs', () => {
               const connector = createLocalConnector({ agent: 'agent-1' });
               return { ...connector, open: (session) => (${source}) };
             });
           </script>`,
        ),
      });
      await servesAChat(shift, page);
      expect(errors).toEqual([]);
    });
  });
});
