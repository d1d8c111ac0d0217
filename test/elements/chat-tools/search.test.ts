import { expect } from '@open-wc/testing';
import type { Message } from '../../../src/core/index.js';
import { createSearch } from '../../../src/elements/chat-tools/search.js';
import { aMessage } from '../../support/builders.js';

/** Messages of these texts, each with its text as id, unless it has one already. */
const saying = (...texts: readonly string[]): Message[] => texts.map((text) => aMessage({ id: text, text }));

/** A search over messages that works 64 messages at a stretch, and goes on when the test says so. */
const setup = (messages: Message[]) => {
  let time = 0;
  const paused: (() => void)[] = [];
  const world = { messages, changes: 0 };
  const search = createSearch({
    messages: () => world.messages,
    now: () => (time += 5),
    pause: () => new Promise<void>((resolve) => paused.push(resolve)),
    changed: () => (world.changes += 1),
  });
  const turn = async (): Promise<void> => {
    paused.splice(0).forEach((resolve) => resolve());
    await Promise.resolve();
    await Promise.resolve();
  };
  return {
    world,
    search,
    turn,
    finish: async () => {
      while (search.isRunning) await turn();
    },
    at: () => [search.current?.messageId, search.position, search.total],
  };
};

describe('a search', () => {
  it('works in slices, between which the page works, and what it found grows', async () => {
    const { search, turn, finish } = setup(saying(...Array.from({ length: 1000 }, (_, index) => `text ${index}`)));
    search.start('text', undefined);
    expect(search.total).to.be.within(1, 200);
    const before = search.total;
    await turn();
    expect(search.total).to.be.within(before + 1, 400);
    await finish();
    expect(search.total).to.equal(1000);
  });

  it('finds each of 100,000 messages once', async () => {
    const { search, finish, at } = setup(saying(...Array.from({ length: 100_000 }, (_, index) => `Größe ${index}`)));
    search.start('GROSSE', 'Größe 50000');
    await finish();
    expect(at()).to.deep.equal(['Größe 50000', 50_001, 100_000]);
  });

  it('takes the nearest at or above where it begins, the last in it', async () => {
    const { search, finish, at } = setup(saying('a', 'b x', 'c x x', 'd', 'e x'));
    search.start('x', 'd');
    await finish();
    expect(at()).to.deep.equal(['c x x', 3, 4]);
  });

  it('takes the nearest below where there is none above', async () => {
    const { search, finish, at } = setup(saying('a', 'b', 'c', 'd x x', 'e x'));
    search.start('x', 'b');
    await finish();
    expect(at()).to.deep.equal(['d x x', 1, 3]);
  });

  it('goes through all, and from the last to the first and back', async () => {
    const { search, finish, at } = setup(saying('a x', 'b', 'c x x'));
    search.start('x', undefined);
    await finish();
    const places = [at()];
    for (const by of [1, 1, 1, -1, -1, -1] as const) {
      search.step(by);
      places.push(at());
    }
    expect(places.map(([, position]) => position)).to.deep.equal([3, 1, 2, 3, 2, 1, 3]);
  });

  it('goes on with what comes at the end', async () => {
    const { world, search, finish, at } = setup(saying('a x', 'b'));
    search.start('x', undefined);
    await finish();
    world.messages.push(...saying('c x'));
    search.refresh();
    await finish();
    expect(at()).to.deep.equal(['a x', 1, 2]);
  });

  it('stays where it is when history comes before it', async () => {
    const { world, search, finish, at } = setup(saying('a x', 'b x'));
    search.start('x', undefined);
    search.step(-1);
    await finish();
    world.messages.unshift(...saying('older x', 'oldest x'));
    search.refresh();
    await finish();
    expect(at()).to.deep.equal(['a x', 3, 4]);
  });

  it('lets go of a match that is gone', async () => {
    const { world, search, finish, at } = setup(saying('a x', 'b x'));
    search.start('x', undefined);
    await finish();
    world.messages.pop();
    search.refresh();
    await finish();
    expect(at()).to.deep.equal(['a x', 1, 1]);
  });

  it('lets go of one query for the next, and of all when it stops', async () => {
    const { search, turn, finish, at } = setup(saying(...Array.from({ length: 1000 }, (_, index) => `text ${index}`)));
    search.start('text', undefined);
    search.start('999', undefined);
    await finish();
    expect(at()).to.deep.equal(['text 999', 1, 1]);
    search.start('text', undefined);
    search.stop();
    const { total } = search;
    await turn();
    expect([search.total, search.isRunning]).to.deep.equal([total, false]);
  });

  it('finds nothing for an empty query', () => {
    const { search } = setup(saying('a'));
    search.start('', undefined);
    expect([search.isRunning, search.total, search.position]).to.deep.equal([false, 0, 0]);
    search.step(1);
    expect(search.current).to.equal(undefined);
  });
});
