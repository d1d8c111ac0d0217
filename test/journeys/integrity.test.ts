import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { integrityOf } from '../support/integrity.mjs';
import { newPage, useStrictPages } from './support/connected-page.js';
import { adapterOf, openAdapter, write } from './support/shift.js';
import { securityExample } from './support/strict-pages.js';

const hashes = JSON.parse(readFileSync(atTop('dist/cdn/integrity.json'), 'utf8')) as Record<string, string>;

/** The example of the page on security, with the hashes of the build; `wrong` has another file's. */
const page = (wrong = ''): string => {
  const hashOf = (file: string): string => (file === wrong ? hashes['websocket.js'] : hashes[file]) ?? '';
  return securityExample('integrity')
    .replaceAll(/"\/([\w-]+\.js)": "sha384-…"/gu, (_all, file: string) => `"/${file}": "${hashOf(file)}"`)
    .replace(
      /src="\/([\w-]+\.js)" integrity="sha384-…"/u,
      (_all, file: string) => `src="/${file}" integrity="${hashOf(file)}"`,
    );
};

describe('the hashes of the build', () => {
  const served = useStrictPages();

  const open = async (wrong?: string): Promise<{ page: Page; warnings: string[] }> => {
    served.server.pages.set('/sri.html', {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>Hashes</title>${page(wrong)}<chat-adapter connect-to="local"></chat-adapter>`,
    });
    const { page: agent } = await newPage(served);
    const warnings: string[] = [];
    agent.on('console', (message) => warnings.push(message.text()));
    await agent.goto(`${served.server.url}/sri.html`);
    return { page: agent, warnings };
  };

  /** Answers a chat, and opens the bar that finds. */
  const find = async (agent: Page): Promise<void> => {
    const customer = await agent.context().newPage();
    await customer.goto(`${served.server.url}/customer.html?channel=web`);
    await write(customer, 'See https://example.com/');
    await agent.bringToFront();
    await openAdapter(agent);
    await adapterOf(agent)
      .getByRole('button', { name: /^New chat/ })
      .click();
    await adapterOf(agent).getByRole('textbox', { name: 'Message…' }).press('Control+f');
  };

  it('are those of its files, all of them', () => {
    expect(hashes).toEqual(integrityOf(atTop('dist/cdn')));
    expect(Object.keys(hashes)).toEqual(expect.arrayContaining(['agent-chat-adapter.js', 'links.js', 'locales/fr.js']));
  });

  it('are found in the package as the page on security finds them', async () => {
    const places = JSON.parse(readFileSync(atTop('package.json'), 'utf8')) as { exports: Record<string, string> };
    const folder = mkdtempSync(join(tmpdir(), 'integrity-'));
    const code = securityExample('hashes').replace(/'agent-chat-adapter(\/[^']+)'/u, (_all, path: string) =>
      JSON.stringify(pathToFileURL(atTop(places.exports[`.${path}`] ?? '')).href),
    );
    writeFileSync(join(folder, 'example.mjs'), code);
    const { integrity } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'example.mjs')).href)) as {
      integrity: string;
    };
    rmSync(folder, { recursive: true });
    expect(integrity).toBe(hashes['agent-chat-adapter.js']);
  });

  it('let the script and the files beside it run', async () => {
    const { page: agent } = await open();
    await find(agent);
    await adapterOf(agent).getByRole('searchbox').waitFor();
    await adapterOf(agent).getByRole('link').waitFor();
    await agent.context().close();
  });

  it('keep a changed script from running', async () => {
    const { page: agent, warnings } = await open('agent-chat-adapter.js');
    await expect.poll(() => warnings.join('\n')).toMatch(/integrity/u);
    expect(await agent.evaluate(() => customElements.get('chat-adapter') === undefined)).toBe(true);
    await agent.context().close();
  });

  it('keep a changed file beside it from running, and the rest goes on', async () => {
    const { page: agent, warnings } = await open('chat-tools.js');
    await find(agent);
    await expect.poll(() => warnings.join('\n')).toMatch(/could not be loaded/u);
    expect(await adapterOf(agent).getByRole('searchbox').count()).toBe(0);
    await adapterOf(agent).getByRole('link').waitFor();
    await agent.context().close();
  });
});
