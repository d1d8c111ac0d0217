// <chat-pane> alone, with a chat and its messages as properties.
import type { ChatPane, ChatTranscript, ChatView, Message } from '../../src/index.js';
import '../../src/index.js';
import { CUSTOMER } from '../baselines/hand-pane.js';
import { CHAT } from '../page/messages.js';

let pane: ChatPane | undefined;
let messages: Message[] = [];

const chat: ChatView = {
  id: CHAT,
  state: 'active',
  channel: 'web',
  naming: { by: 'name', text: CUSTOMER },
  waiting: 1,
  unread: 0,
  selected: true,
  requestedAt: 0,
  acceptedAt: 0,
  urgency: 'none',
  typing: false,
  count: 1,
};

export const open = (host: HTMLElement, given: readonly Message[]): void => {
  messages = [...given];
  pane = document.createElement('chat-pane');
  pane.style.blockSize = '100%';
  pane.chat = chat;
  pane.messages = messages;
  host.append(pane);
};

/** A list that grows in place, told to the part that shows it. */
export const append = (message: Message): void => {
  messages.push(message);
  pane?.shadowRoot?.querySelector<ChatTranscript>('[part=transcript]')?.requestUpdate();
};

export const close = (): void => {
  pane?.remove();
  pane = undefined;
  messages = [];
};
