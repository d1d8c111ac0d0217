import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join, relative } from 'node:path';

/** Gives a folder back. */
export type Release = () => void;

/** What comes of asking: it is ours; a connection to who has it; or nothing, somebody was quicker. */
type Answer = Release | Socket | undefined;

const isOneOf = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Listens, so that others see that this process is there. Rejects if somebody listens there already. */
const listenAt = (address: string): Promise<Release> =>
  new Promise((resolve, reject) => {
    const waiting = new Set<Socket>();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => undefined).on('close', () => waiting.delete(socket));
      socket.resume().unref();
    });
    server.once('error', reject).listen(address, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
    // It keeps the folder, not the process.
    server.unref();
  });

/** A connection to who listens there, or nothing if nobody does. Rejects where that cannot be told. */
const reach = (address: string): Promise<Socket | undefined> =>
  new Promise((resolve, reject) => {
    const socket = connect(address, () => resolve(socket.resume()));
    socket.on('error', (error) => {
      if (isOneOf(error, 'ECONNREFUSED', 'ENOENT')) resolve(undefined);
      // Who listened ended at this moment.
      else if (isOneOf(error, 'ECONNRESET')) resolve(reach(address));
      else reject(error);
    });
  });

/** A lock is a folder with a socket in it, and the newest one counts: its number says how many came before. */
const LOCK = /^gateway-lock-(\d+)$/;
const lockIn = (folder: string, nth: number): string => join(folder, `gateway-lock-${nth}`);
const locksIn = (folder: string): readonly number[] =>
  readdirSync(folder).flatMap((name) => Number(LOCK.exec(name)?.[1] ?? []));
const newestIn = (folder: string): number => Math.max(0, ...locksIn(folder));

/** What systems take of an address, in bytes; Node cuts off the rest in silence, and two folders could get one lock. */
const LONGEST = 103;
/** As short as can be. */
const socketIn = (lock: string): string => {
  const path = join(lock, 's');
  const fromHere = relative('', path);
  const address = fromHere.length < path.length ? fromHere : path;
  if (Buffer.byteLength(address) <= LONGEST) return address;
  throw new Error(`The path of the data is too long to be locked, which takes ${LONGEST} bytes: ${address}`);
};

/**
 * Adds a lock after the newest, if nobody answers at that. It appears in one step, with this process listening in it,
 * and only one can have its number. As the newest is never taken away, whoever was slow, and added one after an older
 * lock, finds a newer one and withdraws.
 */
const askBySocket = async (folder: string): Promise<Answer> => {
  const before = newestIn(folder);
  const holder = await reach(socketIn(lockIn(folder, before)));
  if (holder !== undefined) return holder;
  const mine = lockIn(folder, before + 1);
  const made = mkdtempSync(join(folder, 'gateway-'));
  const release = await listenAt(socketIn(made));
  const withdraw = (from: string): void => {
    release();
    rmSync(from, { recursive: true, force: true });
  };
  try {
    renameSync(made, mine);
  } catch (error) {
    withdraw(made);
    if (isOneOf(error, 'ENOTEMPTY', 'EEXIST')) return undefined;
    throw error;
  }
  const locks = locksIn(folder);
  if (Math.max(...locks) > before + 1) return void withdraw(mine);
  for (const nth of locks) if (nth <= before) rmSync(lockIn(folder, nth), { recursive: true, force: true });
  return release;
};

/** Windows has no sockets in folders, but names that are free again when who listens at them ends. */
const askByPipe = async (folder: string): Promise<Answer> => {
  const id = createHash('sha256').update(realpathSync.native(folder).toLowerCase()).digest('hex');
  const pipe = `\\\\.\\pipe\\agent-chat-${id}`;
  try {
    return await listenAt(pipe);
  } catch (error) {
    if (isOneOf(error, 'EADDRINUSE')) return reach(pipe);
    throw error;
  }
};

/**
 * Takes a folder for this process alone, as soon as nobody has it. What holds it is a socket: the system closes that
 * however a process ends, so that no lock is left behind, and who waits is told at that moment. (Ids of processes are
 * used again, and say nothing in another container.)
 *
 * @param standBy told `true` if somebody has it, and `false` when the wait is over
 */
export const lockFolder = async (folder: string, standBy: (stands: boolean) => void): Promise<Release> => {
  const ask = process.platform === 'win32' ? askByPipe : askBySocket;
  for (let stands = false; ;) {
    const answer = await ask(folder);
    if (typeof answer === 'function') {
      if (stands) standBy(false);
      return answer;
    }
    if (answer === undefined) continue;
    if (!stands) standBy(true);
    stands = true;
    await new Promise((resolve) => answer.once('close', resolve));
  }
};
