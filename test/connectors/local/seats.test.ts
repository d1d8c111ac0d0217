import { expect } from '@open-wc/testing';
import { openLocalConnector } from '../../../src/connectors/local/index.js';
import { takeSeat } from '../../../src/connectors/local/open-local-connector.js';
import { until } from './support.js';

/** A page's memory: what `sessionStorage` is to a tab. */
const aMemory = (remembered: Record<string, string> = {}): Pick<Storage, 'getItem' | 'setItem'> => {
  const kept = new Map(Object.entries(remembered));
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};

/** A page that takes a seat; locks belong to documents, so each page is a frame. */
const openPage = (memory = aMemory()) => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const locks = frame.contentWindow?.navigator.locks;
  return { memory, sit: (name: string) => takeSeat(name, { locks, memory }), close: () => frame.remove() };
};

const setup = () => ({ name: `seats-${crypto.randomUUID()}` });

describe('seats of a local contact centre', () => {
  it('gives each open page the lowest free one', async () => {
    const { name } = setup();
    const pages = [openPage(), openPage(), openPage()];
    const seats = await Promise.all(pages.map((page) => page.sit(name)));
    expect([...seats].sort()).to.deep.equal(['agent-1', 'agent-2', 'agent-3']);
    pages.forEach((page) => page.close());
  });

  it('gives a new page the seat of one that was closed', async () => {
    const { name } = setup();
    const [first, second, third] = [openPage(), openPage(), openPage()];
    await first.sit(name);
    await second.sit(name);
    first.close();
    await until(
      async () => !(await navigator.locks.query()).held?.some((lock) => lock.name?.endsWith(`${name}/seat/1`)),
    );
    expect(await third.sit(name)).to.equal('agent-1');
    second.close();
    third.close();
  });

  it('gives a reloaded page its own seat back, also when that is let go a moment late', async () => {
    const { name } = setup();
    const [first, second] = [openPage(), openPage()];
    await first.sit(name);
    await second.sit(name);
    const reloaded = openPage(second.memory);
    const sitting = reloaded.sit(name);
    setTimeout(second.close, 100);
    expect(await sitting).to.equal('agent-2');
    first.close();
    reloaded.close();
  });

  it('gives a duplicated tab, which remembers a seat that is taken, another one', async () => {
    const { name } = setup();
    const original = openPage();
    await original.sit(name);
    const copy = openPage(aMemory({ [`agent-chat-adapter/${name}/seat`]: 'agent-1' }));
    expect(await copy.sit(name)).to.equal('agent-2');
    expect(copy.memory.getItem(`agent-chat-adapter/${name}/seat`)).to.equal('agent-2');
    original.close();
    copy.close();
  });

  it('gives an id of its own, kept over a reload, where there are no locks', async () => {
    const { name } = setup();
    const memory = aMemory();
    const seat = await takeSeat(name, { locks: undefined, memory });
    expect(seat).to.match(/^agent-.{8,}$/);
    expect(await takeSeat(name, { locks: undefined, memory })).to.equal(seat);
    expect(await takeSeat(name, { locks: undefined, memory: aMemory() })).not.to.equal(seat);
  });

  it('is one for a page, however often it connects', async () => {
    const { name } = setup();
    const [one, two] = await Promise.all([openLocalConnector({ name }), openLocalConnector({ name })]);
    expect([one.agent, two.agent]).to.deep.equal(['agent-1', 'agent-1']);
    expect(one.name).to.equal(`local/${name}`);
    sessionStorage.removeItem(`agent-chat-adapter/${name}/seat`);
  });

  it('is not looked for where the agent is given', async () => {
    const { name } = setup();
    expect((await openLocalConnector({ name, agent: 'maria' })).agent).to.equal('maria');
    expect(sessionStorage.getItem(`agent-chat-adapter/${name}/seat`)).to.equal(null);
  });
});
