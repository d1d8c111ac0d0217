// The adapter as a subject of a bench of peers: one module with mount, append, unmount and destroy, from the built package.
// A message there is { id, text, dir: 'in' | 'out', author, time }; what an agent sent has arrived.
import '../dist/define/chat-pane.js';

export const meta = { title: 'agent-chat-adapter: <chat-pane>', tech: 'Lit web components', virtual: true };

/** @typedef {{id: number, text: string, dir: 'in' | 'out', author: string, time: number}} PeerMessage */

/** @param {PeerMessage} message */
const ours = ({ id, text, dir, time }) => ({
  id: String(id),
  kind: 'text',
  text,
  time,
  author: dir === 'in' ? 'end-user' : 'agent',
  ...(dir === 'out' ? { delivery: 'sent' } : {}),
});

/** @type {import('../src/index.js').ChatPane | undefined} */
let pane;
/** @type {import('../src/index.js').Message[]} */
let messages = [];

/** @param {HTMLElement} host @param {readonly PeerMessage[]} given */
export const mount = async (host, given) => {
  messages = given.map(ours);
  pane = document.createElement('chat-pane');
  pane.style.blockSize = '100%';
  pane.chat = {
    ...{
      id: 'chat-1',
      state: 'active',
      channel: 'web',
      naming: { by: 'name', text: 'Customer' },
      waiting: 1,
      unread: 0,
    },
    ...{ selected: true, requestedAt: 0, acceptedAt: 0, urgency: 'none', typing: false, count: messages.length },
  };
  pane.messages = messages;
  host.append(pane);
  await pane.updateComplete;
};

/** The list grows in place, and the part that shows it is told. @param {PeerMessage} message */
export const append = (message) => {
  messages.push(ours(message));
  pane?.shadowRoot?.querySelector('chat-transcript')?.requestUpdate();
};

export const unmount = () => {
  pane?.remove();
  pane = undefined;
  messages = [];
};

export const destroy = () => {};

export const scroller = () =>
  pane?.shadowRoot?.querySelector('chat-transcript')?.shadowRoot?.querySelector('[part~=log]') ?? null;
