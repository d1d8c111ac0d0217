import { describeEngine } from '../engine-suite.js';
import { createMemoryEngine } from '../support/memory-engine.js';

// What the tests of sockets stand on must keep the same promises.
describeEngine('in memory', async () => {
  const engine = createMemoryEngine();
  return { engines: [engine, engine.another()], close: async () => undefined };
});
