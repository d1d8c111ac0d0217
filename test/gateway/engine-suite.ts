import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, KeptMessage, StoredChat } from '../../gateway/src/engine.js';
import { chatIdOf } from '../../gateway/src/rules/chat-id.js';

/** Engines over one and the same data, as two gateways have them. With one that is embedded, twice the same. */
export interface OpenEngines {
  readonly engines: readonly [Engine, Engine];
  close(): Promise<void>;
}

const NOW = 1_700_000_000_000;
let people = 0;

/** A new chat of a new person, in its first version, with one message. */
const newChat = (more: Partial<StoredChat> = {}): StoredChat => {
  const endUser = { id: `person-${(people += 1)}` };
  return {
    id: chatIdOf(endUser.id, more.visit ?? 1),
    channel: 'web',
    endUser,
    state: 'waiting',
    requestedAt: NOW,
    waiting: 1,
    arrival: NOW + people,
    visit: 1,
    version: 1,
    count: 1,
    ...more,
  };
};

const message = (seq: number, more: Partial<KeptMessage> = {}): KeptMessage => ({
  id: `m-${seq}`,
  author: 'end-user',
  kind: 'text',
  text: `Message ${seq}`,
  time: NOW + seq,
  seq,
  ...more,
});

const next = (chat: StoredChat, more: Partial<StoredChat> = {}): StoredChat => ({
  ...chat,
  version: chat.version + 1,
  ...more,
});

const accepted = (chat: StoredChat, agent: string): StoredChat =>
  next(chat, { state: 'active', agent, acceptedAt: NOW });

const ids = (chats: readonly StoredChat[]): readonly string[] => chats.map(({ id }) => id);

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** What every engine promises. `open` gives it empty. */
export const describeEngine = (name: string, open: () => Promise<OpenEngines>): void => {
  describe(`the engine ${name}`, () => {
    let opened: OpenEngines;
    let here: Engine;
    let there: Engine;

    beforeAll(async () => {
      opened = await open();
      [here, there] = opened.engines;
    });
    afterAll(async () => opened.close());

    const kept = async (more?: Partial<StoredChat>): Promise<StoredChat> => {
      const chat = newChat(more);
      expect(await here.commit(chat, [message(1)])).toBe(true);
      return chat;
    };

    it('says what it is', async () => {
      expect(here.serverVersion).toMatch(/^\d+\.\d+/u);
      expect(await here.healthy()).toBe(true);
    });

    it('keeps a new chat with its message, for every gateway', async () => {
      const chat = await kept({
        queue: 'billing',
        endUser: { id: 'ünï "quoted" \\ {a,b}', name: 'N', attributes: { a: '1' } },
      });
      expect(await there.find(chat.id)).toEqual(chat);
      expect(await there.messages(chat.id, 0)).toEqual([message(1)]);
      expect(await there.messageOf(chat.id, 'm-1')).toEqual(message(1));
      expect(await there.latestOf(chat.endUser.id)).toEqual(chat);
    });

    it('knows nothing of what was never kept', async () => {
      expect(await here.find('nothing')).toBeUndefined();
      expect(await here.messageOf('nothing', 'm-1')).toBeUndefined();
      expect(await here.messages('nothing', 0)).toEqual([]);
      expect(await here.latestOf('nobody')).toBeUndefined();
      expect(await here.ofAgent('nobody')).toEqual([]);
    });

    it.each([
      ['U+0000 and half characters', 'a\0b \ud800 \udc00 \uffff'],
      ['quotes, braces and backslashes', `{"a":'b',NULL} \\ \\x00 $1 ; --`],
      ['the longest text', '\u{1f469}'.repeat(4000)],
    ])('keeps a text with %s as it is', async (_what, text) => {
      const chat = await kept();
      expect(await here.commit(next(chat, { count: 2 }), [message(2, { text })])).toBe(true);
      expect((await there.messageOf(chat.id, 'm-2'))?.text).toBe(text);
    });

    it('refuses a commit on a version that is no longer the newest, with its message', async () => {
      const chat = await kept();
      expect(await here.commit(accepted(chat, 'ada'))).toBe(true);
      expect(await there.commit(next(chat, { count: 2 }), [message(2)])).toBe(false);
      expect(await there.commit({ ...chat, version: 4, count: 2 }, [message(2)])).toBe(false);
      expect(await there.commit(chat, [message(1)])).toBe(false);
      expect(await here.messages(chat.id, 0)).toHaveLength(1);
      expect((await here.find(chat.id))?.version).toBe(2);
    });

    it('refuses a version of a chat that is not there', async () => {
      expect(await here.commit(next(newChat()))).toBe(false);
    });

    it('lets one of many commits at once win, and all of that one stands', async () => {
      for (let round = 0; round < 20; round += 1) {
        const chat = await kept();
        const agents = upTo(6).map((number) => `agent-${number}`);
        const won = await Promise.all(
          agents.map((agent, index) => opened.engines[index % 2]!.commit(accepted(chat, agent))),
        );
        expect(won.filter(Boolean)).toHaveLength(1);
        expect((await here.find(chat.id))?.agent).toBe(agents[won.indexOf(true)]);
      }
    });

    it('lets one of two new chats of a person win', async () => {
      for (let round = 0; round < 10; round += 1) {
        const chat = newChat();
        const won = await Promise.all(
          opened.engines.map((engine, index) => engine.commit(chat, [message(1, { id: `from-${index}` })])),
        );
        expect(won.filter(Boolean)).toHaveLength(1);
        expect((await here.messages(chat.id, 0))[0]?.id).toBe(`from-${won.indexOf(true)}`);
      }
    });

    it('gives every message of many writers a place of its own, without gaps', async () => {
      const chat = await kept();
      const write = async (engine: Engine, id: string): Promise<void> => {
        for (;;) {
          const now = await engine.find(chat.id);
          const seq = now!.count + 1;
          if (await engine.commit(next(now!, { count: seq }), [message(seq, { id })])) return;
        }
      };
      const names = upTo(20).map((number) => `w-${number}`);
      await Promise.all(names.map((id, index) => write(opened.engines[index % 2]!, id)));
      const all = await there.messages(chat.id, 0);
      expect(all.map(({ seq }) => seq)).toEqual(upTo(21));
      expect(new Set(all.map(({ id }) => id))).toEqual(new Set(['m-1', ...names]));
      expect((await here.find(chat.id))?.count).toBe(21);
    });

    it('keeps no message twice: a commit with an id that is there changes nothing', async () => {
      const chat = await kept();
      const again = message(2, { id: 'm-1', text: 'Something else' });
      expect(await there.commit(next(chat, { count: 2 }), [again])).toBe(false);
      expect(await here.find(chat.id)).toEqual(chat);
      expect(await here.messages(chat.id, 0)).toEqual([message(1)]);
    });

    it('keeps the same id in another chat', async () => {
      const chat = await kept();
      const other = await kept();
      expect(await here.messageOf(chat.id, 'm-1')).toEqual(await here.messageOf(other.id, 'm-1'));
    });

    it('keeps all messages of a commit, or none', async () => {
      const chat = newChat({ count: 3 });
      expect(
        await here.commit(
          chat,
          upTo(3).map((seq) => message(seq)),
        ),
      ).toBe(true);
      expect(await there.messages(chat.id, 0)).toHaveLength(3);
      const half = [message(4), message(5, { id: 'm-2' })];
      expect(await here.commit(next(chat, { count: 5 }), half)).toBe(false);
      expect(await there.messages(chat.id, 0)).toHaveLength(3);
    });

    it('gives the messages after a place, up to another, so many', async () => {
      const chat = newChat({ count: 12 });
      await here.commit(
        chat,
        upTo(12).map((seq) => message(seq)),
      );
      const seqs = async (...range: [number, number?, number?]): Promise<readonly number[]> =>
        (await here.messages(chat.id, ...range)).map(({ seq }) => seq);
      expect(await seqs(9)).toEqual([10, 11, 12]);
      expect(await seqs(2, 4)).toEqual([3, 4]);
      expect(await seqs(0, undefined, 2)).toEqual([1, 2]);
      expect(await seqs(4, 9, 2)).toEqual([5, 6]);
      expect(await seqs(12)).toEqual([]);
      expect(await seqs(5, 5)).toEqual([]);
    });

    it('knows what waits, whose a chat is, and who should be there, in order of arrival', async () => {
      const first = await kept();
      const second = await kept();
      const third = await kept();
      const agent = `only-${first.id}`;
      const mine = (chats: readonly StoredChat[]): readonly string[] =>
        ids(chats).filter((id) => [first.id, second.id, third.id].includes(id));
      expect(mine(await here.waiting())).toEqual([first.id, second.id, third.id]);

      await here.commit(accepted(second, agent));
      await here.commit(accepted(first, agent));
      expect(mine(await there.waiting())).toEqual([third.id]);
      expect(ids(await there.ofAgent(agent))).toEqual([first.id, second.id]);
      expect(mine(await there.live())).toEqual([first.id, second.id, third.id]);

      const left = next(accepted(first, agent), { state: 'left', leftAt: NOW });
      await here.commit(left);
      expect(ids(await there.ofAgent(agent))).toEqual([first.id, second.id]);
      expect(mine(await there.live())).toEqual([second.id, third.id]);

      const ended = next(left, { state: 'wrap-up', endedAt: NOW, endedBy: 'agent' });
      await here.commit(ended);
      expect(await there.ofAgent(agent)).toEqual([ended, accepted(second, agent)]);
      await here.commit(next(ended, { state: 'done', submitted: {} }));
      expect(ids(await there.ofAgent(agent))).toEqual([second.id]);
    });

    it('finds a person’s newest chat', async () => {
      const chat = await kept();
      const over = next(chat, { state: 'withdrawn' });
      await here.commit(over);
      const later = { ...chat, id: chatIdOf(chat.endUser.id, 2), visit: 2 };
      await here.commit(later, [message(1)]);
      expect(await there.latestOf(chat.endUser.id)).toEqual(later);
    });

    it('tells every gateway of a commit, once it can be read, in the order of versions', async () => {
      const told: {
        readonly chatId: string;
        readonly version: number | undefined;
        readonly found: Promise<StoredChat | undefined>;
      }[] = [];
      const heard: string[] = [];
      const stop = [
        await there.watch(
          (chatId, version) => void told.push({ chatId, version, found: there.find(chatId) }),
          () => undefined,
        ),
        await here.watch(
          (chatId) => void heard.push(chatId),
          () => undefined,
        ),
      ];
      let chat = await kept();
      for (const seq of upTo(10).slice(1)) {
        chat = next(chat, { count: seq });
        expect(await here.commit(chat, [message(seq)])).toBe(true);
      }
      await expect.poll(async () => (await told.at(-1)?.found)?.version, { timeout: 5000 }).toBe(10);
      await expect.poll(() => heard.includes(chat.id)).toBe(true);
      const ofIt = told.filter(({ chatId }) => chatId === chat.id);
      // Looks over several connections overtake each other: each finds at least what was told of.
      for (const { version = 1, found } of ofIt) expect((await found)?.version).toBeGreaterThanOrEqual(version);
      const versions = ofIt.flatMap(({ version }) => version ?? []);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));

      for (const end of stop) end();
      const before = told.length;
      await kept();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(told).toHaveLength(before);
    });

    it('tells nothing of a commit that lost', async () => {
      const chat = await kept();
      const told: string[] = [];
      const stop = await there.watch(
        (chatId) => void told.push(chatId),
        () => undefined,
      );
      // What was committed before may still be on its way; words come in the order of commits.
      const first = await kept();
      await expect.poll(() => told).toContain(first.id);
      told.length = 0;
      expect(await here.commit(chat, [message(1)])).toBe(false);
      const other = await kept();
      await expect.poll(() => told).toContain(other.id);
      expect(told).not.toContain(chat.id);
      stop();
    });

    it('never gives an agent more open chats than the most, by whatever gateways at once', async () => {
      for (const round of upTo(5)) {
        const agent = `busy-${round}`;
        const chats = await Promise.all(upTo(6).map(() => kept()));
        const won = await Promise.all(
          chats.map((chat, index) => opened.engines[index % 2]!.commit(accepted(chat, agent), [], 2)),
        );
        expect(won.filter(Boolean)).toHaveLength(2);
        expect(await here.ofAgent(agent)).toHaveLength(2);
      }
    });

    it('gives room again when a chat is done, and takes a change of an open chat at the most', async () => {
      const agent = 'full';
      const chat = await kept();
      const waiting = await kept();
      expect(await here.commit(accepted(chat, agent), [], 1)).toBe(true);
      expect(await here.commit(accepted(waiting, agent), [], 1)).toBe(false);
      const ended = next(accepted(chat, agent), { state: 'wrap-up' });
      expect(await here.commit(ended, [], 1)).toBe(true);
      expect(await here.commit(next(ended, { state: 'done' }))).toBe(true);
      expect(await here.commit(accepted(waiting, agent), [], 1)).toBe(true);
    });
  });
};
