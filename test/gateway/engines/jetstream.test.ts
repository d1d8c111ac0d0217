import { afterAll, beforeAll } from 'vitest';
import { jetStreamSettings, openJetStream } from '../../../gateway/src/engines/jetstream/index.js';
import { startNats } from '../../support/start-nats.mjs';
import { describeEngine } from '../engine-suite.js';

let nats: Awaited<ReturnType<typeof startNats>>;

beforeAll(async () => {
  nats = await startNats();
});
afterAll(async () => nats.remove());

describeEngine('JetStream, one node', async () => {
  const settings = jetStreamSettings({ NATS_URL: nats.servers.join(), NATS_PREFIX: 'suite' });
  // Both at once: the first start makes the streams.
  const engines = await Promise.all([openJetStream(settings), openJetStream(settings)]);
  return { engines, close: async () => void (await Promise.all(engines.map((engine) => engine.close()))) };
});
