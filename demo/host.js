import { registerConnector } from './agent-chat-adapter.js';
import { cases, crm, people } from './directory.js';
import { bindSettings, policyOf } from './settings.js';

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {string} tag @param {string} text */
const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

// Over a network instead of in this browser: `/?connector=websocket`. Loaded only when the tag asks for it.
registerConnector('websocket', async () => {
  const { createWebSocketConnector } = await import('./websocket.js');
  const { idOf, overTheNetwork } = await import('./network.js');
  const agent = idOf('agent');
  return createWebSocketConnector({ agent, ...overTheNetwork({ role: 'agent', sub: agent }) });
});

const adapter = /** @type {import('../src/index.js').ChatAdapter} */ (document.querySelector('chat-adapter'));
adapter.crm = crm;

bindSettings(/** @type {HTMLFormElement} */ (byId('settings')), (values) => {
  adapter.policy = /** @type {import('../src/index.js').PolicyLayer} */ (policyOf(values));
  adapter.locale = values.locale;
  document.documentElement.style.colorScheme = values.theme ?? '';
});

byId('cases').append(
  ...cases.map(({ id, about, state }) => {
    const row = document.createElement('tr');
    row.append(element('td', id), element('td', about), element('td', state));
    return row;
  }),
);

byId('people').append(
  ...people.map(({ name, phone, city, since }) => {
    const card = document.createElement('article');
    card.append(element('h3', name), element('p', `${phone} · ${city} · customer since ${since}`));
    return card;
  }),
);

const telling = [
  ...['chat-requested', 'chat-withdrawn', 'chat-accepted', 'chat-selected', 'chat-message-added', 'chat-unread-change'],
  ...['chat-end-user-left', 'chat-end-user-returned', 'chat-ended', 'response-urgency-change'],
  ...['wrap-up-submitted', 'wrap-up-done', 'adapter-toggle', 'connection-change', 'chat-error'],
];

for (const name of telling)
  adapter.addEventListener(name, (event) => {
    const { deskId, time, chatId, ...rest } = /** @type {CustomEvent} */ (event).detail;
    const line = element('li', '');
    line.append(element('b', name), ` ${JSON.stringify(rest)}`);
    byId('heard').prepend(line);
    while (byId('heard').childElementCount > 60) byId('heard').lastElementChild?.remove();
  });

byId('run-shift').addEventListener('click', async () => {
  const { playShift } = await import('./local.js');
  playShift();
});
