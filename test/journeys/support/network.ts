import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../demo/serve.mjs';
import { startGatewayProcess, type GatewayProcess } from './gateway-process.js';
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
  let gateway: GatewayProcess | undefined;

  const start = async (): Promise<void> => {
    gateway = await startGatewayProcess({ GATEWAY_PORT: String(port), GATEWAY_DATA: data });
    port = gateway.port;
  };
  const kill = async (): Promise<void> => gateway?.kill();

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
