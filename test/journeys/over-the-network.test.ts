import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startNetwork, type Network } from './support/network.js';
import { adapterOf, eventually, openAdapter, write } from './support/shift.js';

/** What went wrong that is not the network's: a broken connection is what most of this is about. */
const notTheNetwork = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((text) => !/WebSocket connection to|Failed to load resource|Failed to fetch|net::ERR/.test(text));

/** The texts of a list of messages that hold one of some words. */
const textsOf = async (list: Locator, words: RegExp): Promise<readonly string[]> =>
  (await list.allInnerTexts()).map((text) => words.exec(text)?.[0]).filter((text) => text !== undefined);

describe('over the network', () => {
  let network: Network;
  const pages: Page[] = [];
  beforeAll(async () => void (network = await startNetwork()));
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
    network.complaints.length = 0;
  });
  afterAll(() => network.close());

  /** An agent's page and a customer's phone, in a chat. */
  const conversation = async (name: string) => {
    const customer = await network.customer({ connector: 'websocket', channel: 'web', name });
    const agent = await network.agent(`connector=websocket&agent=${encodeURIComponent(name)}`);
    pages.push(customer, agent);
    await write(customer, 'My order 8841 is late.');
    const adapter = adapterOf(agent);
    await openAdapter(agent);
    await adapter
      .getByRole('button', { name: /^New chat/ })
      .first()
      .click();
    await adapter.getByRole('log').getByText('My order 8841 is late.').waitFor();
    const field = adapter.getByRole('textbox', { name: 'Message…' });
    const say = async (text: string): Promise<void> => {
      await field.fill(text);
      await field.press('Enter');
    };
    const heardBy = (page: Page): Locator => page.locator('#messages li');
    return { customer, agent, adapter, field, say, heardBy };
  };

  it('a chat goes its whole way: answer, converse, preview, left, back, end, wrap-up', async () => {
    const { customer, adapter, say, heardBy, agent } = await conversation('Ana Silva');
    await say('Let me look.');
    await heardBy(customer).getByText('Let me look.').waitFor();
    await customer.getByRole('textbox', { name: 'Message' }).pressSequentially('Thank you, I');
    await adapter.getByText('Thank you, I').first().waitFor();
    await adapter.getByRole('textbox', { name: 'Message…' }).pressSequentially('It');
    await customer.getByText('The agent is typing…').waitFor();
    await customer.getByRole('button', { name: 'Leave' }).click();
    await customer.getByText('You have left.').waitFor();
    await adapter
      .getByText(/has left|left the chat|disconnected/i)
      .first()
      .waitFor();
    await customer.getByRole('button', { name: 'Come back' }).click();
    await customer.getByText('An agent is with you.').waitFor();
    await agent.evaluate(async () => {
      const desk = (document.querySelector('chat-adapter') as import('../../src/index.js').ChatAdapter).currentDesk!;
      const [chat] = desk.chats$.value;
      await desk.end(chat!.id);
      await desk.submitWrapUp(chat!.id);
      if (desk.chats$.value.length > 0) await desk.done(chat!.id);
    });
    await customer.getByText('The chat has ended.').waitFor();
    await eventually(() => adapter.locator('chat-indicator').count(), 0);
    expect(network.complaints).toEqual([]);
  });

  it('a reload of either page in the middle keeps the conversation', async () => {
    const { customer, agent, adapter, say, heardBy } = await conversation('Ben Okafor');
    await say('Let me look.');
    await heardBy(customer).getByText('Let me look.').waitFor();
    await Promise.all([agent.reload(), customer.reload()]);
    await heardBy(customer).getByText('Let me look.').waitFor();
    await customer.getByText('An agent is with you.').waitFor();
    await write(customer, 'Still here.');
    if ((await adapter.getByRole('button', { name: 'Open chat adapter' }).count()) > 0) await openAdapter(agent);
    await adapter.getByRole('log').getByText('Still here.').waitFor();
    expect(await textsOf(adapter.getByRole('log').getByRole('listitem'), /8841|Let me look|Still here/)).toEqual([
      ...['8841', 'Let me look', 'Still here'],
    ]);
    expect(network.complaints).toEqual([]);
  });

  it('a gateway that is killed and started again in the middle loses nothing and doubles nothing', async () => {
    const { customer, adapter, say, heardBy } = await conversation('Chloé Martin');
    const mine: string[] = [];
    const theirs: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      await say(`Before ${round}-a`);
      await network.kill();
      await say(`During ${round}-a`);
      const field = customer.getByRole('textbox', { name: 'Message' });
      await field.fill(`During ${round}-c`);
      await field.press('Enter');
      await network.start();
      await heardBy(customer).getByText(`During ${round}-a`).waitFor();
      await adapter.getByRole('log').getByText(`During ${round}-c`).waitFor();
      mine.push(`Before ${round}-a`, `During ${round}-a`);
      theirs.push(`During ${round}-c`);
    }
    const words = /(?:Before|During) \d-[ac]/;
    const atAgent = await textsOf(adapter.getByRole('log').getByRole('listitem'), words);
    const atCustomer = await textsOf(heardBy(customer), words);
    expect(atCustomer).toEqual(atAgent);
    expect(atAgent.filter((text) => text.endsWith('a'))).toEqual(mine);
    expect(atAgent.filter((text) => text.endsWith('c'))).toEqual(theirs);
    expect(notTheNetwork(network.complaints)).toEqual([]);
  });

  it('a customer is told in plain words what the connection does, and nothing while all is well', async () => {
    const customer = await network.customer({ connector: 'websocket', channel: 'web', name: 'Fay Lund' });
    pages.push(customer);
    const connection = customer.locator('#connection');
    // Before it has connected for the first time it says nothing either.
    await eventually(() => connection.getAttribute('data-state'), 'online');
    expect(await connection.innerText()).toBe('');
    await network.kill();
    await customer.getByRole('status').getByText('Connecting again…').waitFor();
    await network.context.setOffline(true);
    await customer.getByRole('status').getByText('There is no connection just now.').waitFor();
    await Promise.all([network.context.setOffline(false), network.start()]);
    await eventually(() => connection.innerText(), '', 20_000);
    await write(customer, 'Still the same page.');
    await customer.locator('#messages li').getByText('Still the same page.').waitFor();
    // So that no request is left for whoever answers next.
    await customer.getByRole('button', { name: 'Leave' }).click();
    await customer.getByText('You have left.').waitFor();
    expect(notTheNetwork(network.complaints)).toEqual([]);
  });

  it('a page that was frozen meanwhile catches up', async () => {
    const { customer, agent, adapter, say, heardBy } = await conversation('Eli Novak');
    const session = await network.context.newCDPSession(agent);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await write(customer, 'Are you there?', 'Hello?');
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await adapter.getByRole('log').getByText('Hello?').first().waitFor();
    await say('Here I am.');
    await heardBy(customer).getByText('Here I am.').waitFor();
    expect(await textsOf(heardBy(customer), /8841|there\?|Hello\?|Here/)).toEqual(['8841', 'there?', 'Hello?', 'Here']);
  });

  it('without a network the page says so, and goes on once it is back', async () => {
    const { customer, adapter, say, heardBy } = await conversation('Dara Kim');
    await network.context.setOffline(true);
    await adapter.locator('[part~="connection"]').waitFor({ timeout: 20_000 });
    await eventually(() => adapter.locator('.offline[part~="connection"]').count(), 1, 20_000);
    await network.context.setOffline(false);
    await eventually(() => adapter.locator('[part~="connection"]').count(), 0, 20_000);
    await say('There I am again.');
    await heardBy(customer).getByText('There I am again.').waitFor();
    expect(notTheNetwork(network.complaints)).toEqual([]);
  });
});
