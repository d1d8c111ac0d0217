// The CDN file: all tags defined, the connector `local` inside, and what the package exports.
import { openLocalConnector } from '../connectors/local/open-local-connector.js';
import { registerConnector } from '../elements/chat-provider/connectors.js';
import { define } from './define.js';

export { createLocalConnector } from '../connectors/local/local-connector.js';
export * from '../index.js';
export { openLocalConnector };

define();
registerConnector('local', () => openLocalConnector());
