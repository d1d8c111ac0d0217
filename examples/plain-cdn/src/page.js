/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const adapter = /** @type {import('agent-chat-adapter').ChatAdapter} */ (document.querySelector('chat-adapter'));

/** @type {import('agent-chat-adapter').PolicyLayer} */
const policy = {
  typing: 'preview',
  response: { target: 120 },
  wrapUp: { disposition: 'optional', notes: 'optional' },
};
adapter.policy = policy;

/** @param {string} line */
const told = (line) => byId('told').append(Object.assign(document.createElement('li'), { textContent: line }));

adapter.addEventListener('chat-requested', ({ type, detail }) => told(`${type} ${detail.channel}`));
adapter.addEventListener('chat-ended', ({ type, detail }) => told(`${type} ${detail.by}`));
adapter.addEventListener('wrap-up-done', ({ type, detail }) => told(`${type} ${detail.values.notes}`));

adapter.addEventListener('chat-accepted', ({ type, detail: { endUser } }) => {
  told(`${type} ${endUser.phone}`);
  byId('customer').textContent = endUser.phone ?? 'Unknown';
});

adapter.addEventListener('chat-before-send', (event) => {
  if (event.detail.text.includes('password')) event.decide({ veto: 'Never ask for a password.' });
});

/** @type {{ unsubscribe(): void } | undefined} */
let following;
// The adapter has a desk once it is connected, and another one after it was away from the page.
adapter.addEventListener('connection-change', () => {
  following?.unsubscribe();
  following = adapter.currentDesk?.requests$.subscribe((requests) => {
    byId('waiting').textContent = `${requests.length} waiting`;
  });
});

byId('toggle').addEventListener('click', () => {
  if (adapter.isConnected) adapter.remove();
  else document.body.append(adapter);
  byId('toggle').textContent = adapter.isConnected ? 'Hide chat' : 'Show chat';
});
