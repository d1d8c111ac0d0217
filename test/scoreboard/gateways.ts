import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
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
  /**
   * Kills it as `kill -9` does, and starts it again, or lets the one that stands by take over. Resolves with the killed
   * process's id when the new one is ready, and the next one stands by.
   */
  killAndRestart(): Promise<number>;
  stop(): Promise<void>;
}

const gone = async (child: ChildProcess | undefined): Promise<void> => {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

/**
 * Starts `gateway/dist/main.js` with these settings; resolves when it is ready.
 *
 * @param standby whether there is always another of its kind that waits to take over
 */
export const startGateway = async (
  settings: Readonly<Record<string, string>>,
  standby = false,
): Promise<RunningGateway> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let words = '';

  const run = (): ChildProcess => {
    const child = spawn(process.execPath, ['gateway/dist/main.js'], {
      // All of them come from this machine.
      env: { ...process.env, SOCKETS_PER_ADDRESS: '0', ...settings, GATEWAY_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (told: Buffer) => (words = (words + told.toString()).slice(-MOST_WORDS)));
    return child;
  };
  let running = run();
  let next: ChildProcess | undefined;

  const untilReady = async (): Promise<void> => {
    for (const end = Date.now() + READY_WITHIN; Date.now() < end; await pause(20)) {
      // Its engine may be down just now: whoever runs it starts it again, as a supervisor does.
      if (running.exitCode !== null) running = run();
      const answer = await fetch(`${url}/readyz`).catch(() => undefined);
      if (answer?.ok === true) return;
    }
    throw new Error(`The gateway did not start:\n${words.slice(-4000)}`);
  };
  const untilNextStandsBy = async (): Promise<void> => {
    if (!standby) return;
    next = run();
    // Its first word is that it stands by.
    await Promise.race([once(next, 'message'), once(next, 'exit')]);
    if (next.exitCode !== null) throw new Error(`No gateway stands by:\n${words.slice(-4000)}`);
  };

  await untilReady();
  await untilNextStandsBy();
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
      await gone(running);
      running = next ?? run();
      await untilReady();
      await untilNextStandsBy();
      return killed;
    },
    stop: async () => void (await Promise.all([gone(next), gone(running)])),
  };
};
