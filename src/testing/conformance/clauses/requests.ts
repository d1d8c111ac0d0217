import { able, has, clauses } from '../clause.js';
import { refusal, want } from '../stage.js';

export const requests = clauses(
  {
    name: 'tells a request with its channel and the time it was made',
    async run({ requested, capabilities, now, patience }) {
      const before = now();
      const { one, chatId } = await requested();
      const { chat } = await one.hears('chat', undefined, (event) => event.chat.id === chatId);
      const { channel = 'web' } = capabilities;
      want(chat.channel === channel, `channel “${channel}”`, chat.channel);
      const off = Math.max(before - chat.requestedAt, chat.requestedAt - now());
      want(off <= patience, `a time within ${patience} ms of ${before}`, chat.requestedAt);
    },
  },
  {
    name: 'counts each message that the end user writes while they wait',
    async run({ requested }) {
      const { one, ana, chatId } = await requested();
      await ana.send('Anybody?');
      await ana.send('Please');
      await one.knows(
        'a count of 3 waiting messages',
        ({ ledger }) => ledger.chats.get(chatId)?.waiting,
        (waiting) => waiting === 3,
      );
    },
  },
  {
    name: 'counts only the end user’s messages while they wait',
    needs: [has('bots')],
    async run({ requested, quiet }) {
      const { one, ana, chatId } = await requested();
      await ana.interject?.('Please wait for an agent');
      await ana.send('Anybody?');
      await one.hears('chat', 'a count of 2', ({ chat }) => chat.id === chatId && chat.waiting >= 2);
      await quiet();
      const { waiting } = one.ledger.chats.get(chatId) ?? {};
      want(waiting === 2, 'a count of 2', waiting);
    },
  },
  {
    name: 'tells no word of a request before it is answered',
    async run({ requested, quiet }) {
      const { one, ana } = await requested();
      await ana.send('My secret');
      await one.hears('chat', undefined, ({ chat }) => chat.endUser.id === ana.id && chat.waiting === 2);
      await quiet();
      const telling = one.told.filter((event) => JSON.stringify(event).includes('My secret'));
      want(telling.length === 0, 'a request without its words', telling);
    },
  },
  {
    name: 'withdraws a request when the end user leaves while they wait',
    needs: [able('left')],
    async run({ requested }) {
      const { one, ana, chatId } = await requested();
      await ana.leave?.();
      const { reason } = await one.hears('withdrawn', undefined, (event) => event.chatId === chatId);
      want(reason === 'end-user-left', 'the reason “end-user-left”', reason);
    },
  },
  {
    name: 'refuses to answer a request that was withdrawn',
    needs: [able('left')],
    async run({ requested }) {
      const { one, ana, chatId } = await requested();
      await ana.leave?.();
      await refusal('answering it', ['gone', 'not-allowed'], () => one.accept(chatId));
    },
  },
);
