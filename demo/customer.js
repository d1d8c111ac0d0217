import { createLocalEndUser } from './local.js';

const asked = new URLSearchParams(location.search);
/** Over a network instead of in this browser: `/customer.html?connector=websocket`. */
const network = asked.get('connector') === 'websocket';

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));

const who = /** @type {HTMLFormElement} */ (byId('who'));
const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
const presence = /** @type {HTMLButtonElement} */ (byId('presence'));

const statusWords = {
  new: 'Write, and an agent will answer.',
  waiting: 'Waiting for an agent…',
  active: 'An agent is with you.',
  left: 'You have left.',
  ended: 'The chat has ended. Write again to begin another.',
};

/** What the connection does, where there is one; nothing while all is well. */
const connectionWords = {
  connecting: 'Connecting…',
  online: '',
  offline: 'There is no connection just now.',
  closed: '',
};

const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...who.elements]);
for (const field of fields) {
  const value = asked.get(field.name);
  if (value === null) continue;
  // A channel that the list does not know is still a channel.
  if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value))
    field.add(new Option(value, value));
  field.value = value;
}

/** One end user per tab, the same after a reload; another address in the same tab is another end user. */
const idKey = `harbour-shop/${location.search}`;
const idOf = () => {
  const id = sessionStorage.getItem(idKey) ?? crypto.randomUUID();
  sessionStorage.setItem(idKey, id);
  return id;
};

/** What the end user's fields say, without the empty ones. @returns {any} */
const said = () =>
  Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]).filter(([, value]) => value));

/** @type {(who: any) => import('../src/index.js').EndUserSide} */
let make = (who) => createLocalEndUser({ ...who, presence: true });
if (network) {
  const { createWebSocketEndUser } = await import('./websocket.js');
  const { overTheNetwork } = await import('./network.js');
  make = ({ id, ...claims }) =>
    createWebSocketEndUser({
      ...overTheNetwork({ role: 'end-user', sub: id, ...claims }),
      connectionChanged(state) {
        byId('connection').textContent = connectionWords[state];
        byId('connection').dataset.state = state;
        if (state === 'online') connectionWords.connecting = 'Connecting again…';
      },
    });
}

const connect = () => {
  const queue = asked.get('queue');
  const one = make({ ...said(), ...(queue ? { queue } : {}), id: idOf() });
  one.subscribe(show);
  return one;
};

/** @param {import('../src/index.js').EndUserView} view */
const show = ({ state, messages, agentTyping }) => {
  byId('status').textContent = statusWords[state];
  byId('typing').hidden = !agentTyping;
  presence.textContent = state === 'left' ? 'Come back' : 'Leave';
  presence.disabled = state === 'new' || state === 'ended';
  who.inert = state === 'waiting' || state === 'active' || state === 'left';
  const list = byId('messages');
  for (const [index, message] of messages.entries()) {
    const there = /** @type {HTMLElement | undefined} */ (list.children[index]);
    if (there?.dataset.id === message.id) continue;
    const row = document.createElement('li');
    row.dataset.id = message.id;
    row.dir = 'auto';
    row.textContent = message.text;
    row.classList.toggle('mine', message.author === 'end-user');
    if (there) there.replaceWith(row);
    else list.append(row);
    list.scrollTop = list.scrollHeight;
  }
  while (list.childElementCount > messages.length) list.lastElementChild?.remove();
};

let endUser = connect();

/** Nobody has written yet, so whoever sits here may still say who they are. */
who.addEventListener('change', () => {
  endUser.close();
  endUser = connect();
});

/** @param {unknown} error */
const refused = (error) => {
  byId('status').textContent = error instanceof Error ? error.message : String(error);
};

const send = () => {
  const words = text.value;
  if (!words.trim()) return;
  text.value = '';
  endUser.send(words).catch((error) => {
    text.value = words;
    refused(error);
  });
};

byId('write').addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});

text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  send();
});

text.addEventListener('input', () => endUser.type(text.value));

presence.addEventListener('click', () => {
  (endUser.value.state === 'left' ? endUser.comeBack() : endUser.leave()).catch(refused);
});

// What is typed before there is anybody to send it would only stand there.
text.disabled = false;
if (document.activeElement === document.body) text.focus();
