import { newId } from '../../../core/index.js';
import { able, delivers, has, clauses } from '../clause.js';
import { inWords, Unmet } from '../conformance-error.js';
import { pause } from '../patience.js';
import { want, type Stage } from '../stage.js';
import type { Tab } from '../tab.js';

const isOnline = ({ online }: Tab): boolean => online;

/** Gives the network back, and waits until the tab has found it. */
const back = async ({ restore }: Stage, tab: Tab): Promise<void> => {
  await restore(tab);
  await tab.knows('the connection is online again', isOnline, (online) => online);
};

export const recovery = clauses(
  {
    name: 'goes on from the cursors when it is opened again: nothing lost, nothing twice',
    async run({ answered, reopen }) {
      const { one, ana, chatId } = await answered();
      await one.send(chatId, 'Good morning');
      const before = await one.whole(chatId, 2);
      one.stop();
      await ana.send('Still there?');
      await ana.send('Hello?');
      const again = reopen(one.connector, new Map([[chatId, 2]]));
      const { resumed, messages } = await again.hears('snapshot');
      const there = (messages[chatId] ?? []).map(({ seq }) => seq);
      // Messages that were told live, right after a snapshot without them, are no loss.
      const after = again.of('messages').flatMap((event) => event.messages.map(({ seq }) => seq));
      const all = [...(resumed === true ? before.map(({ seq }) => seq) : []), ...there, ...after];
      want(inWords(all) === '[1,2,3,4]', 'the places 1 to 4, each once', { resumed: resumed === true, places: all });
    },
  },
  {
    name: 'says that the connection is lost, and that it is back',
    needs: [has('network')],
    async run(stage) {
      const one = await stage.tab();
      await stage.quiet();
      await stage.cut(one);
      await one.knows('that the connection is lost', isOnline, (online) => !online);
      await back(stage, one);
    },
  },
  {
    name: 'tells what was written while the network was away: nothing lost, twice or out of order',
    needs: [has('network')],
    async run(stage) {
      const { one, ana, chatId } = await stage.answered();
      const writing = (async () => {
        for (let count = 2; count <= 12; count += 1) await ana.send(`message ${count}`);
      })();
      await stage.cut(one);
      await writing;
      await back(stage, one);
      await one.whole(chatId, 12);
      await ana.send('message 13');
      const texts = (await one.whole(chatId, 13)).map(({ text }) => text);
      const expected = ['Hello', ...Array.from({ length: 12 }, (_, index) => `message ${index + 2}`)];
      want(inWords(texts) === inWords(expected), inWords(expected), texts);
    },
  },
  {
    name: 'sends each message once, also those that were on their way when the network went',
    needs: [has('network'), delivers('idempotent')],
    async run(stage) {
      const { one, chatId } = await stage.answered();
      const ids = Array.from({ length: 10 }, () => newId());
      const send = async (id: string): Promise<void> => {
        for (const end = performance.now() + stage.patience; ;) {
          try {
            const { id: kept } = await one.send(chatId, `message ${id}`, id);
            return want(kept === id, `the message ${id}`, kept);
          } catch (error) {
            if (error instanceof Unmet || performance.now() > end) throw error;
            // As an agent or an outbox does: the same id again.
            await pause(10);
          }
        }
      };
      const sending = Promise.all(ids.map(send));
      sending.catch(() => undefined);
      await pause(1);
      await stage.cut(one);
      await stage.quiet();
      await back(stage, one);
      await sending;
      const told = (await one.whole(chatId, 11)).map(({ id }) => id);
      want(
        ids.every((id) => told.includes(id)),
        `each of ${inWords(ids)}`,
        told,
      );
    },
  },
  {
    name: 'lets no command resolve while the network is away',
    needs: [has('network')],
    async run(stage) {
      const { one, chatId } = await stage.answered();
      await stage.cut(one);
      let resolved = false;
      one.connector.end(chatId).then(
        () => (resolved = true),
        () => undefined,
      );
      await stage.quiet();
      want(!resolved, 'a command that waits, or rejects', 'it resolved');
    },
  },
  {
    name: 'says that the connection is lost before it refuses a command as unavailable',
    needs: [has('network')],
    async run(stage) {
      const { one, chatId } = await stage.answered();
      const early: string[] = [];
      const watch = (name: string, command: Promise<unknown>): void =>
        void command.catch((error: unknown) => {
          const { code } = error as { readonly code?: unknown };
          if (code === 'unavailable' && one.online) early.push(name);
        });
      watch('send', one.connector.send(chatId, { id: newId(), text: 'Good morning', time: stage.now() }));
      await stage.cut(one);
      watch('end', one.connector.end(chatId));
      await stage.quiet();
      want(early.length === 0, 'a connection that was told as not online when a command is “unavailable”', early);
    },
  },
  {
    name: 'tells what happened to chats while the network was away: afterwards it is as in a new tab',
    needs: [has('network'), able('left')],
    async run(stage) {
      const { one, ana, chatId } = await stage.answered();
      const second = await stage.requested();
      await stage.cut(one);
      await ana.leave?.();
      await second.ana.leave?.();
      const tom = await stage.endUser();
      await tom.send('Hello from Tom');
      await back(stage, one);
      const fresh = await stage.tab();
      const people = [ana.id, second.ana.id, tom.id];
      const shown = ({ ledger }: Tab): string =>
        inWords(
          [...ledger.chats.values()]
            .filter(({ endUser }) => people.includes(endUser.id))
            .map(({ endUser, state }) => `${people.indexOf(endUser.id)} ${state}`)
            .sort(),
        );
      await one.knows(`what a new tab shows: ${shown(fresh)}`, shown, (now) => now === shown(fresh));
      want(one.ledger.chats.get(chatId)?.state === 'left', 'that the end user left', one.ledger.chats.get(chatId));
    },
  },
);
