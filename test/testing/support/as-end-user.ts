import type { LocalEndUser } from '../../../src/connectors/local/index.js';
import type { ConformanceEndUser } from '../../../src/testing/index.js';

/** An end user of ours, as the conformance suite moves one. */
export const asEndUser = (
  endUser: Pick<LocalEndUser, 'id' | 'value' | 'send' | 'type' | 'leave' | 'comeBack'>,
): ConformanceEndUser => ({
  id: endUser.id,
  send: endUser.send,
  type: endUser.type,
  leave: endUser.leave,
  comeBack: endUser.comeBack,
  texts: () => endUser.value.messages.map(({ text }) => text),
  agentTypes: () => endUser.value.agentTyping,
});
