import { createServer } from 'node:net';

/**
 * So many ports that nobody listens at, below those that connections out of this machine are given: one of these could
 * take a port before its server does.
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export const freePorts = async (count) => {
  const probes = [];
  while (probes.length < count) {
    const probe = createServer();
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const free = await new Promise((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (free) probes.push({ probe, port });
  }
  // Held until all are found, so that they differ.
  await Promise.all(probes.map(({ probe }) => new Promise((resolve) => probe.close(resolve))));
  return probes.map(({ port }) => port);
};

/** @returns {Promise<number>} */
export const freePort = async () => /** @type {number} */ ((await freePorts(1))[0]);
