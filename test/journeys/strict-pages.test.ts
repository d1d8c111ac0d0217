import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { newPage, useStrictPages } from './support/connected-page.js';
import { headerOf } from './support/strict-pages.js';
import { CDN, hashes, module, putStrict, variants, watch } from './support/strict-variants.js';
import { wholeJourney } from './support/whole-journey.js';

describe('a strict page', () => {
  const served = useStrictPages();

  const open = async (): Promise<
    { context: BrowserContext; agent: Page; customer: Page } & Awaited<ReturnType<typeof watch>>
  > => {
    const { context, page: customer } = await newPage(served);
    await customer.goto(`${served.server.url}/customer.html?channel=web&name=Ana%20Silva`);
    const agent = await context.newPage();
    const watched = await watch(agent);
    await agent.goto(`${served.server.url}/strict.html`);
    return { context, agent, customer, ...watched };
  };

  it.each(Object.entries(variants))('is not violated, and asked for nothing of others: %s', async (_name, variant) => {
    putStrict(served.server, variant);
    const { context, agent, customer, complaints, asked } = await open();
    // What a page complains of says why it did not go on.
    await wholeJourney(agent, customer).catch((error: unknown) => complaints.push(String(error)));
    await context.close();
    expect([...complaints, ...served.server.reports.splice(0)]).toEqual([]);
    const known = new Set([
      ...Object.keys(hashes),
      ...[...served.server.pages.keys()].map((path) => path.slice(1)),
      'themes/carbon-like.css',
    ]);
    expect(asked().filter((url) => !url.startsWith(`${served.server.url}/`))).toEqual([]);
    expect(asked().filter((url) => !known.has(new URL(url).pathname.slice(1)))).toEqual([]);
  });

  it('may deny every permission there is', async () => {
    const [name, value] = headerOf('permissions');
    const context = await served.browser.newContext();
    const probe = await context.newPage();
    await probe.goto(`${served.server.url}/customer.html`);
    const features = await probe.evaluate(() =>
      (document as unknown as { featurePolicy: { features(): string[] } }).featurePolicy.features(),
    );
    await context.close();
    const all = [...new Set([...value.split(', '), ...features.map((feature) => `${feature}=()`)])];
    putStrict(served.server, variants['the module, from its own origin']!, { [name]: all.join(', ') });
    const opened = await open();
    await wholeJourney(opened.agent, opened.customer).catch((error: unknown) => opened.complaints.push(String(error)));
    await opened.context.close();
    expect(features.length).toBeGreaterThan(20);
    expect(opened.complaints.filter((text) => !text.includes('Permissions-Policy header'))).toEqual([]);
  });

  it.each([
    ['server', false],
    ['origin', true],
  ])('lets a connector reach its server only if it says so (%s)', async (example, isViolated) => {
    const address = `${served.server.url.replace('http', 'ws')}/chat`;
    served.server.pages.set('/connect.js', {
      type: 'text/javascript',
      body: `import { createWebSocketConnector } from '/websocket.js';
        document.querySelector('chat-adapter').connector =
          createWebSocketConnector({ url: ${JSON.stringify(address)}, getToken: () => 'token' });`,
    });
    putStrict(
      served.server,
      { example, scripts: [module('/agent-chat-adapter.js'), module('/connect.js')] },
      {},
      (policy) => policy.replace('wss://chat.example.com', served.server.url.replace('http', 'ws')),
    );
    const { context, agent, complaints } = await open();
    const failed = agent.waitForEvent('console', (message) => message.text().includes(address));
    await agent.reload();
    await failed;
    // The console is told first, the page a task later.
    await expect.poll(() => complaints.some((text) => text.startsWith('violation: connect-src'))).toBe(isViolated);
    served.server.reports.length = 0;
    await context.close();
  });

  it('is told by its reports and its events what would violate it', async () => {
    putStrict(served.server, { example: 'origin', scripts: [module('/own-lit.js'), ...CDN] });
    const { context, complaints } = await open();
    await expect.poll(() => served.server.reports.length).toBeGreaterThan(0);
    expect(complaints.join('\n')).toMatch(/violation: trusted-types/u);
    served.server.reports.length = 0;
    await context.close();
  });
});
