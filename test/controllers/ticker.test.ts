import { expect } from '@open-wc/testing';
import { tickerOf } from '../../src/controllers/ticker.js';
import type { Clock } from '../../src/core/index.js';
import { createManualClock } from '../../src/testing/manual-clock.js';

const setup = () => {
  const clock = createManualClock(1000);
  const ran: string[] = [];
  const runs = new Map<string, () => void>();
  const runOf = (name: string): (() => void) => {
    const run = runs.get(name) ?? (() => void ran.push(`${name} ${clock.now()}`));
    runs.set(name, run);
    return run;
  };
  return { clock, ticker: tickerOf(clock), ran, runOf };
};

/** Makes the page say that it is seen again. */
const beSeen = (): void => void document.dispatchEvent(new Event('visibilitychange'));

describe('the ticker', () => {
  it('is one for each clock', () => {
    const clock = createManualClock(0);
    expect(tickerOf(clock) === tickerOf(clock)).to.be.true;
    expect(tickerOf(clock) === tickerOf(createManualClock(0))).to.be.false;
  });

  it('runs each at its time, not a millisecond before, with one wake for all', () => {
    const { clock, ticker, ran, runOf } = setup();
    ticker.wait(runOf('late'), 3000);
    ticker.wait(runOf('early'), 2000);
    ticker.wait(runOf('twin'), 2000);
    ticker.wait(runOf('next'), 2001);
    expect(clock.pending).to.equal(1);
    clock.set(1999);
    expect(ran).to.deep.equal([]);
    clock.set(2000);
    expect(ran).to.deep.equal(['early 2000', 'twin 2000']);
    clock.set(2001);
    expect(ran.at(-1)).to.equal('next 2001');
    clock.set(5000);
    expect(ran.at(-1)).to.equal('late 3000');
    expect(clock.pending).to.equal(0);
  });

  it('keeps one time for each: the last one asked for', () => {
    const { clock, ticker, ran, runOf } = setup();
    ticker.wait(runOf('one'), 2000);
    ticker.wait(runOf('one'), 4000);
    clock.set(3000);
    expect(ran).to.deep.equal([]);
    ticker.wait(runOf('one'), 3500);
    clock.set(9000);
    expect(ran).to.deep.equal(['one 3500']);
  });

  it('brings all that wait together on one beat, with the last of them', () => {
    const { clock, ticker, ran, runOf } = setup();
    for (const [name, at] of [
      ['first', 2000],
      ['last', 2900],
      ['middle', 2300],
    ] as const)
      ticker.wait(runOf(name), at, 'beat');
    clock.set(2899);
    expect(ran).to.deep.equal([]);
    expect(clock.pending).to.equal(1);
    clock.set(2900);
    expect(ran).to.deep.equal(['first 2900', 'last 2900', 'middle 2900']);
    expect(clock.pending).to.equal(0);
  });

  it('lets nobody who waits together be a second late', () => {
    const { clock, ticker, ran, runOf } = setup();
    ticker.wait(runOf('one'), 2000, 'beat');
    ticker.wait(runOf('much later'), 3200, 'beat');
    clock.set(3500);
    expect(ran).to.deep.equal(['one 2999', 'much later 3200']);
  });

  it('is on time for one that waits together with nobody, and for all others at once', () => {
    const { clock, ticker, ran, runOf } = setup();
    ticker.wait(runOf('beat'), 2500, 'beat');
    ticker.wait(runOf('later beat'), 2700, 'beat');
    ticker.wait(runOf('crossing'), 2600);
    clock.set(2650);
    expect(ran).to.deep.equal(['crossing 2600']);
    clock.set(2800);
    ticker.wait(runOf('alone'), 3700, 'beat');
    clock.set(3700);
    expect(ran).to.deep.equal(['crossing 2600', 'beat 2700', 'later beat 2700', 'alone 3700']);
  });

  it('is exact at a crossing while few times run, and brings it with their beat where many do', () => {
    const { clock, ticker, ran, runOf } = setup();
    for (let each = 0; each < 20; each += 1) ticker.wait(() => undefined, 2500, 'beat');
    ticker.wait(runOf('of few'), 2100, 'crossing');
    clock.set(2499);
    expect(ran).to.deep.equal(['of few 2100']);
    clock.set(2500);
    for (let each = 0; each < 21; each += 1) ticker.wait(each === 0 ? runOf('beat') : () => undefined, 3500, 'beat');
    ticker.wait(runOf('of many'), 3100, 'crossing');
    ticker.wait(runOf('not yet'), 3700, 'crossing');
    clock.set(3499);
    expect(ran).to.deep.equal(['of few 2100']);
    clock.set(3500);
    expect(ran.slice(1)).to.deep.equal(['of many 3500', 'beat 3500']);
    clock.set(3700);
    expect(ran.at(-1)).to.equal('not yet 3700');
  });

  it('lets no crossing be a second late, whenever the beat comes', () => {
    const { clock, ticker, ran, runOf } = setup();
    for (let each = 0; each < 21; each += 1) ticker.wait(() => undefined, 9000, 'beat');
    ticker.wait(runOf('crossing'), 2000, 'crossing');
    expect(clock.pending).to.equal(1);
    clock.set(2998);
    expect(ran).to.deep.equal([]);
    clock.set(3500);
    expect(ran).to.deep.equal(['crossing 2999']);
  });

  it('beats once a second for any number of running times', () => {
    const { clock, ticker } = setup();
    const beats = new Set<number>();
    for (let phase = 0; phase < 1000; phase += 37) {
      const run = (): void => {
        const now = clock.now();
        beats.add(now);
        ticker.wait(run, now + 1000 - ((now - phase) % 1000), 'beat');
      };
      ticker.wait(run, 1000 + phase, 'beat');
    }
    clock.set(11_999);
    expect(beats.size).to.equal(11);
  });

  it('runs what is past as soon as the clock moves on', () => {
    const { clock, ticker, ran, runOf } = setup();
    ticker.wait(runOf('past'), 10);
    clock.advance(0);
    expect(ran).to.deep.equal(['past 1000']);
  });

  it('goes on when one asks for its next time while it runs', () => {
    const { clock, ticker } = setup();
    let runs = 0;
    const run = (): void => {
      runs += 1;
      ticker.wait(run, clock.now() + 1000);
    };
    ticker.wait(run, 2000);
    clock.set(11_000);
    expect(runs).to.equal(10);
    expect(clock.pending).to.equal(1);
    ticker.forget(run);
    expect(clock.pending).to.equal(0);
  });

  it('goes on for one that answers with its next time, told the time, until it is forgotten', () => {
    const { clock, ticker } = setup();
    const told: number[] = [];
    const run = (now: number): number => {
      told.push(now);
      if (now === 4000) ticker.forget(run);
      return now + 1000;
    };
    ticker.wait(run, 2000, 'beat');
    clock.set(9000);
    expect(told).to.deep.equal([2000, 3000, 4000]);
    expect(clock.pending).to.equal(0);
  });

  it('leaves no wake behind for those who forget, whatever their hurry', () => {
    const { clock, ticker, ran, runOf } = setup();
    ticker.wait(runOf('one'), 2000);
    ticker.wait(runOf('two'), 3000);
    ticker.wait(runOf('three'), 3000, 'beat');
    ticker.wait(runOf('four'), 3000, 'crossing');
    ticker.forget(runOf('one'));
    clock.set(2500);
    expect(ran).to.deep.equal([]);
    for (const name of ['two', 'three', 'four']) ticker.forget(runOf(name));
    ticker.forget(runOf('never asked'));
    expect(clock.pending).to.equal(0);
  });

  it('does not run one that another forgot in the same turn', () => {
    const { clock, ticker, ran, runOf } = setup();
    ticker.wait(() => ticker.forget(runOf('gone')), 2000);
    ticker.wait(runOf('gone'), 2000);
    clock.set(3000);
    expect(ran).to.deep.equal([]);
    expect(clock.pending).to.equal(0);
  });

  it('reports one that fails, and runs the others', () => {
    const { clock, ticker, ran, runOf } = setup();
    const reported: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error) => void reported.push(error);
    ticker.wait(() => {
      throw new Error('broken');
    }, 2000);
    ticker.wait(runOf('sound'), 2000);
    ticker.wait(runOf('later'), 3000);
    clock.set(3000);
    globalThis.reportError = reportError;
    expect(ran).to.deep.equal(['sound 2000', 'later 3000']);
    expect(reported).to.have.length(1);
  });

  it('runs what is due when a page is seen again whose timers were late', () => {
    let time = 1000;
    // A hidden page's clock goes on, its wakes do not come.
    const asleep: Clock = { now: () => time, wake: () => () => undefined };
    const ran: number[] = [];
    tickerOf(asleep).wait(() => ran.push(time), 2000);
    tickerOf(asleep).wait(() => ran.push(-1), 9000);
    time = 1500;
    beSeen();
    expect(ran).to.deep.equal([]);
    time = 5000;
    beSeen();
    expect(ran).to.deep.equal([5000]);
  });

  it('listens to the page only while somebody waits', () => {
    const { clock, ticker, runOf } = setup();
    const listeners = new Set<unknown>();
    const { addEventListener, removeEventListener } = document;
    document.addEventListener = (_type: string, listener: unknown) => void listeners.add(listener);
    document.removeEventListener = (_type: string, listener: unknown) => void listeners.delete(listener);
    ticker.wait(runOf('one'), 2000);
    ticker.wait(runOf('two'), 3000);
    const waiting = listeners.size;
    clock.set(2000);
    ticker.forget(runOf('two'));
    const forgotten = listeners.size;
    ticker.wait(runOf('one'), 4000);
    clock.set(4000);
    const ran = listeners.size;
    Object.assign(document, { addEventListener, removeEventListener });
    expect([waiting, forgotten, ran]).to.deep.equal([1, 0, 0]);
  });
});
