import type { RefusalCode } from '../../../core/index.js';
import { clauses } from '../clause.js';
import { inWords, Unmet } from '../conformance-error.js';
import { within } from '../patience.js';
import { refusal, want } from '../stage.js';
import type { Tab } from '../tab.js';

const CODES: readonly RefusalCode[] = ['taken', 'gone', 'not-allowed', 'unavailable', 'invalid', 'unsupported'];

const LABELS = { automatic: 'Automatic', endUser: 'Customer', agent: 'Agent' };

/** Every command on a chat, by name; `accept` apart. */
const commands = (tab: Tab, chatId: string): readonly (readonly [string, () => Promise<unknown>])[] => {
  const { connector } = tab;
  const { history, summarize } = connector;
  return [
    ['send', () => tab.send(chatId, 'Hello')],
    ['end', () => tab.end(chatId)],
    ['submitWrapUp', () => tab.submit(chatId, { notes: 'Mine' })],
    ['done', () => tab.done(chatId)],
    ...(history === undefined ? [] : [['history', () => history(chatId, 0)] as const]),
    ...(summarize === undefined
      ? []
      : [['summarize', () => summarize(chatId, { locale: 'en', labels: LABELS })] as const]),
  ];
};

export const refusals = clauses(
  {
    name: 'refuses every command on another agent’s chat, and changes nothing',
    async run({ answered, tab, freshChat }) {
      const { chatId } = await answered();
      const two = await tab('agent-2');
      await refusal('accept', ['taken', 'not-allowed', 'gone'], () => two.accept(chatId));
      for (const [name, run] of commands(two, chatId)) await refusal(name, ['not-allowed', 'gone', 'unsupported'], run);
      const { chat } = await freshChat(chatId);
      want(chat?.state === 'active', 'the chat as active', chat ?? 'no such chat');
    },
  },
  {
    name: 'refuses every command on a chat that is not there',
    async run({ tab }) {
      const one = await tab();
      await refusal('accept', ['gone', 'not-allowed'], () => one.accept('no-such-chat'));
      for (const [name, run] of commands(one, 'no-such-chat'))
        await refusal(name, ['gone', 'not-allowed', 'unsupported'], run);
    },
  },
  {
    name: 'refuses every command but accept on a request that nobody has answered',
    async run({ requested }) {
      const { one, chatId } = await requested();
      for (const [name, run] of commands(one, chatId)) await refusal(name, ['not-allowed', 'gone', 'unsupported'], run);
    },
  },
  {
    name: 'refuses with a ConnectorError: a known code, and words that say why',
    async run({ answered, tab }) {
      const { one, chatId } = await answered();
      const two = await tab('agent-2');
      const errors = [
        await refusal('accept', CODES, () => two.accept(chatId)),
        await refusal('end', CODES, () => two.end(chatId)),
        await refusal('done', CODES, () => one.done('no-such-chat')),
        await refusal('send', CODES, () => one.send('no-such-chat', 'Hello')),
      ];
      for (const error of errors) {
        const { name, message } = error as Partial<Error>;
        // Its class may be another copy's: its name says what it is.
        want(error instanceof Error && name === 'ConnectorError', 'an Error named “ConnectorError”', error);
        want(typeof message === 'string' && message.trim() !== '', 'words that say why', message);
      }
    },
  },
  {
    name: 'settles every command that is used wrongly, throws nothing in place of it, and goes on working',
    async run({ answered, patience }) {
      const { one, chatId } = await answered();
      const { connector } = one;
      const junk = [undefined, null, 7, {}, '', '__proto__', 'x'.repeat(10_000)] as never[];
      const tries = junk.flatMap((thing): readonly (readonly [string, () => Promise<unknown> | undefined])[] => [
        ['accept', () => connector.accept(thing)],
        ['end', () => connector.end(thing)],
        ['done', () => connector.done(thing)],
        ['send', () => connector.send(thing, { id: 'one', text: 'Hello', time: 1 })],
        ['send', () => connector.send(chatId, thing)],
        ['send', () => connector.send(chatId, { id: thing, text: thing, time: thing })],
        ['submitWrapUp', () => connector.submitWrapUp(thing, thing, thing)],
        ['history', () => connector.history?.(thing, thing, thing)],
        ['dispositions', () => connector.dispositions?.(thing)],
        ['summarize', () => connector.summarize?.(thing, thing)],
        ['setTyping', () => void connector.setTyping?.(thing, thing)],
      ]);
      // All at once: what is wrong with one must not hold up another.
      await Promise.all(
        tries.map(async ([name, run]) => {
          let settling: Promise<unknown> | undefined;
          try {
            settling = run();
          } catch (error) {
            throw new Unmet(`${name} rejects where it is used wrongly`, `it threw ${inWords(error)}`);
          }
          await within(patience, `${name} used wrongly`, Promise.resolve(settling)).catch((error: unknown) => {
            if (error instanceof Unmet) throw error;
            const { code } = error as { readonly code?: RefusalCode };
            // "unavailable" would have it tried again, for nothing.
            const known = code !== undefined && code !== 'unavailable' && CODES.includes(code);
            want(known, `${name} used wrongly is refused with a code that says so`, error);
          });
        }),
      );
      const { text } = await one.send(chatId, 'Still here');
      want(text === 'Still here', 'a message can be sent afterwards', text);
    },
  },
);
