/**
 * Not loaded by the page: it shows what the editor tells you while you type.
 *
 * @param {import('agent-chat-adapter').ChatAdapter} adapter
 * @param {import('agent-chat-adapter').ResponseTimer} timer
 */
export const furnish = (adapter, timer) => {
  adapter.policy = { typing: 'preview' };
  adapter.policy = { typing: 'loud' }; // wrong
  adapter.layout = 'sideways'; // wrong
  timer.target = 120;
  timer.target = '120'; // wrong

  adapter.addEventListener('chat-accepted', ({ detail }) => detail.endUser.phone?.trim());
  adapter.addEventListener('chat-accepted', ({ detail }) => detail.endUser.fone); // wrong
  adapter.addEventListener('chat-before-end', (event) => event.decide(false));
  adapter.addEventListener('chat-ended', (event) => event.decide(false)); // wrong
};
