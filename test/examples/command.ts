import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';

/** How a command ended, and all it wrote. */
export interface Ran {
  readonly good: boolean;
  readonly output: string;
}

/**
 * The environment of somebody who types the command: without what `npm run` adds for its own package, such as the programs
 * of this repository, which would stand in for those that an app forgot to list.
 */
const ownEnvironment = (): NodeJS.ProcessEnv => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_package_|npm_lifecycle_|npm_config_local_prefix$|INIT_CWD$|NODE_PATH$|NODE_ENV$)/i.test(name),
  );
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin$|node-gyp-bin$/.test(folder));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), NO_COLOR: '1', NG_CLI_ANALYTICS: 'false' };
};

/** Runs npm in a folder. */
export const npmIn = (folder: string, ...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: folder,
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const add = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.once('error', reject);
    child.once('close', (code) => resolve({ good: code === 0, output }));
  });

/** As `npmIn`, but rejects with what the command wrote where it fails. */
export const npmMust = async (folder: string, ...args: readonly string[]): Promise<string> => {
  const { good, output } = await npmIn(folder, ...args);
  if (!good) throw new Error(`npm ${args.join(' ')}\n${output.trim()}`);
  return output;
};
