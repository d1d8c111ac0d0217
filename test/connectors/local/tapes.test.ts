import { expect } from '@open-wc/testing';
import { playShift, playTape, shiftTapes, type Tape } from '../../../src/connectors/local/index.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { at, MORNING } from '../../support/builders.js';
import { inCentre, refusal, until, words, type Scene } from './support.js';

/** An end user that only notes down what it was made to do, and when. */
const setup = () => {
  const clock = createManualClock(MORNING);
  const did: string[] = [];
  const listeners = new Set<() => void>();
  let agentMessages = 0;
  const note = (what: string): void => void did.push(`${(clock.now() - MORNING) / 1000} ${what}`);
  const endUser = {
    get value() {
      const messages = Array.from({ length: agentMessages }, () => ({ author: 'agent' }));
      return { state: 'active', messages, agentTyping: false } as never;
    },
    subscribe: (listener: (view: never) => void) => {
      const hear = (): void => listener(endUser.value);
      listeners.add(hear);
      hear();
      return () => void listeners.delete(hear);
    },
    send: (text: string) => Promise.resolve(note(`send ${text}`) as never),
    type: (text: string) => note(`type ${text}`),
    leave: () => Promise.resolve(note('leave')),
    comeBack: () => Promise.resolve(note('return')),
  };
  const reply = (): void => {
    agentMessages += 1;
    listeners.forEach((hear) => hear());
  };
  const play = (steps: Tape['steps'], speed = 1) =>
    playTape({ name: 'test', channel: 'web', endUser: {}, steps }, { endUser, clock, speed });
  return { clock, did, endUser, reply, play, listeners };
};

describe('a tape', () => {
  it('does each thing at its time, by the clock alone', async () => {
    const { clock, did, play } = setup();
    const { done } = play([
      { after: 2000, do: 'write', text: 'a' },
      { after: 1000, do: 'burst', texts: ['b', 'c', 'd'], every: 500 },
      { do: 'pause', for: 1000 },
      { do: 'leave' },
      { at: 10_000, do: 'return' },
    ]);
    await clock.advanceAsync(1999);
    expect(did).to.deep.equal([]);
    await clock.advanceAsync(20_000);
    await done;
    expect(did).to.deep.equal(['2 send a', '3 send b', '3.5 send c', '4 send d', '5 leave', '10 return']);
  });

  it('types letter by letter, then sends it or clears it', async () => {
    const { clock, did, play } = setup();
    const { done } = play([
      { do: 'type', text: 'né👍🏽', over: 3000 },
      { after: 1000, do: 'type', text: 'oh', over: 1000, then: 'clear' },
    ]);
    await clock.advanceAsync(10_000);
    await done;
    expect(did).to.deep.equal([
      '1 type n',
      '2 type né',
      '3 type né👍🏽',
      '3 send né👍🏽',
      '4.5 type o',
      '5 type oh',
      '5 type ',
    ]);
  });

  it('waits for a reply, and goes on from the moment it came', async () => {
    const { clock, did, reply, play, listeners } = setup();
    const { done } = play([
      { do: 'write', text: 'a' },
      { do: 'wait-for-reply', within: 60_000 },
      { after: 1000, do: 'write', text: 'b' },
    ]);
    await clock.advanceAsync(7000);
    reply();
    await clock.advanceAsync(5000);
    await done;
    expect(did).to.deep.equal(['0 send a', '8 send b']);
    expect(listeners.size).to.equal(0);
  });

  it('goes on without a reply after its time', async () => {
    const { clock, did, play } = setup();
    const { done } = play([
      { do: 'write', text: 'a' },
      { do: 'wait-for-reply', within: 60_000 },
      { after: 1000, do: 'leave' },
    ]);
    await clock.advanceAsync(100_000);
    await done;
    expect(did).to.deep.equal(['0 send a', '61 leave']);
  });

  it('takes no reply for two messages as one for a third', async () => {
    const { clock, did, reply, play } = setup();
    play([
      { do: 'write', text: 'a' },
      { do: 'wait-for-reply', within: 60_000 },
      { do: 'write', text: 'b' },
      { do: 'wait-for-reply', within: 60_000 },
      { do: 'leave' },
    ]);
    await clock.advanceAsync(1000);
    reply();
    await clock.advanceAsync(1000);
    expect(did).to.deep.equal(['0 send a', '1 send b']);
  });

  it('plays faster or slower', async () => {
    const { clock, did, play } = setup();
    const { done } = play([{ after: 3000, do: 'type', text: 'abc', over: 3000 }], 3);
    await clock.advanceAsync(10_000);
    await done;
    expect(did.at(-1)).to.equal('2 send abc');
  });

  it('stands still while paused, and goes on where it was', async () => {
    const { clock, did, play } = setup();
    const player = play([{ after: 2000, do: 'write', text: 'a' }]);
    await clock.advanceAsync(1500);
    player.pause();
    await clock.advanceAsync(60_000);
    expect(did).to.deep.equal([]);
    player.play();
    await clock.advanceAsync(1000);
    await player.done;
    expect(did).to.deep.equal(['62 send a']);
  });

  it('plays one step at a time by hand', async () => {
    const { clock, did, play } = setup();
    const player = play([
      { after: 2000, do: 'type', text: 'ab', over: 9000 },
      { do: 'wait-for-reply', within: Infinity },
      { after: 2000, do: 'leave' },
    ]);
    player.pause();
    await player.step();
    expect(did).to.deep.equal(['0 type a', '0 type ab', '0 send ab']);
    await clock.advanceAsync(60_000);
    await player.step();
    expect(did).to.have.length(3);
    await player.step();
    await player.done;
    expect(did.at(-1)).to.equal('60 leave');
  });

  it('does nothing more once stopped', async () => {
    const { clock, did, play } = setup();
    const player = play([
      { do: 'write', text: 'a' },
      { after: 1000, do: 'type', text: 'abcdef', over: 6000 },
    ]);
    await clock.advanceAsync(3000);
    const before = [...did];
    player.stop();
    await player.done;
    await clock.advanceAsync(60_000);
    expect(did).to.deep.equal(before);
    expect(clock.pending).to.equal(0);
  });

  it('ends with the refusal of the contact centre', async () => {
    const { clock, endUser } = setup();
    const refusing = { ...endUser, leave: () => Promise.reject(new Error('The centre is gone.')) };
    const tape: Tape = { name: 'test', channel: 'web', endUser: {}, steps: [{ do: 'leave' }, { do: 'return' }] };
    const player = playTape(tape, { endUser: refusing, clock });
    expect((await refusal(player.done)).message).to.equal('The centre is gone.');
  });
});

/** Moves a clock on until something is so, for ten minutes at most, with time for real databases in between. */
const dragUntil = async ({ clock }: Pick<Scene, 'clock'>, isSo: () => boolean): Promise<void> => {
  for (let moved = 0; moved < 600 && !isSo(); moved += 1) {
    await clock.advanceAsync(1000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(isSo(), String(isSo)).to.equal(true);
};

describe('the tapes of a shift', () => {
  it(
    'bring ten requests within a minute and a half, by all channels',
    inCentre(async ({ agent, name, clock }) => {
      const one = agent();
      const player = playShift({ centre: name, clock });
      await clock.advanceAsync(100_000);
      const requests = (): Map<string, string> => new Map(one.of('chat').map(({ chat }) => [chat.id, chat.channel]));
      await until(() => requests().size === 10);
      expect(new Set(requests().values())).to.deep.equal(new Set(['web', 'mobile', 'whatsapp', 'sms']));
      player.stop();
      await player.done;
    }),
  );

  it(
    'chat with the agent who answers, and type what they then send',
    inCentre(async ({ agent, name, clock }) => {
      const one = agent();
      const tapes = shiftTapes.slice(0, 1);
      const player = playShift({ centre: name, clock, tapes });
      await dragUntil({ clock }, () => one.of('chat').some(({ chat }) => chat.waiting === 3));
      const { id } = await one.request();
      await one.connector.accept(id);
      await one.connector.send(id, words('It comes tomorrow.', 'reply', clock.now()));
      await dragUntil({ clock }, () => one.words(id).length === 5);
      expect(one.words(id).at(-1)).to.equal('Will it come before the weekend? It is a birthday present.');
      expect(one.of('typing').map(({ preview }) => preview)).to.include('Will it come');
      player.stop();
    }),
  );

  it(
    'leave when nobody answers, and come back where they are meant to',
    inCentre(async ({ agent, name, clock }) => {
      const one = agent();
      const tapes = shiftTapes.filter((tape) => ['password', 'address-change'].includes(tape.name));
      const player = playShift({ centre: name, clock, tapes });
      const requests = (): Set<string> => new Set(one.of('chat').map(({ chat }) => chat.id));
      await dragUntil({ clock }, () => requests().size === 2);
      for (const id of requests()) await one.connector.accept(id);
      await dragUntil({ clock }, () => one.of('left').length === 2);
      await dragUntil({ clock }, () => one.of('returned').length === 1);
      player.stop();
    }),
  );

  it('name nobody real: their numbers lie in ranges kept for fiction', () => {
    const phones = shiftTapes.flatMap(({ endUser: { phone } }) => (phone === undefined ? [] : [phone]));
    expect(phones).to.have.length.above(5);
    for (const phone of phones) expect(phone).to.match(/^(?:\+447700900\d{3}|\+120255501\d{2}|\+3363998\d{4})$/);
  });

  it('arrive in the order in which they are listed', async () => {
    const starts = shiftTapes.map(({ steps: [first] }) => first?.after ?? 0);
    expect(starts).to.deep.equal([...starts].sort((a, b) => a - b));
    expect(starts).to.have.length(10);
    expect(at((starts.at(-1) ?? 0) / 1000)).to.be.at.most(at(90));
  });
});
