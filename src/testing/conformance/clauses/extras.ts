import { leavesOf } from '../../../core/index.js';
import { able, has, clauses } from '../clause.js';
import { inWords } from '../conformance-error.js';
import { refusal, want } from '../stage.js';

const REQUEST = { locale: 'en', labels: { automatic: 'Automatic', endUser: 'Customer', agent: 'Agent' } };

export const extras = clauses(
  {
    name: 'gives the messages after a place, and up to another, in order',
    needs: [has('history'), able('history')],
    async run({ answered }) {
      const { one, ana, chatId } = await answered();
      for (const text of ['two', 'three', 'four']) await ana.send(text);
      await one.whole(chatId, 4);
      const seqs = async (after: number, upTo?: number): Promise<unknown> =>
        (await one.connector.history?.(chatId, after, upTo))?.map(({ seq }) => seq);
      for (const [after, upTo, expected] of [
        [0, undefined, '[1,2,3,4]'],
        [1, 3, '[2,3]'],
        [2, undefined, '[3,4]'],
        [4, undefined, '[]'],
      ] as const) {
        const came = await seqs(after, upTo);
        want(inWords(came) === expected, `history(${after}, ${upTo}) to be ${expected}`, came);
      }
    },
  },
  {
    name: 'gives dispositions of which one can be chosen',
    needs: [has('dispositions')],
    async run({ tab }) {
      const { leaves, problems } = leavesOf((await (await tab()).connector.dispositions?.(undefined)) ?? []);
      want(problems.length === 0, 'a sound tree', problems);
      want(leaves.length > 0, 'a disposition to choose', leaves);
    },
  },
  {
    name: 'sums a chat up',
    needs: [has('summary'), able('summary')],
    async run({ answered }) {
      const { one, ana, chatId } = await answered();
      await ana.send('My parcel 48213 was due on Tuesday and it is still not here.');
      await one.send(chatId, 'It left our warehouse this morning and comes tomorrow.');
      const summary = await one.connector.summarize?.(chatId, REQUEST);
      want(typeof summary?.text === 'string' && summary.text.trim() !== '', 'a summary with words', summary);
      want(typeof summary?.automatic === 'boolean', 'whether a machine made it', summary);
    },
  },
  {
    name: 'refuses a summary as unsupported where there is none',
    needs: [({ summary }) => (summary === true ? 'capabilities name a summary' : undefined)],
    async run({ answered }) {
      const { one, chatId } = await answered();
      const { summarize } = one.connector;
      if (summarize === undefined) return;
      await refusal('a summary', ['unsupported'], () => summarize(chatId, REQUEST));
    },
  },
);
