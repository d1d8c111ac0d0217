import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAdapter, startShift, type Shift } from './support/shift.js';

/** All of them: `npm run test:journeys`. In CI, where they would take two minutes, a sample. */
const ROUNDS = process.env['CI'] === undefined ? 200 : 50;

/** Makes one waiting request and resolves with its chat id. It is text, as the tests' bundler rewrites `import()`. */
const request = (page: Page, round: number): Promise<string> =>
  page.evaluate(`(async () => {
    const { createLocalEndUser } = await import('/local.js');
    const endUser = createLocalEndUser({ id: 'race-${round}', channel: 'sms', phone: '+12025550100' });
    await endUser.send('Request ${round}');
    const { chatId } = endUser.value;
    endUser.close();
    return chatId;
  })()`);

/** Puts `race(chatId)` into a page: waits for the other page, answers at the same moment, and says how it ended. */
const prepare = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const adapter = document.querySelector('chat-adapter') as import('../../src/index.js').ChatAdapter;
    const channel = new BroadcastChannel('barrier');
    const readyElsewhere = new Set<string>();
    let onReady = (): void => undefined;
    channel.onmessage = ({ data }: MessageEvent<string>) => {
      readyElsewhere.add(data);
      onReady();
    };
    const until = async <T>(what: string, read: () => T | null | undefined | false): Promise<T> => {
      for (const start = Date.now(); Date.now() - start < 8000;) {
        const found = read();
        if (found !== null && found !== undefined && found !== false) return found;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      throw new Error(`${what} never came.`);
    };
    const indicator = (chatId: string): Element | null | undefined =>
      adapter.shadowRoot?.querySelector('chat-list')?.shadowRoot?.querySelector(`chat-indicator[chat-id="${chatId}"]`);
    const desk = () => adapter.currentDesk as import('../../src/index.js').ChatDesk;
    const race = async (chatId: string): Promise<string> => {
      const button = await until('The New chat indicator', () =>
        indicator(chatId)?.matches('[state="new"]') === true
          ? indicator(chatId)?.shadowRoot?.querySelector('button')
          : null,
      );
      channel.postMessage(chatId);
      // In the task that tells so: one later, the other page's answer may have taken the button away already.
      if (!readyElsewhere.has(chatId))
        await new Promise<void>((resolve) => (onReady = () => void (readyElsewhere.has(chatId) && resolve())));
      button.click();
      const outcome = await until('An outcome', () => {
        if (indicator(chatId)?.matches('[state="active"]') === true) return 'won';
        return (
          indicator(chatId) === null &&
          (adapter.shadowRoot?.textContent ?? '').includes('Another agent answered') &&
          'told'
        );
      });
      for (const { id } of desk().notices$.value) desk().dismissNotice(id);
      return outcome;
    };
    const finish = async (chatId: string): Promise<void> => {
      if (desk().chat(chatId).view$.value === undefined) return;
      await desk().end(chatId);
      await desk().submitWrapUp(chatId);
      if (desk().chat(chatId).view$.value !== undefined) await desk().done(chatId);
    };
    Object.assign(window, { race, finish });
  });

interface Racing {
  race(chatId: string): Promise<string>;
  finish(chatId: string): Promise<void>;
}

describe('two agents on one contact centre', () => {
  let shift: Shift;
  beforeAll(async () => void (shift = await startShift()));
  afterAll(() => shift.close());

  it(
    `answer the same request ${ROUNDS} times: one winner each time, and a notice for the other`,
    { timeout: 300_000 },
    async () => {
      const agents = [await shift.agent(), await shift.agent()];
      for (const agent of agents) {
        await openAdapter(agent);
        await prepare(agent);
      }
      const [first] = agents;
      const outcomes: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const chatId = await request(first as Page, round);
        const ends = await Promise.all(
          agents.map((agent) => agent.evaluate((id) => (window as unknown as Racing).race(id), chatId)),
        );
        outcomes.push(ends.sort().join(' and '));
        await Promise.all(
          agents.map((agent) => agent.evaluate((id) => (window as unknown as Racing).finish(id), chatId)),
        );
      }
      expect(outcomes).toEqual(new Array(ROUNDS).fill('told and won'));
      expect(shift.complaints).toEqual([]);
    },
  );
});
