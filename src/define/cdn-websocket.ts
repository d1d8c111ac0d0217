// The two sides of a chat over a network: the CDN file `websocket.js`, beside the one file of the tags.
export { createWebSocketConnector } from '../connectors/websocket/websocket-connector.js';
export { createWebSocketEndUser } from '../connectors/websocket/websocket-end-user.js';
