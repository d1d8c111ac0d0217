import { fork } from 'node:child_process';
import { afterAll, beforeAll } from 'vitest';
import { atTop } from '../../support/at-top.mjs';

/** A gateway in a process of its own. */
export interface GatewayProcess {
  readonly port: number;
  /** Ends it as a crash does: nothing is said, nothing is finished. */
  kill(): Promise<void>;
}

/** Starts the gateway that was built for all journeys, with these settings; `hear` gets all that it writes, in place of the terminal. */
export const startGatewayProcess = async (
  settings: Readonly<Record<string, string>>,
  hear?: (text: string) => void,
): Promise<GatewayProcess> => {
  const out = hear === undefined ? 'inherit' : 'pipe';
  const child = fork(atTop('gateway/dist/main.js'), [], {
    env: { ...process.env, DEMO: '1', LOG_LEVEL: 'error', GATEWAY_PORT: '0', ...settings },
    stdio: ['ignore', out, out, 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => hear?.(String(text)));
  const { url } = await new Promise<{ readonly url: string }>((resolve, reject) => {
    child.once('message', (told) => resolve(told as { readonly url: string }));
    child.once('exit', () => reject(new Error('The gateway did not start.')));
  });
  return {
    port: Number(new URL(url).port),
    async kill() {
      // Once its streams are closed all of its words are heard.
      const gone = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
};

/** A gateway that keeps everything in its memory, for the tests of a `describe`; there once they run. */
export const useGateway = (
  settings: Readonly<Record<string, string>> = {},
  hear?: (text: string) => void,
): { readonly port: number | undefined } => {
  let gateway: GatewayProcess | undefined;
  beforeAll(async () => {
    gateway = await startGatewayProcess({ GATEWAY_DATA: 'memory', ...settings }, hear);
  });
  afterAll(() => gateway?.kill());
  return {
    get port() {
      return gateway?.port;
    },
  };
};

/** A token of the demo's, through whatever forwards to its gateway. */
export const demoToken = async (at: string, claims: Readonly<Record<string, unknown>>): Promise<string> => {
  const answer = await fetch(`${at}/demo/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(claims),
  });
  return ((await answer.json()) as { readonly token: string }).token;
};
