import { given } from '../../src/core/index.js';
import { WIRE_VERSION, type HelloFrame } from '../../src/wire/index.js';
import { startAgentSession } from './agent-session.js';
import type { Centre } from './centre.js';
import type { Connection } from './connection.js';
import { startEndUserSession } from './end-user-session.js';
import type { Session } from './session.js';
import type { Identity } from './tokens.js';

/** Welcomes who has come in, and begins their session. `heartbeat`: in seconds. */
export const beginSession = (
  centre: Centre,
  heartbeat: number,
  onTrouble: (error: unknown) => void,
  identity: Identity,
  { cursors }: HelloFrame,
  connection: Connection,
): Session<never> => {
  const { clock, limits, policy } = centre;
  const fail = (error: unknown): void => {
    onTrouble(error);
    connection.close(1011, 'trouble here');
  };
  const welcome = { type: 'welcome', version: WIRE_VERSION, serverTime: clock.now(), limits, heartbeat } as const;
  const common = { cursors, fail, centre, tell: connection.tell };
  if (identity.role === 'end-user') {
    const { opening } = identity;
    connection.tell({ ...welcome, endUser: opening.endUser.id });
    return startEndUserSession({ ...common, opening });
  }
  const { agent } = identity;
  const { channels, policy: layer } = policy.value;
  connection.tell({
    ...{ ...welcome, agent: agent.id },
    ...given({ abilities: channels, policy: layer && { ...layer } }),
  });
  return startAgentSession({ ...common, agent });
};
