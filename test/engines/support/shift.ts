import { expect } from 'vitest';
import { startGateway } from '../../../demo/gateway.mjs';
import type { Engine } from './engines.js';
import { serveJourney } from './serve-journey.js';
import { eventually, tabOf, type Tab } from './tab.js';

/** The clocks of all tabs, together. */
export interface Clocks {
  freeze(): Promise<void>;
  advanceTo(time: number): Promise<void>;
  resume(): Promise<void>;
}

/** A contact centre at an address of its own: the tabs of its agents and end users, in one browser. */
export interface Shift {
  agent(query?: string): Promise<Tab>;
  customer(who?: Readonly<Record<string, string>>): Promise<Tab>;
  readonly clocks: Clocks;
  /** Fails if a page complained: of an error, or of what its content security policy forbids. */
  end(): Promise<void>;
}

/** `over`: what is between the pages. */
export const startShift = async (engine: Engine, over: 'nothing' | 'network' = 'nothing'): Promise<Shift> => {
  const gateway = over === 'network' ? await startGateway({ port: 0, data: 'memory' }) : undefined;
  const demo = await serveJourney(() => gateway?.port);
  const pages: { readonly tab: Tab; close(): Promise<unknown> }[] = [];
  const connector: Readonly<Record<string, string>> = gateway ? { connector: 'websocket' } : {};

  const open = async (path: string, query: Readonly<Record<string, string>>): Promise<Tab> => {
    const page = await engine.newPage();
    await page.goto(`${demo.url}${path}?${new URLSearchParams({ ...connector, ...query }).toString()}`);
    const tab = tabOf(page);
    pages.push({ tab, close: () => page.close() });
    return tab;
  };
  const everywhere = async (expression: string): Promise<void> => {
    for (const { tab } of pages) await tab.evaluate(expression);
  };

  return {
    agent: (query = '') => open('/', Object.fromEntries(new URLSearchParams(query))),
    customer: (who = { channel: 'web', name: 'Ana Silva' }) => open('/customer.html', who),
    clocks: {
      freeze: () => everywhere('journey.clock.freeze()'),
      // Not waited for in the page: WebKit's own patience with a script would run out by the page's clock.
      async advanceTo(time) {
        await everywhere(`void journey.clock.advanceTo(${time})`);
        for (const { tab } of pages) await eventually(() => tab.evaluate('Date.now()'), time);
      },
      resume: () => everywhere('journey.clock.resume()'),
    },
    async end() {
      const complaints: string[] = [];
      for (const { tab } of pages) complaints.push(...(await tab.evaluate<string[]>('journey.complaints')));
      for (const { close } of pages) await close();
      await demo.close();
      await gateway?.stop();
      expect(complaints).toEqual([]);
    },
  };
};

/** Writes messages on an end user's phone, one after the other. */
export const write = async (customer: Tab, ...texts: readonly string[]): Promise<void> => {
  for (const text of texts) {
    await customer.click('textbox', 'Message');
    await customer.type(text);
    await customer.press('Enter');
    await customer.sees('listitem', text);
  }
};
