import { setTimeout as pause } from 'node:timers/promises';
import type { FaultRule } from '../../src/testing/faults/fault-plan.js';
import type { Network } from './people.js';

/** What a cut does; a gateway's death is the sixth kind. */
export type NetworkCut = 'reset' | 'half-open' | 'delay' | 'duplicate' | 'reorder';
export type CutKind = NetworkCut | 'gateway-sigkill';

export const CUT_KINDS: readonly CutKind[] = ['reset', 'half-open', 'delay', 'duplicate', 'reorder', 'gateway-sigkill'];

/** For how long frames are delayed, doubled or swapped, in milliseconds. */
const LASTS = 400;

const RULES: Readonly<Partial<Record<NetworkCut, FaultRule>>> = {
  delay: { do: 'delay', ms: [20, 250] },
  duplicate: { do: 'duplicate' },
  reorder: { do: 'reorder', chance: 0.5 },
};

/** Does one cut to one person's network; resolves when it is undone. */
export const cutNetwork = async (network: Network, kind: NetworkCut): Promise<void> => {
  const rule = RULES[kind];
  network.hit(rule === undefined);
  if (rule !== undefined) {
    const end = network.plan.add(rule);
    await pause(LASTS);
    end();
    return;
  }
  network.plan.cut(kind === 'reset' ? 'reset' : 'black-hole');
  network.plan.restore();
};
