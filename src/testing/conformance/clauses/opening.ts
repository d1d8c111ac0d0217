import { checkEvent } from '../../../core/index.js';
import { able, clauses } from '../clause.js';
import { inWords } from '../conformance-error.js';
import { want } from '../stage.js';

/** What may be told before an agent knows anything. */
const BEFORE_SNAPSHOT: readonly string[] = ['connection', 'policy', 'server-time'];

export const opening = clauses(
  {
    name: 'says who it is: a name, its agent (the same in each tab of theirs), and the delivery that it promises',
    async run({ connector, capabilities }) {
      const [one, two, other] = [await connector(), await connector(), await connector('agent-2')];
      want(one.name.trim() !== '', 'a name', one.name);
      want(one.agent !== '' && one.agent === two.agent, 'one agent in both tabs', [one.agent, two.agent]);
      want(one.agent !== other.agent, 'different agents to be told apart', [one.agent, other.agent]);
      want(one.delivery === capabilities.delivery, `delivery “${capabilities.delivery}”`, one.delivery);
    },
  },
  {
    name: 'tells a snapshot before anything else of a chat',
    async run({ requested, tab }) {
      await requested();
      const { told } = await tab('agent-2');
      const early = told.slice(
        0,
        told.findIndex(({ type }) => type === 'snapshot'),
      );
      const wrong = early.filter(({ type }) => !BEFORE_SNAPSHOT.includes(type));
      want(wrong.length === 0, 'nothing of a chat before the snapshot', wrong);
    },
  },
  {
    name: 'tells in a snapshot the agent’s own chats with their whole conversations, in order',
    needs: [able('history')],
    async run({ answered, freshChat }) {
      const { one, ana, chatId } = await answered();
      await one.send(chatId, 'Good morning');
      await ana.send('I have a question');
      const { tab, chat } = await freshChat(chatId);
      want(chat?.state === 'active', 'the chat as active', chat);
      const [snapshot] = tab.of('snapshot');
      const said = (snapshot?.messages[chatId] ?? []).map(({ seq, text }) => `${seq} ${text}`);
      const expected = ['1 Hello', '2 Good morning', '3 I have a question'];
      want(inWords(said) === inWords(expected), inWords(expected), said);
    },
  },
  {
    name: 'tells in a snapshot every request that waits, with how many messages wait',
    async run({ requested, tab }) {
      const { ana, chatId } = await requested();
      await ana.send('Anybody?');
      const late = await tab('agent-2');
      const chat = late.of('snapshot')[0]?.chats.find(({ id }) => id === chatId);
      want(chat?.state === 'waiting' && chat.waiting === 2, 'the request, waiting with 2 messages', chat);
    },
  },
  {
    name: 'tells in a snapshot a chat in wrap-up, with what was submitted',
    async run({ ended, freshChat }) {
      const { one, chatId } = await ended();
      const before = await freshChat(chatId);
      want(before.chat?.state === 'wrap-up', 'the ended chat in wrap-up', before.chat ?? 'no such chat');
      want(before.chat?.endedBy === 'agent', 'that the agent ended it', before.chat?.endedBy);
      await one.submit(chatId, { notes: 'All well' });
      const { chat } = await freshChat(chatId);
      want(chat?.submitted?.notes === 'All well', 'the submitted notes “All well”', chat?.submitted);
    },
  },
  {
    name: 'tells the server’s time, in epoch milliseconds',
    async run({ tab, now, patience }) {
      const before = now();
      const { serverTime } = await (await tab()).hears('snapshot');
      const off = Math.max(before - serverTime, serverTime - now());
      want(off <= patience, `a server time within ${patience} ms of ${before}`, serverTime);
    },
  },
  {
    name: 'does not leave the connection at “connecting” once events flow',
    async run({ tab }) {
      const one = await tab();
      await one.knows(
        'the connection is told as online',
        () => (one.online ? 'online' : one.of('connection').at(-1)),
        (state) => state === 'online',
      );
    },
  },
  {
    name: 'tells nothing after it was unsubscribed',
    async run({ requested, tab, quiet }) {
      const { one, ana } = await requested();
      one.stop();
      await quiet();
      const before = one.told.length;
      const other = await tab('agent-2');
      await ana.send('Anybody?');
      await other.hears('chat', undefined, ({ chat }) => chat.waiting === 2);
      await quiet();
      want(one.told.length === before, 'nothing', one.told.slice(before));
    },
  },
  {
    name: 'can be opened again, and begins with a snapshot again',
    async run({ tab, reopen, requested }) {
      const first = await tab();
      first.stop();
      const again = reopen(first.connector);
      await again.hears('snapshot', 'a snapshot when it is opened again');
      const { chatId } = await requested();
      await again.hears('chat', 'a request is told to who opened again', ({ chat }) => chat.id === chatId);
    },
  },
  {
    name: 'tells only events that are well formed',
    async run({ answered }) {
      const { one, ana, chatId } = await answered();
      await ana.send('I have a question');
      await one.send(chatId, 'Good morning');
      await one.whole(chatId, 3);
      await one.end(chatId);
      await one.submit(chatId, { notes: 'All well' });
      await one.done(chatId);
      await one.hears('done');
      for (const event of one.told) {
        const { problems } = checkEvent(event);
        want(problems.length === 0, `a well formed "${event.type}"`, problems);
      }
    },
  },
);
