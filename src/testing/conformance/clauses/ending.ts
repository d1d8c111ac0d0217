import { clauses } from '../clause.js';
import { inWords } from '../conformance-error.js';
import { refusal, want } from '../stage.js';

export const ending = clauses(
  {
    name: 'tells that a chat has ended, when, and by whom',
    async run({ answered, now, patience }) {
      const { one, chatId } = await answered();
      const before = now();
      await one.end(chatId);
      const { by, time } = await one.hears('ended', undefined, (event) => event.chatId === chatId);
      want(by === 'agent', 'by the agent', by);
      want(Math.abs(time - before) <= patience, `a time within ${patience} ms of ${before}`, time);
    },
  },
  {
    name: 'ends a chat once, however often it is asked to: each time resolves',
    async run({ answered, tab, quiet }) {
      const { one, chatId } = await answered();
      const second = await tab();
      await Promise.all([one.end(chatId), second.end(chatId)]);
      await one.end(chatId);
      await one.hears('ended');
      await quiet();
      // To be told of one end twice does no harm.
      const times = new Set(one.of('ended').map(({ time }) => time));
      want(times.size === 1, 'one end', one.of('ended'));
    },
  },
  {
    name: 'tells what was submitted, and why',
    async run({ ended }) {
      const { one, chatId } = await ended();
      await one.submit(chatId, { notes: 'Half writ' }, 'timeout');
      const { values, reason } = await one.hears('wrap-up-submitted', undefined, (event) => event.chatId === chatId);
      want(values.notes === 'Half writ' && values.disposition === undefined, 'the notes “Half writ”', values);
      want(reason === 'timeout', 'the reason “timeout”', reason);
    },
  },
  {
    name: 'lets the first submission of a wrap-up stand',
    async run({ ended, freshChat, quiet }) {
      const { one, chatId } = await ended();
      await one.submit(chatId, { notes: 'First' });
      // Whether the second resolves or is refused: it must change nothing.
      await one.submit(chatId, { notes: 'Second' }).catch(() => undefined);
      await quiet();
      const told = one.of('wrap-up-submitted').map(({ values }) => values.notes);
      want(
        told.every((notes) => notes === 'First'),
        'only “First” to be told',
        told,
      );
      const { chat } = await freshChat(chatId);
      want(chat?.submitted?.notes === 'First', '“First” to be kept', chat?.submitted);
    },
  },
  {
    name: 'refuses a wrap-up of a chat that has not ended',
    async run({ answered }) {
      const { one, chatId } = await answered();
      await refusal('submitting early', ['not-allowed', 'gone'], () => one.submit(chatId, { notes: 'Early' }));
    },
  },
  {
    name: 'lets go of a chat at “done”, for good',
    async run({ ended, freshChat }) {
      const { one, chatId } = await ended();
      await one.submit(chatId);
      await one.done(chatId);
      await one.hears('done', undefined, (event) => event.chatId === chatId);
      const { chat } = await freshChat(chatId);
      want(chat === undefined || chat.state === 'done', 'no such chat in a snapshot', chat);
    },
  },
  {
    name: 'refuses “done” before a wrap-up was submitted',
    async run({ ended }) {
      const { one, chatId } = await ended();
      await refusal('done without a submission', ['not-allowed', 'gone'], () => one.done(chatId));
    },
  },
  {
    name: 'has done what a command asks for when the command resolves',
    async run({ requested, freshChat, capabilities }) {
      const { one, chatId } = await requested();
      const stateIs = async (state: string | undefined, after: string): Promise<void> => {
        const { chat } = await freshChat(chatId);
        want(chat?.state === state, `state “${state}” in a snapshot right after ${after}`, chat ?? 'no such chat');
      };
      await one.accept(chatId);
      await stateIs('active', 'accept');
      if (capabilities.delivery !== 'at-most-once' && capabilities.abilities?.history !== false) {
        await one.send(chatId, 'Good morning');
        const { tab } = await freshChat(chatId);
        const texts = tab.of('snapshot')[0]?.messages[chatId]?.map(({ text }) => text);
        want(texts?.at(-1) === 'Good morning', '“Good morning” in a snapshot right after send', inWords(texts));
      }
      await one.end(chatId);
      await stateIs('wrap-up', 'end');
      await one.submit(chatId, { notes: 'Settled' });
      want((await freshChat(chatId)).chat?.submitted !== undefined, 'the wrap-up right after submitting', undefined);
    },
  },
);
