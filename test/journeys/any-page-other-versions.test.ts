import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { bundle, openPage, plainPage, servesAChat } from './support/any-page.js';
import { librariesOf, type Versions } from './support/other-libraries.js';
import { startShift, type Shift } from './support/shift.js';

/** What a page may have been built with, years ago. */
const eras: readonly (readonly [name: string, versions: Versions])[] = [
  [
    'Lit 2 and RxJS 6',
    {
      lit: '2.8.0',
      'lit-html': '2.8.0',
      'lit-element': '3.3.3',
      '@lit/reactive-element': '1.6.3',
      '@lit/context': '1.0.0',
      rxjs: '6.6.7',
    },
  ],
  [
    'the first Lit 3 and RxJS 7',
    {
      lit: '3.0.0',
      'lit-html': '3.0.0',
      'lit-element': '4.0.0',
      '@lit/reactive-element': '2.0.0',
      '@lit/context': '1.0.0',
      rxjs: '7.0.0',
    },
  ],
];

/** What tells its version to the page, as the lists there are in order. */
const LIT = ['lit-element', 'lit-html', '@lit/reactive-element'];

const versionOfOurs = (name: string): string =>
  (JSON.parse(readFileSync(atTop(`node_modules/${name}/package.json`), 'utf8')) as { version: string }).version;

/** An app of the page: its template has our tag in it, and a tag of its own that hears of what surrounds it. */
const APP = `
  import { LitElement, html, css } from 'lit';
  import { repeat } from 'lit/directives/repeat.js';
  import { createContext, ContextConsumer, ContextProvider } from '@lit/context';
  const context = createContext('the-page');
  class PageBadge extends LitElement {
    surrounding = new ContextConsumer(this, { context, subscribe: true });
    render() { return html\`<span>Badge \${this.surrounding.value}</span>\`; }
  }
  class PageApp extends LitElement {
    static properties = { accepted: { state: true }, policy: { attribute: false } };
    static styles = css\`:host { display: block; color: rgb(1, 2, 3); }\`;
    provider = new ContextProvider(this, { context, initialValue: 0 });
    constructor() { super(); this.accepted = []; this.policy = { response: { target: 120 } }; }
    render() {
      return html\`<button @click=\${() => this.provider.setValue(this.provider.value + 1)}>Count</button>
        <page-badge></page-badge>
        <ol>\${repeat(this.accepted, (id) => id, (id) => html\`<li>\${id ? 'Accepted' : ''}</li>\`)}</ol>
        <chat-adapter connect-to="theirs" .policy=\${this.policy}
          @chat-accepted=\${({ detail }) => (this.accepted = [...this.accepted, detail.chatId])}></chat-adapter>\`;
    }
  }
  customElements.define('page-badge', PageBadge);
  customElements.define('page-app', PageApp);`;

/** A back end that tells by the page's RxJS, whose RxJS counts what our streams tell. */
const CONNECTOR = `
  import { registerConnector } from './agent-chat-adapter.js';
  import { createLocalConnector } from './local.js';
  import { Observable, from, map, filter } from './rxjs.js';
  registerConnector('theirs', () => {
    const connector = createLocalConnector({ agent: 'agent-1' });
    const told$ = (session) => new Observable((observer) => connector.open(session).subscribe(observer));
    return { ...connector, open: (session) => told$(session).pipe(filter(Boolean), map((event) => event)) };
  });
  await customElements.whenDefined('page-app');
  const adapter = document.querySelector('page-app').shadowRoot.querySelector('chat-adapter');
  while (!adapter.currentDesk) await new Promise(requestAnimationFrame);
  window.counts = [];
  from(adapter.currentDesk.chats$).pipe(map((chats) => chats.length)).subscribe((count) => window.counts.push(count));`;

const script = (file: string): string => `<script type="module" src="${file}"></script>`;

describe.each(eras)('a page that was built with %s', (_name, versions) => {
  let shift: Shift;
  let files: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const from = librariesOf(versions);
    files = {
      'app.js': await bundle(APP, { from }),
      'rxjs.js': await bundle(
        `export { Observable, from } from 'rxjs'; export { map, filter } from 'rxjs/operators';`,
        { from },
      ),
      'connector.js': CONNECTOR,
    };
  }, 120_000);
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  it.each([
    ['theirs first', ['app.js', 'rxjs.js', 'agent-chat-adapter.js']],
    ['ours first', ['agent-chat-adapter.js', 'app.js', 'rxjs.js']],
  ])('serves a chat from within its own app, which works on: %s', async (_order, scripts) => {
    const { page, errors, warnings } = await openPage(shift, {
      html: plainPage(`${[...scripts, 'connector.js'].map(script).join('')}<page-app></page-app>`),
      files,
    });
    await servesAChat(shift, page);
    await page.getByRole('button', { name: 'Count', exact: true }).click();
    await page.getByText('Badge 1', { exact: true }).waitFor();
    expect(await page.locator('page-app li').allTextContents()).toEqual(['Accepted']);
    const seen = await page.evaluate(() => {
      const { litElementVersions, litHtmlVersions, reactiveElementVersions, counts } = window as unknown as Record<
        string,
        unknown[]
      >;
      return {
        copies: [litElementVersions, litHtmlVersions, reactiveElementVersions].map((all) => all?.sort()),
        counts,
      };
    });
    expect(seen.copies).toEqual(LIT.map((name) => [versions[name], versionOfOurs(name)].sort()));
    expect(seen.counts?.join()).toMatch(/^0,(1,)+0$/);
    expect([errors, warnings]).toEqual([[], []]);
  });
});
