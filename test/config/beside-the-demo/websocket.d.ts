export * from '../../../src/define/cdn-websocket.js';
