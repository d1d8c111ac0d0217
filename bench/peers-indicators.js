// The adapter's list of chats as a subject of a bench of peers: so many running timers, from the built package.
import '../dist/define/chat-list.js';

export const meta = { title: 'agent-chat-adapter: <chat-list>' };

/** @type {import('../src/index.js').ChatList | undefined} */
let list;

/** Each chat began at another moment, also within its second. @param {HTMLElement} host @param {number} count */
export const mount = (host, count) => {
  const now = Date.now();
  list = document.createElement('chat-list');
  list.style.blockSize = '100%';
  list.chats = Array.from({ length: count }, (_, index) => {
    const since = now - ((index * 37) % 600) * 1000 - ((index * 131) % 1000);
    return {
      ...{ id: `chat-${index}`, state: 'active', channel: 'web', naming: { by: 'name', text: `Customer ${index}` } },
      ...{
        waiting: 1,
        unread: 2,
        selected: false,
        requestedAt: since,
        acceptedAt: since,
        urgency: 'none',
        typing: false,
      },
      ...{ count: 2, wait: { since, target: 900, warnAt: 45, urgentAt: 15, latched: false } },
    };
  });
  host.append(list);
};

export const unmount = () => {
  list?.remove();
  list = undefined;
};

/** What the first three timers show. */
export const sample = () =>
  [...(list?.shadowRoot?.querySelectorAll('chat-indicator') ?? [])]
    .slice(0, 3)
    .map((each) => each.shadowRoot?.querySelector('response-timer')?.shadowRoot?.textContent.trim());
