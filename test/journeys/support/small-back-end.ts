/** A module that registers `small`: a back end in the page itself, with one customer, which needs nothing of the browser. */
export const smallBackEnd = (library = './agent-chat-adapter.js'): string => `
  import { registerConnector } from '${library}';
  registerConnector('small', () => {
    const tellers = new Set();
    const tell = (event) => { for (const next of tellers) next(event); };
    const time = Date.now();
    let chat = {
      id: 'chat-1', channel: 'web', state: 'waiting', requestedAt: time, waiting: 1,
      endUser: { id: 'user-1', name: 'Ana Silva', phone: '+12025550143' },
    };
    const messages = [{ id: 'm-1', author: 'end-user', kind: 'text', text: 'Hello?', time, seq: 1 }];
    const become = (fields) => { chat = { ...chat, ...fields }; };
    return {
      name: 'small', agent: 'agent-1', delivery: 'idempotent',
      open: () => ({
        subscribe({ next }) {
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
        const message = known ?? { id, author: 'agent', kind: 'text', text, time, seq: messages.length + 1 };
        if (!known) messages.push(message);
        tell({ type: 'messages', chatId, messages: [message] });
        return message;
      },
      async end(chatId) { become({ state: 'wrap-up' }); tell({ type: 'ended', chatId, time: Date.now(), by: 'agent' }); },
      async submitWrapUp(chatId, values, reason) { tell({ type: 'wrap-up-submitted', chatId, values, reason }); },
      async done(chatId) { tell({ type: 'done', chatId }); },
    };
  });`;
