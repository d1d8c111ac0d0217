// A use of what each kind of export is there for.
import type { Signal } from '@angular/core';
import type { ChatAdapter, ChatConnector, PolicyLayer } from 'agent-chat-adapter';
import { createChatDesk, registerConnector } from 'agent-chat-adapter';
import { ChatAdapterDirective } from 'agent-chat-adapter/angular';
import { createLocalConnector, createLocalEndUser } from 'agent-chat-adapter/connectors/local.js';
import { createWebSocketConnector } from 'agent-chat-adapter/connectors/websocket.js';
import { ChatAdapter as Component } from 'agent-chat-adapter/react';
import { isChatTag } from 'agent-chat-adapter/vue';
import type { Observable } from 'rxjs';

export const policy: PolicyLayer = { crm: true, response: { target: 120, warnAt: 45 } };
export const adapter: ChatAdapter = document.createElement('chat-adapter');
adapter.policy = policy;
adapter.addEventListener('chat-accepted', ({ detail }) => detail.endUser.phone?.length);

export const connector: ChatConnector = createWebSocketConnector({
  agent: 'ana',
  url: 'wss://chat.example.com/chat',
  getToken: () => Promise.resolve('token'),
});
registerConnector('acme', () => Promise.resolve(connector));

const desk = createChatDesk({ connector: createLocalConnector(), policy });
/** The streams are those of the page's own RxJS. */
export const waiting: Observable<readonly unknown[]> = desk.requests$;
export const customer = createLocalEndUser({ channel: 'sms', phone: '+351210000000' });

export const inVue: boolean = isChatTag('chat-adapter');
export const inReact: string | undefined = Component.displayName;
export const inAngular: typeof ChatAdapterDirective = ChatAdapterDirective;
export type OfAngular = Signal<ChatAdapterDirective>;
