export * from '../../../src/connectors/websocket/index.js';
