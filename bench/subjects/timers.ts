// Running timers: <chat-list>, or <chat-indicator> by <chat-indicator> where all of them are to be seen at once.
import type { ChatView } from '../../src/index.js';
import '../../src/index.js';
import type { HandChat } from '../baselines/hand-ticking.js';

let shown: HTMLElement | undefined;

const viewOf = ({ name, since, target }: HandChat): ChatView => ({
  id: name,
  state: 'active',
  channel: 'web',
  naming: { by: 'name', text: name },
  waiting: 1,
  unread: 0,
  selected: false,
  requestedAt: since,
  acceptedAt: since,
  wait: { since, target, warnAt: 45, urgentAt: 15, latched: false },
  urgency: 'none',
  typing: false,
  count: 1,
});

const listOf = (chats: readonly ChatView[]): HTMLElement => {
  const list = document.createElement('chat-list');
  list.chats = chats;
  list.style.blockSize = '100%';
  return list;
};

const allOf = (chats: readonly ChatView[]): HTMLElement => {
  const all = document.createElement('div');
  all.style.cssText = 'display: flex; flex-flow: row wrap; gap: 6px';
  for (const chat of chats) {
    const indicator = document.createElement('chat-indicator');
    indicator.chat = chat;
    indicator.style.inlineSize = '76px';
    all.append(indicator);
  }
  return all;
};

export const open = (host: HTMLElement, chats: readonly HandChat[], all: boolean): void => {
  const views = chats.map(viewOf);
  shown = all ? allOf(views) : listOf(views);
  host.append(shown);
};

export const close = (): void => {
  shown?.remove();
  shown = undefined;
};
