import { readdirSync, readFileSync } from 'node:fs';

/** What Linux counts processor time in, in milliseconds. */
const TICK = 10;

/** A process in one moment. */
export interface ProcessState {
  readonly parent: number;
  /** Its own processor time and that of its children who have ended, in milliseconds. */
  readonly took: number;
}

/** Reads `/proc/<pid>/stat`. */
export const readState = (stat: string): ProcessState => {
  // The name of the program stands in brackets, and may have brackets and blanks itself.
  const [, parent = 0, ...rest] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const took = rest.slice(9, 13).reduce((sum, ticks) => sum + ticks, 0) * TICK;
  return { parent, took };
};

/** The processor time of some processes with all that they started, in milliseconds. */
export const tookWithin = (states: ReadonlyMap<number, ProcessState>, roots: readonly number[]): number => {
  const isWithin = (pid: number): boolean => {
    if (roots.includes(pid)) return true;
    const parent = states.get(pid)?.parent;
    return parent !== undefined && isWithin(parent);
  };
  let sum = 0;
  for (const [pid, { took }] of states) if (isWithin(pid)) sum += took;
  return sum;
};

const readStates = (): ReadonlyMap<number, ProcessState> => {
  const states = new Map<number, ProcessState>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      states.set(Number(name), readState(readFileSync(`/proc/${name}/stat`, 'utf8')));
    } catch {
      // It has ended meanwhile.
    }
  }
  return states;
};

/** The processor time that some processes have taken so far with all that they started, in milliseconds. Linux only. */
export const processorTime = (roots: readonly number[]): number => tookWithin(readStates(), roots);

/** The memory that a process holds, in megabytes. Linux only. */
export const residentMegabytes = (pid: number): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
};

/** The processor time that everything on this machine has taken so far, in milliseconds. Linux only. */
export const machineTime = (): number => {
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , ...interrupts] = first.trim().split(/\s+/u).slice(1, 8).map(Number);
  return [user, nice, system, ...interrupts].reduce((sum, ticks) => sum + ticks, 0) * TICK;
};
