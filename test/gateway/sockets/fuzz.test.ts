import { expect, it } from 'vitest';
import { FEW, fuzzedForGateway } from '../../support/bad-frames/fuzzed-for-gateways.js';
import { connect } from '../support/client.js';
import { message, setup } from '../support/setup.js';

const FRAMES = 10_000;

it(`${FRAMES} frames of nonsense hurt nobody`, { timeout: 120_000 }, async () => {
  const { chat, agentToken, endUserToken, gateway } = await setup({ limits: { framesPerSecond: 1e6, burst: 1e6 } });
  const { ada, nadia, chatId } = await chat();
  const texts = fuzzedForGateway(chatId, FRAMES, 1);
  let answered = 0;
  for (let first = 0; first < FRAMES; first += FEW) {
    const isAgent = first % 2 === 0;
    const token = await (isAgent ? agentToken('mallory') : endUserToken(`mallory-${first}`));
    const client = await connect(gateway.url, { token });
    for (const text of texts.slice(first, first + FEW)) client.sendRaw(text);
    await client.settled();
    answered += client.frames.length;
    client.cut();
  }
  expect(answered).toBeGreaterThan(FRAMES / 2);
  expect(ada.isOpen && nadia.isOpen).toBe(true);
  expect((await ada.ask({ type: 'send', chatId, message: message('Still here') })).type).toBe('ok');
  await nadia.heard('conversation', ({ messages }) => messages[0]?.text === 'Still here');
  expect(ada.all('ended')).toEqual([]);
  expect(({} as Record<string, unknown>).more).toBeUndefined();
});
