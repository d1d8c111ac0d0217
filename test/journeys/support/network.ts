import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../demo/serve.mjs';
import { atTop } from '../../support/at-top.mjs';
import { startShift, type Shift } from './shift.js';

/** A demo with a gateway behind it that can be killed and started again, and a browser. */
export interface Network extends Shift {
  /** Ends the gateway as a crash does: nothing is said, nothing is finished. */
  kill(): Promise<void>;
  /** Starts it again, on the same port and the same data. */
  start(): Promise<void>;
}

export const startNetwork = async (): Promise<Network> => {
  const data = mkdtempSync(join(tmpdir(), 'agent-chat-journey-'));
  let port = 0;
  let gateway: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const child = fork(atTop('gateway/dist/main.js'), [], {
      env: { ...process.env, DEMO: '1', LOG_LEVEL: 'error', GATEWAY_PORT: String(port), GATEWAY_DATA: data },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    gateway = child;
    const { url } = await new Promise<{ readonly url: string }>((resolve, reject) => {
      child.once('message', (told) => resolve(told as { readonly url: string }));
      child.once('exit', () => reject(new Error('The gateway did not start.')));
    });
    port = Number(new URL(url).port);
  };
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => gateway?.once('exit', resolve));
    gateway?.kill('SIGKILL');
    await gone;
  };

  await start();
  const demo = await serve({ gateway: () => port });
  const shift = await startShift(undefined, demo.url);
  return {
    ...shift,
    kill,
    start,
    async close() {
      await shift.close();
      await demo.close();
      await kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
};
