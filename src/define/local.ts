import { registerConnector } from '../elements/chat-provider/connectors.js';

// Loaded only by a page on which a tag asks for it.
registerConnector('local', async () =>
  (await import('../connectors/local/open-local-connector.js')).openLocalConnector(),
);
