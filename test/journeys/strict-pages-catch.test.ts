import { describe, expect, it } from 'vitest';
import { newPage, useStrictPages } from './support/connected-page.js';
import { sha384 } from './support/strict-pages.js';
import { module, putStrict, variants } from './support/strict-variants.js';

/** What the tags promise not to do, each as code that does it. */
const breaches = {
  'sets a style attribute': `document.body.setAttribute('style', 'color: red')`,
  'adds a style element': `document.head.append(Object.assign(document.createElement('style'), { textContent: 'b {}' }))`,
  'makes HTML from a text': `document.createElement('div').innerHTML = '<b></b>'`,
  'runs a text': `(0, eval)('1')`,
  'makes a function of a text': `new Function('')`,
  'sets a handler as a text': `document.body.setAttribute('onclick', '')`,
  'asks others': `await fetch('https://others.test/')`,
  'tells others': `navigator.sendBeacon('https://others.test/')`,
  'shows an image': `await loaded('img', { src: '/icon.svg' })`,
  'fetches a font': `await new FontFace('x', 'url(/x.woff2)').load()`,
  'plays a sound': `await loaded('audio', { src: '/x.mp3' })`,
  'starts a worker': `new Worker(URL.createObjectURL(new Blob([''])))`,
  'has a frame of others': `await loaded('iframe', { src: 'https://others.test/' })`,
  'imports from others': `await import('https://others.test/x.js')`,
  'imports what is not listed': `await import('/unlisted.js')`,
  'has a script that the policy does not name': `if (!globalThis.unnamed) violated.add(now)`,
  'makes a policy of another name': `trustedTypes.createPolicy('other', {})`,
  'makes Lit’s policy': `trustedTypes.createPolicy('lit-html', {})`,
  'makes our policy': `trustedTypes.createPolicy('agent-chat-adapter', {})`,
} as const;
type Breach = keyof typeof breaches;

/** Which policies let which of them pass; every other one is caught. */
const passes: Readonly<Record<string, readonly Breach[]>> = {
  origin: ['imports what is not listed', 'has a script that the policy does not name', 'makes our policy'],
  hash: ['has a script that the policy does not name', 'makes our policy'],
  nonce: ['imports from others', 'imports what is not listed', 'makes our policy'],
  'no-list': [
    ...(['imports what is not listed', 'has a script that the policy does not name'] as const),
    ...(['makes a policy of another name', 'makes Lit’s policy', 'makes our policy'] as const),
  ],
  'own-lit': [
    ...(['imports what is not listed', 'has a script that the policy does not name'] as const),
    ...(['makes Lit’s policy', 'makes our policy'] as const),
  ],
  npm: ['imports what is not listed', 'has a script that the policy does not name', 'makes Lit’s policy'],
};

/** Does all of them in turn, and keeps which are told as violations. */
const BREACH = `
  const violated = new Set();
  addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    if (blockedURI !== 'https://turn.test/') violated.add(now);
  });
  let now;
  const loaded = (tag, fields) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(tag), fields);
      element.addEventListener('load', resolve);
      element.addEventListener('error', () => reject(new Error('It did not load.')));
      document.body.append(element);
      // A frame that is kept out may look like one that has loaded.
      addEventListener('securitypolicyviolation', resolve, { once: true });
    });
  // Violations are told in order, after what caused them: one that is known to come closes each turn.
  const turn = () =>
    new Promise((resolve) => {
      const hear = ({ blockedURI }) => {
        if (blockedURI !== 'https://turn.test/') return;
        removeEventListener('securitypolicyviolation', hear);
        resolve();
      };
      addEventListener('securitypolicyviolation', hear);
      fetch('https://turn.test/').catch(() => undefined);
    });
  const run = async (name, act) => {
    now = name;
    await act().catch(() => undefined);
    await new Promise(requestAnimationFrame);
    await turn();
  };
${Object.entries(breaches)
  .map(([name, code]) => `  await run(${JSON.stringify(name)}, async () => { ${code}; });`)
  .join('\n')}
  globalThis.caught = [...violated];
`;
const UNNAMED = 'globalThis.unnamed = true;';

describe('each policy of the page on security', () => {
  const served = useStrictPages();

  it('is tried on what it must catch', () => {
    expect(new Set(Object.values(variants).map(({ example }) => example))).toEqual(new Set(Object.keys(passes)));
  });

  const byExample = new Map(Object.values(variants).map((variant) => [variant.example, variant]));

  it.each([...byExample])('catches what a tag must not do: %s', async (example, variant) => {
    const { context, page } = await newPage(served);
    const script = (body: string) => ({ body, type: 'text/javascript' });
    const { pages } = served.server;
    pages.set('/breach.js', script(BREACH));
    pages.set('/unnamed.js', script(UNNAMED));
    pages.set('/unlisted.js', script(''));
    // Others answer, so that what is kept from them is kept by the policy.
    await context.route('https://*.test/**', (route) =>
      route.fulfill({ contentType: 'text/javascript', headers: { 'Access-Control-Allow-Origin': '*' }, body: '' }),
    );
    // A policy by hashes knows it; its tag has no nonce.
    const hash = sha384(UNNAMED);
    putStrict(served.server, { ...variant, scripts: [module('/breach.js')] }, {}, (policy) =>
      policy.replace("script-src 'sha384-", `script-src '${hash}' 'sha384-`),
    );
    const strict = pages.get('/strict.html')!;
    const unnamed = `<script src="/unnamed.js" integrity="${hash}"></script>`;
    pages.set('/strict.html', {
      ...strict,
      body: String(strict.body).replace('<chat-adapter', `${unnamed}<chat-adapter`),
    });
    await page.goto(`${served.server.url}/strict.html`);
    await page.waitForFunction(() => 'caught' in globalThis);
    const caught = new Set(await page.evaluate(() => (globalThis as unknown as { caught: string[] }).caught));
    expect(Object.keys(breaches).filter((name) => !caught.has(name))).toEqual(passes[example]);
    served.server.reports.length = 0;
    await context.close();
  });
});
