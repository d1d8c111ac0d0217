// Not part of the app: what must not compile, by whichever path it is imported.
import type { ChatAdapter, PolicyLayer } from 'agent-chat-adapter';
import { createLocalEndUser } from 'agent-chat-adapter/connectors/local.js';
import { createWebSocketConnector } from 'agent-chat-adapter/connectors/websocket.js';
import 'agent-chat-adapter/define/all.js';
import 'agent-chat-adapter/define/chat-adaptor.js'; // wrong
import { isChatTag } from 'agent-chat-adapter/vue';
import { reduce } from 'agent-chat-adapter/dist/desk/index.js'; // wrong

export const policy: PolicyLayer = { typing: 'loud' }; // wrong
export const adapter: ChatAdapter = document.createElement('chat-adaptor'); // wrong
document.createElement('chat-adapter').policy = policy;
document.createElement('chat-adapter').polici = policy; // wrong
export const customer = createLocalEndUser({ channel: 'sms', phone: 351210000000 }); // wrong
export const connector = createWebSocketConnector({ agent: 'ana', url: 'wss://chat.example.com/chat' }); // wrong
export const isOurs: string = isChatTag('chat-adapter'); // wrong
export const inner: unknown = reduce;
