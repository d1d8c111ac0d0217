import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-ports.mjs';

/** How long a gateway may take until it is ready, in milliseconds: PGlite's first start is slow. */
const READY_WITHIN = 60_000;

/** How much of its log is kept, in characters. */
const MOST_WORDS = 100_000;

/** A gateway as a process of its own, as it runs in earnest. */
export interface RunningGateway {
  readonly url: string;
  readonly socketUrl: string;
  readonly pid: number;
  /** Whether the process runs. */
  readonly alive: boolean;
  /** The last of what it logged. */
  readonly words: string;
  /** Kills it as `kill -9` does, and starts it again. Resolves with the killed process's id when the new one is ready. */
  killAndRestart(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `gateway/dist/main.js` with these settings; resolves when it is ready. */
export const startGateway = async (settings: Readonly<Record<string, string>>): Promise<RunningGateway> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let running: ChildProcess;
  let words = '';

  const run = (): void => {
    running = spawn(process.execPath, ['gateway/dist/main.js'], {
      // All of them come from this machine.
      env: { ...process.env, SOCKETS_PER_ADDRESS: '0', ...settings, GATEWAY_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [running.stdout, running.stderr])
      stream?.on('data', (told: Buffer) => (words = (words + told.toString()).slice(-MOST_WORDS)));
  };

  const start = async (): Promise<void> => {
    run();
    for (const end = Date.now() + READY_WITHIN; Date.now() < end; await pause(20)) {
      // Its engine may be down just now: whoever runs it starts it again, as a supervisor does.
      if (running.exitCode !== null) run();
      const answer = await fetch(`${url}/readyz`).catch(() => undefined);
      if (answer?.ok === true) return;
    }
    throw new Error(`The gateway did not start:\n${words.slice(-4000)}`);
  };

  const gone = (signal: NodeJS.Signals): Promise<void> => {
    const mine = running;
    if (mine.exitCode !== null || mine.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      mine.once('exit', () => resolve());
      mine.kill(signal);
    });
  };

  await start();
  return {
    url,
    socketUrl: `ws://127.0.0.1:${port}/chat`,
    get pid() {
      return running.pid ?? 0;
    },
    get alive() {
      return running.exitCode === null && running.signalCode === null;
    },
    get words() {
      return words;
    },
    async killAndRestart() {
      const killed = running.pid ?? 0;
      await gone('SIGKILL');
      await start();
      return killed;
    },
    stop: () => gone('SIGKILL'),
  };
};
