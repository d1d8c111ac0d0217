// The nats-server that the JetStream tests start: NATS_SERVER_PATH, PATH, one fetched before, else Debian's newer suite.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { env, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Below it, claims on three replicas have two winners: what Debian 12 has (2.9.10) does not do. */
const OLDEST = [2, 10, 23];

/** Debian's suites with a server that is new enough; the first that answers is taken. */
const SUITES = ['trixie', 'sid'];

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const HELP = 'Install nats-server 2.10.23 or newer, or set NATS_SERVER_PATH to its executable.';

/** Outside the repository, so that `git clean` keeps it; the user's own, so that nobody else can put a program there. */
const cache = join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'agent-chat-nats-server');

/**
 * What a server says of itself, or `undefined` where there is none that starts.
 * @param {string} path
 * @returns {string | undefined}
 */
export function natsVersion(path) {
  try {
    return /v(\d+\.\d+\.\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }))?.[1];
  } catch {
    return undefined;
  }
}

/** @param {string} path */
const isNewEnough = (path) => {
  const parts = natsVersion(path)?.split('.').map(Number) ?? [0];
  for (const [index, least] of OLDEST.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
};

/** @returns {string[]} */
const fetchedBefore = () =>
  existsSync(cache) ? SUITES.map((suite) => join(cache, suite, 'usr/sbin/nats-server')) : [];

/**
 * The path of a nats-server on this machine that is new enough, or `undefined`. Throws if NATS_SERVER_PATH is none.
 * @returns {string | undefined}
 */
export function findNats() {
  if (env.NATS_SERVER_PATH) {
    if (natsVersion(env.NATS_SERVER_PATH) !== undefined) return env.NATS_SERVER_PATH;
    throw new Error(`NATS_SERVER_PATH=${env.NATS_SERVER_PATH} is no nats-server.`);
  }
  return ['nats-server', '/usr/sbin/nats-server', ...fetchedBefore()].find(isNewEnough);
}

/** Where this machine has Debian from, as its own apt knows it. */
const archive = () => {
  const targets = execFileSync(
    'apt-get',
    ['indextargets', '--format', '$(REPO_URI) $(RELEASE) $(COMPONENT)', 'Created-By: Packages'],
    { encoding: 'utf8' },
  );
  const own = /^VERSION_CODENAME=(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  const address = targets.split('\n').find((line) => line.endsWith(` ${own} main`));
  if (address === undefined) throw new Error('apt does not know where Debian is.');
  return address.split(' ')[0];
};

/**
 * Unpacks a suite's package into the cache. Nothing of the machine's own apt is read or changed: sources, lists and
 * cache are a folder that is thrown away.
 * @param {string} suite
 */
const fetchFrom = (suite) => {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, '.fetching-'));
  try {
    for (const name of ['lists/partial', 'archives/partial', 'unpacked']) {
      mkdirSync(join(folder, name), { recursive: true });
    }
    const signed = existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : '';
    writeFileSync(join(folder, 'sources.list'), `deb ${signed}${archive()} ${suite} main\n`);
    const settings = [
      `Dir::Etc::sourcelist=${join(folder, 'sources.list')}`,
      'Dir::Etc::sourceparts=/dev/null',
      `Dir::State::lists=${join(folder, 'lists')}`,
      `Dir::Cache=${folder}`,
      'Acquire::Languages=none',
      'APT::Sandbox::User=root',
    ].flatMap((setting) => ['-o', setting]);
    /** @param {string[]} command */
    const apt = (...command) =>
      execFileSync('apt-get', ['-qq', ...settings, ...command], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    apt('update');
    apt('download', 'nats-server');
    const file = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (file === undefined) throw new Error(`Debian ${suite} gave no package.`);
    execFileSync('dpkg', ['-x', join(folder, file), join(folder, 'unpacked')]);
    // A rename is whole or not at all: of two runs that fetch at once, one comes too late and is content.
    if (!existsSync(join(cache, suite))) renameSync(join(folder, 'unpacked'), join(cache, suite));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * The path of a nats-server that is new enough; where there is none, root on Debian gets it. Throws with what to do.
 * @returns {string}
 */
export function ensureNats() {
  const found = findNats();
  if (found !== undefined) return found;
  if (platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`There is no nats-server 2.10.23 or newer on this machine. ${HELP}`);
  }
  let cause;
  for (const suite of SUITES) {
    console.error(`There is no nats-server 2.10.23 or newer: fetching that of Debian ${suite} …`);
    try {
      fetchFrom(suite);
    } catch (error) {
      cause = error;
    }
    const fetched = findNats();
    if (fetched !== undefined) return fetched;
  }
  throw new Error(`Debian gave no nats-server that starts. ${HELP}`, { cause });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureNats());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
