import { wakeAt } from '../../src/core/index.js';
import type { Centre } from './centre.js';
import { abilitiesOf } from './policy-file.js';
import type { Whispers } from './whispers.js';

/** How long other gateways may take to say who is with them, in milliseconds. */
const ANSWER_WITHIN = 2000;

export interface SweepOptions {
  readonly centre: Centre;
  readonly whispers: Whispers;
  /** Whether there is no other gateway. */
  readonly alone: boolean;
  /** Whom the last sweep missed. */
  readonly before: ReadonlySet<string>;
  readonly leave: (endUserId: string) => void;
}

/**
 * Looks for chats whose end user is nowhere: those that a gateway left behind when it died. Whom two sweeps in a row miss
 * has left. Where other gateways cannot be asked, nobody is taken for gone: their own gateway saw them go, or none did.
 * Gives whom this sweep missed.
 */
export const sweepOnce = async (options: SweepOptions): Promise<ReadonlySet<string>> => {
  const { centre, whispers, alone, before, leave } = options;
  const { engine, presence, policy, clock } = centre;
  if (!alone && !whispers.reachesAll) return new Set();
  const missing = new Set(
    (await engine.live())
      .filter(({ channel }) => abilitiesOf(policy.value, channel).left !== false)
      .map(({ endUser }) => endUser.id)
      .filter((id) => !presence.has(id)),
  );
  if (missing.size === 0) return missing;
  if (!alone) {
    const forget = centre.onHere((endUser) => missing.delete(endUser));
    whispers.tell({ type: 'who', endUsers: [...missing] });
    await new Promise<void>((resolve) => {
      wakeAt(clock, clock.now() + ANSWER_WITHIN, resolve);
    });
    forget();
  }
  for (const id of missing) {
    if (presence.has(id)) missing.delete(id);
    else if (before.has(id)) leave(id);
  }
  return missing;
};
