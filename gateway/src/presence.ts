import { wakeAt, type Clock } from '../../src/core/index.js';

/** Which end users have a socket here. Whose last one has been gone for a while, has left. */
export interface Presence {
  has(endUserId: string): boolean;
  /** A socket more. */
  came(endUserId: string): void;
  /** A socket less. */
  went(endUserId: string): void;
  /** They have a socket at another gateway. */
  isElsewhere(endUserId: string): void;
  /** Whoever goes from now on is not watched: they are sent to another gateway. */
  stop(): void;
}

export interface PresenceOptions {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly grace: number;
  readonly onLeft: (endUserId: string) => void;
}

export const createPresence = ({ clock, grace, onLeft }: PresenceOptions): Presence => {
  const sockets = new Map<string, number>();
  const leaving = new Map<string, () => void>();
  let stopped = false;

  const stay = (id: string): void => {
    leaving.get(id)?.();
    leaving.delete(id);
  };

  return {
    has: (id) => sockets.has(id),
    came(id) {
      stay(id);
      sockets.set(id, (sockets.get(id) ?? 0) + 1);
    },
    went(id) {
      const left = (sockets.get(id) ?? 1) - 1;
      if (left > 0) return void sockets.set(id, left);
      sockets.delete(id);
      if (stopped) return;
      stay(id);
      leaving.set(
        id,
        wakeAt(clock, clock.now() + grace, () => {
          leaving.delete(id);
          onLeft(id);
        }),
      );
    },
    isElsewhere: stay,
    stop() {
      stopped = true;
      for (const cancel of leaving.values()) cancel();
      leaving.clear();
    },
  };
};
