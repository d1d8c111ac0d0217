export * from './chat-desk.js';
export { createChatDesk } from './create-chat-desk.js';
export * from './desk-error.js';
export * from './happenings.js';
export * from './value-stream.js';
