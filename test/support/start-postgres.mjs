// A PostgreSQL server of one's own for tests and measurements: Debian's, installed where it is missing, on a free port.
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, platform } from 'node:process';
import { promisify } from 'node:util';
import { freePort } from './free-ports.mjs';

const HELP =
  'Install PostgreSQL (Debian: apt-get install postgresql), or set POSTGRES_BIN to the folder of its initdb.';
const DEBIANS = '/usr/lib/postgresql';
const run = promisify(execFile);

/** The folder of initdb and pg_ctl, the newest version first; or `undefined`. */
const findBin = () => {
  const versions = existsSync(DEBIANS) ? readdirSync(DEBIANS).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [env.POSTGRES_BIN, ...versions.map((version) => join(DEBIANS, version, 'bin')), '/usr/local/bin'];
  return places.find((bin) => bin !== undefined && existsSync(join(bin, 'initdb')));
};

/**
 * The folder of initdb and pg_ctl; where there is none, root on Debian gets it by apt-get. Throws with what to do.
 * @returns {string}
 */
const ensureBin = () => {
  const found = findBin();
  if (found !== undefined) return found;
  if (platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`There is no PostgreSQL on this machine. ${HELP}`);
  }
  console.error('There is no PostgreSQL: installing it with apt-get …');
  for (const command of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
  ]) {
    execFileSync('apt-get', command, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const installed = findBin();
  if (installed === undefined) throw new Error(`apt-get did not give a PostgreSQL. ${HELP}`);
  return installed;
};

/**
 * Starts a server with fsync on and one empty database. It refuses root, so that root starts it as user `postgres`.
 * @returns {Promise<{
 *   url: string,
 *   port: number,
 *   pid: () => number,
 *   database: (name: string) => Promise<string>,
 *   stop: (how?: 'fast' | 'immediate') => Promise<void>,
 *   start: () => Promise<void>,
 *   remove: () => Promise<void>,
 * }>} `database` makes another empty database and gives its address; `stop` with `immediate` is as if it was killed
 */
export async function startPostgres() {
  const bin = ensureBin();
  const folder = mkdtempSync(join(tmpdir(), 'agent-chat-postgres-'));
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    chmodSync(folder, 0o755);
    execFileSync('chown', ['postgres', folder]);
  }
  const port = await freePort();
  /** @type {(command: string, ...rest: string[]) => Promise<unknown>} */
  const call = (command, ...rest) =>
    asRoot
      ? run('runuser', ['-u', 'postgres', '--', join(bin, command), ...rest], { cwd: folder })
      : run(join(bin, command), rest, { cwd: folder });
  await call('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=on -c max_connections=100`;
  // Output goes to a file: what holds our pipe open would never let `pg_ctl` end.
  const start = async () => {
    await call('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  };
  /** @param {'fast' | 'immediate'} [how] */
  const stop = async (how = 'fast') => {
    await call('pg_ctl', '-D', data, '-w', '-m', how, 'stop');
  };
  await start();
  /** @param {string} name */
  const urlOf = (name) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  return {
    url: urlOf('postgres'),
    port,
    pid: () => parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10),
    async database(name) {
      await call('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name);
      return urlOf(name);
    },
    stop,
    start,
    async remove() {
      await stop('immediate').catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
