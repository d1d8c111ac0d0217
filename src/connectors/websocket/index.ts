export type { LinkOptions } from './link.js';
export type { Signal, Signals } from './page-signals.js';
export type { Socket, SocketConstructor, SocketEvent } from './socket.js';
export {
  createWebSocketConnector,
  type WebSocketConnector,
  type WebSocketConnectorOptions,
} from './websocket-connector.js';
export { createWebSocketEndUser, type WebSocketEndUserOptions } from './websocket-end-user.js';
