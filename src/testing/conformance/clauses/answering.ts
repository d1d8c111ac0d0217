import { able, clauses } from '../clause.js';
import { want } from '../stage.js';

export const answering = clauses(
  {
    name: 'lets one of two agents win who answer at once, and refuses the other with “taken”',
    async run({ requested, tab }) {
      const { one, chatId } = await requested();
      const two = await tab('agent-2');
      const answers = await Promise.allSettled([two.accept(chatId), one.accept(chatId)]);
      const codes = answers.map((answer) =>
        answer.status === 'fulfilled' ? 'won' : (answer.reason as { readonly code?: string }).code,
      );
      want(codes.sort().join() === 'taken,won', 'one who won and one refused as “taken”', codes);
    },
  },
  {
    name: 'tells the other agents that a request was answered elsewhere',
    async run({ requested, tab }) {
      const { one, chatId } = await requested();
      const two = await tab('agent-2');
      await one.accept(chatId);
      const { reason } = await two.hears('withdrawn', undefined, (event) => event.chatId === chatId);
      want(reason === 'answered-elsewhere', 'the reason “answered-elsewhere”', reason);
    },
  },
  {
    name: 'tells nothing of a chat to an agent who has not answered it',
    async run({ requested, tab, quiet }) {
      const { one, ana, chatId } = await requested();
      const two = await tab('agent-2');
      await one.accept(chatId);
      await two.knows(
        'the request goes',
        ({ ledger }) => ledger.chats.has(chatId),
        (waits) => !waits,
      );
      const before = two.told.length;
      await one.send(chatId, 'Good morning');
      await ana.send('My secret');
      await one.end(chatId);
      await quiet();
      const leaked = two.told.slice(before).filter((event) => JSON.stringify(event).includes(chatId));
      want(leaked.length === 0, 'nothing', leaked);
    },
  },
  {
    name: 'tells who answered that the chat is active, with the time of the assignment',
    async run({ requested, now, patience }) {
      const { one, chatId } = await requested();
      const before = now();
      await one.accept(chatId);
      const { chat } = await one.hears(
        'chat',
        'the chat is told as active',
        (event) => event.chat.id === chatId && event.chat.state === 'active',
      );
      const off = Math.abs((chat.acceptedAt ?? 0) - before);
      want(off <= patience, `an assignment within ${patience} ms of ${before}`, chat.acceptedAt);
    },
  },
  {
    name: 'tells who answered the conversation so far',
    async run({ requested, tab }) {
      const { ana, chatId } = await requested();
      const two = await tab('agent-2');
      await ana.send('I have a question');
      await two.accept(chatId);
      const said = (await two.whole(chatId, 2)).map(({ text }) => text);
      want(said.join() === 'Hello,I have a question', '“Hello” and “I have a question”', said);
    },
  },
  {
    name: 'lets an agent answer their own chat again: that resolves, and answers once',
    async run({ answered, tab, quiet }) {
      const { one, chatId } = await answered();
      const second = await tab();
      await Promise.all([one.accept(chatId), second.accept(chatId)]);
      await quiet();
      const { state } = second.ledger.chats.get(chatId) ?? {};
      want(state === 'active', 'the chat as active', state ?? 'no such chat');
    },
  },
  {
    name: 'tells that the end user left, and when',
    needs: [able('left')],
    async run({ answered, now, patience }) {
      const { one, ana, chatId } = await answered();
      const before = now();
      await ana.leave?.();
      const { time } = await one.hears('left', undefined, (event) => event.chatId === chatId);
      want(Math.abs(time - before) <= patience, `a time within ${patience} ms of ${before}`, time);
    },
  },
  {
    name: 'tells that the end user is back',
    needs: [able('left')],
    async run({ answered }) {
      const { one, ana, chatId } = await answered();
      await ana.leave?.();
      await ana.comeBack?.();
      await one.hears('returned', undefined, (event) => event.chatId === chatId);
    },
  },
);
