import { clauses } from '../clause.js';
import { inWords } from '../conformance-error.js';
import { want } from '../stage.js';
import type { Tab } from '../tab.js';

const seen = ({ ledger }: Tab, chatId: string): unknown => ({
  chat: ledger.chats.get(chatId)?.state,
  said: ledger.messages(chatId).map(({ seq, id, text }) => [seq, id, text]),
});

export const tabs = clauses(
  {
    name: 'shows two tabs of one agent the same chats and the same messages, whichever of them acts',
    async run({ requested, tab }) {
      const { one, ana, chatId } = await requested();
      const two = await tab();
      await one.accept(chatId);
      await two.whole(chatId, 1);
      await two.send(chatId, 'From the second tab');
      await one.send(chatId, 'From the first tab');
      await ana.send('I see both');
      await Promise.all([one.whole(chatId, 4), two.whole(chatId, 4)]);
      const same = async (): Promise<void> => {
        await two.knows(
          `what the first tab shows: ${inWords(seen(one, chatId))}`,
          (it) => inWords(seen(it, chatId)),
          (shown) => shown === inWords(seen(one, chatId)),
        );
      };
      await same();
      await two.end(chatId);
      await one.hears('ended');
      await same();
      await one.submit(chatId);
      await one.done(chatId);
      await two.hears('done');
    },
  },
  {
    name: 'does not tell an agent’s other tab that a chat was answered elsewhere',
    async run({ requested, tab, quiet }) {
      const { one, chatId } = await requested();
      const two = await tab();
      await one.accept(chatId);
      await quiet();
      const withdrawn = two.of('withdrawn').filter((event) => event.chatId === chatId);
      want(withdrawn.length === 0, 'no “withdrawn” in the agent’s other tab', withdrawn);
    },
  },
);
