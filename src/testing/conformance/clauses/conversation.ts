import { newId } from '../../../core/index.js';
import { able, delivers, has, clauses } from '../clause.js';
import { inWords } from '../conformance-error.js';
import { refusal, want } from '../stage.js';

const LONG_TEXT = 'Long words. '.repeat(1666);

export const conversation = clauses(
  {
    name: 'tells messages in one order, without gaps, however they cross',
    async run({ answered }) {
      const { one, ana, chatId } = await answered();
      const numbers = Array.from({ length: 10 }, (_, index) => index);
      const written = (async () => {
        for (const number of numbers) await ana.send(`end user ${number}`);
      })();
      await Promise.all([written, ...numbers.map((number) => one.send(chatId, `agent ${number}`))]);
      const told = await one.whole(chatId, 21);
      const order = [...new Set(one.of('messages').flatMap(({ messages }) => messages.map(({ seq = 0 }) => seq)))];
      want(
        order.every((seq, index) => seq === index + 1),
        'the places 1 to 21, one after the other',
        order,
      );
      const hers = told.filter(({ text }) => text.startsWith('end user')).map(({ text }) => text);
      const expected = numbers.map((number) => `end user ${number}`);
      want(inWords(hers) === inWords(expected), 'the end user’s messages as they were written', hers);
    },
  },
  {
    name: 'resolves a send with the message as it is kept: its id, its words, its author and its place',
    needs: [delivers('idempotent', 'archived')],
    async run({ answered, now }) {
      const { one, chatId } = await answered();
      const id = newId();
      const { author, kind, text, seq, ...rest } = await one.send(chatId, 'Good morning', id, now());
      const kept = { id: rest.id, author, kind, text, seq };
      const expected = { id, author: 'agent', kind: 'text', text: 'Good morning', seq: 2 };
      want(inWords(kept) === inWords(expected), inWords(expected), kept);
    },
  },
  {
    name: 'keeps the time at which the agent sent a message',
    needs: [delivers('idempotent', 'archived')],
    async run({ answered, now, quiet }) {
      const { one, chatId } = await answered();
      const sentAt = Math.floor(now());
      await quiet();
      const { time } = await one.send(chatId, 'Good morning', newId(), sentAt);
      want(time === sentAt, `the time ${sentAt}`, time);
    },
  },
  {
    name: 'tells an agent’s own message, too, with the client’s id',
    async run({ answered }) {
      const { one, chatId } = await answered();
      const id = newId();
      await one.send(chatId, 'Under my id', id);
      await one.knows(
        `a message ${id} is told`,
        ({ ledger }) => ledger.messages(chatId).map((message) => message.id),
        (ids) => ids.includes(id),
      );
    },
  },
  {
    name: 'brings what an agent sends to the end user, once',
    async run({ answered, eventually, quiet }) {
      const { one, ana, chatId } = await answered();
      await one.send(chatId, 'Only once');
      const times = async (): Promise<number> => (await ana.texts()).filter((text) => text === 'Only once').length;
      await eventually('the end user sees “Only once”', times, (count) => count > 0);
      await quiet();
      want((await times()) === 1, '“Only once” once', await times());
    },
  },
  {
    name: 'makes no second message of an id that was sent before, and gives it as it is kept',
    needs: [delivers('idempotent')],
    async run({ answered, quiet }) {
      const { one, chatId } = await answered();
      const id = newId();
      const first = await one.send(chatId, 'Once', id);
      const again = await one.send(chatId, 'Once', id);
      want(again.seq === first.seq && again.id === id, inWords(first), again);
      await quiet();
      await one.whole(chatId, 2);
    },
  },
  {
    name: 'bears a send that is repeated while it is on its way: both settle alike, with one message',
    needs: [delivers('idempotent')],
    async run({ answered, quiet }) {
      const { one, chatId } = await answered();
      const id = newId();
      const [first, again] = await Promise.allSettled([1, 2].map(() => one.send(chatId, 'At once', id)));
      want(again?.status === 'fulfilled', 'a message for the second call, too', again);
      want(inWords(again) === inWords(first), inWords(first), again);
      await quiet();
      await one.whole(chatId, 2);
    },
  },
  {
    name: 'finds a message again by its client’s id, before it is sent again',
    needs: [delivers('archived'), has('history')],
    async run({ answered }) {
      const { one, chatId } = await answered();
      const id = newId();
      await one.send(chatId, 'Good morning', id);
      const found = (await one.connector.history?.(chatId, 0))?.map((message) => message.id);
      want(found?.includes(id) === true, `a message ${id} in the history`, found);
    },
  },
  {
    name: 'never calls a message sent that it only handed over',
    needs: [delivers('at-most-once')],
    async run({ answered }) {
      const { one, chatId } = await answered();
      const { delivery } = await one.send(chatId, 'Good morning');
      want(delivery !== 'sent', 'no delivery “sent”', delivery);
    },
  },
  {
    name: 'refuses a message without words, or without an id, as invalid',
    async run({ answered }) {
      const { one, chatId } = await answered();
      await refusal('a blank message', ['invalid'], () => one.send(chatId, ' \n\t\u200B'));
      await refusal('a message with an empty id', ['invalid'], () => one.send(chatId, 'Hello', ''));
    },
  },
  {
    name: 'keeps a long text whole, or refuses it as invalid: never cut short',
    async run({ answered }) {
      const { one, chatId } = await answered();
      const id = newId();
      const kept = await one.send(chatId, LONG_TEXT, id).then(
        () => true,
        () => false,
      );
      if (!kept) return void (await refusal('a text that is too long', ['invalid'], () => one.send(chatId, LONG_TEXT)));
      const length = await one.knows(
        'the message is told',
        ({ ledger }) => ledger.messages(chatId).find((message) => message.id === id)?.text.length,
        (told) => told !== undefined,
      );
      want(length === LONG_TEXT.length, `a text of ${LONG_TEXT.length} characters`, length);
    },
  },
  {
    name: 'takes the longest text that it says it takes, and refuses a longer one as invalid',
    needs: [has('longestText')],
    async run({ answered, capabilities: { longestText = 0 } }) {
      const { one, chatId } = await answered();
      await one.send(chatId, 'x'.repeat(longestText));
      await refusal(`a text of ${longestText + 1} characters`, ['invalid'], () =>
        one.send(chatId, 'x'.repeat(longestText + 1)),
      );
    },
  },
  {
    name: 'takes no message in a chat that has ended',
    async run({ ended }) {
      const { one, chatId } = await ended();
      await refusal('a message in an ended chat', ['gone', 'not-allowed'], () => one.send(chatId, 'Too late'));
    },
  },
  {
    name: 'tells the end user’s typing, and that it stopped',
    needs: [able('typing')],
    async run({ answered }) {
      const { one, ana, chatId } = await answered();
      ana.type?.('I ha');
      await one.hears('typing', 'typing is told', (event) => event.chatId === chatId && event.typing);
      ana.type?.('');
      await one.knows(
        'that typing stopped is told',
        ({ of }) => of('typing').at(-1),
        (event) => event?.typing === false,
      );
    },
  },
  {
    name: 'tells a preview of what the end user types',
    needs: [able('typing'), able('preview')],
    async run({ answered }) {
      const { one, ana, chatId } = await answered();
      ana.type?.('I have a quest');
      await one.knows(
        'the preview “I have a quest” is told',
        ({ of }) => of('typing').filter((event) => event.chatId === chatId),
        (events) => events.some(({ preview }) => preview === 'I have a quest'),
      );
    },
  },
  {
    name: 'never keeps what was only typed: nobody who comes later is told',
    needs: [able('typing')],
    async run({ answered, tab, quiet }) {
      const { one, ana, chatId } = await answered();
      ana.type?.('My secret');
      await one.hears('typing', undefined, (event) => event.chatId === chatId);
      const late = await tab();
      await quiet();
      const replayed = late.told.filter(
        (event) => event.type === 'typing' || JSON.stringify(event).includes('My secret'),
      );
      want(replayed.length === 0, 'nothing of it in a tab that was opened later', replayed);
      want(one.ledger.messages(chatId).length === 1, 'no message of it', one.ledger.messages(chatId));
    },
  },
  {
    name: 'shows the end user that the agent types, and that they stopped',
    needs: [able('typing')],
    async run({ answered, eventually }) {
      const { one, ana, chatId } = await answered();
      one.connector.setTyping?.(chatId, true);
      await eventually(
        'the end user sees that the agent types',
        () => ana.agentTypes?.(),
        (types) => types === true,
      );
      one.connector.setTyping?.(chatId, false);
      await eventually(
        'the end user sees that the agent stopped',
        () => ana.agentTypes?.(),
        (types) => types === false,
      );
    },
  },
);
