// <chat-pane> inside <chat-provider>, over a connector: what an integrator has.
import type { Message } from '../../src/index.js';
import '../../src/index.js';
import { CHAT } from '../page/messages.js';
import { createOurConnector, type OurConnector } from './our-connector.js';

let provider: HTMLElement | undefined;
let connector: OurConnector | undefined;

export const open = (host: HTMLElement, messages: readonly Message[]): void => {
  connector = createOurConnector({ [CHAT]: messages });
  const made = document.createElement('chat-provider');
  made.style.blockSize = '100%';
  made.connector = connector;
  const pane = document.createElement('chat-pane');
  pane.chatId = CHAT;
  pane.style.blockSize = '100%';
  made.append(pane);
  host.append(made);
  provider = made;
};

export const append = (message: Message): void =>
  connector?.emit({ type: 'messages', chatId: CHAT, messages: [message] });

export const close = (): void => {
  provider?.remove();
  provider = connector = undefined;
};
