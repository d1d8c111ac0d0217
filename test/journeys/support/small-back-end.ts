/**
 * A module that registers `small`: a back end in the page itself, with one customer, which needs nothing of the browser. It
 * tells how often it was opened and what it has, and lets the customer write, as `window.backEnd`.
 */
export const smallBackEnd = (library = './agent-chat-adapter.js', written: readonly string[] = ['Hello?']): string => `
  import { registerConnector } from '${library}';
  registerConnector('small', () => {
    const tellers = new Set();
    const tell = (event) => { for (const next of tellers) next(event); };
    const time = Date.now();
    let chat = {
      id: 'chat-1', channel: 'web', state: 'waiting', requestedAt: time, waiting: ${written.length},
      endUser: { id: 'user-1', name: 'Ana Silva', phone: '+12025550143' },
    };
    const messages = [];
    const write = (author, text, id = 'm-' + messages.length, time = Date.now()) => {
      const message = { id, author, kind: 'text', text, time, seq: messages.length + 1 };
      messages.push(message);
      tell({ type: 'messages', chatId: chat.id, messages: [message] });
      return message;
    };
    for (const text of ${JSON.stringify(written)}) write('end-user', text);
    globalThis.backEnd = { opened: 0, messages, say: (text) => void write('end-user', text) };
    const become = (fields) => { chat = { ...chat, ...fields }; };
    return {
      name: 'small', agent: 'agent-1', delivery: 'idempotent',
      open: () => ({
        subscribe({ next }) {
          globalThis.backEnd.opened += 1;
          tellers.add(next);
          next({ type: 'snapshot', serverTime: Date.now(), chats: [chat], messages: chat.state === 'waiting' ? {} : { [chat.id]: messages } });
          next({ type: 'connection', state: 'online' });
          return { unsubscribe: () => void tellers.delete(next) };
        },
      }),
      async accept() {
        become({ state: 'active', acceptedAt: Date.now() });
        tell({ type: 'chat', chat });
        tell({ type: 'messages', chatId: chat.id, messages });
      },
      async send(chatId, { id, text, time }) {
        const known = messages.find((message) => message.id === id);
        return known ?? write('agent', text, id, time);
      },
      async end(chatId) { become({ state: 'wrap-up' }); tell({ type: 'ended', chatId, time: Date.now(), by: 'agent' }); },
      async submitWrapUp(chatId, values, reason) { tell({ type: 'wrap-up-submitted', chatId, values, reason }); },
      async done(chatId) { tell({ type: 'done', chatId }); },
    };
  });`;
