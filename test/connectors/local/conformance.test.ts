import { createLocalConnector, createLocalEndUser, deleteLocalCentre } from '../../../src/connectors/local/index.js';
import { connectorConformance, type ConformanceHarness } from '../../../src/testing/index.js';
import { asEndUser } from '../../testing/support/as-end-user.js';

const make = (): ConformanceHarness => {
  const name = `test-${crypto.randomUUID()}`;
  const endUsers: { close(): void }[] = [];
  return {
    openAgent: (agent) => createLocalConnector({ name, agent }),
    openEndUser: (options) => {
      const endUser = createLocalEndUser({ centre: name, ...options });
      endUsers.push(endUser);
      return asEndUser(endUser);
    },
    async close() {
      endUsers.forEach((endUser) => endUser.close());
      await deleteLocalCentre(name);
    },
  };
};

connectorConformance(
  'the local connector keeps the contract: it',
  { describe, it },
  { capabilities: { delivery: 'idempotent', dispositions: true, summary: true }, make },
);
