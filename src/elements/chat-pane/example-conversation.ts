import type { Message } from '../../core/index.js';
import type { ChatView } from '../../desk/index.js';

const chat: ChatView = {
  id: '',
  state: 'active',
  channel: 'web',
  naming: { by: 'name', text: 'A' },
  waiting: 1,
  unread: 0,
  selected: true,
  requestedAt: 0,
  acceptedAt: 0,
  urgency: 'on-time',
  wait: { since: 0, target: 1, warnAt: 1, urgentAt: 1, latched: false },
  typing: true,
  count: 2,
};

const messages: readonly Message[] = [
  { id: '1', author: 'end-user', kind: 'text', text: 'A', time: 0, seq: 1 },
  { id: '2', author: 'agent', kind: 'text', text: 'A', time: 0, seq: 2, delivery: 'sent' },
];

/** What every conversation shows: a message each way, a customer who types, a reply that is owed. */
export const exampleConversation = { chat, messages };
