import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/testing/manual-clock.js';

const setup = (start = 1000) => {
  const clock = createManualClock(start);
  const told: string[] = [];
  const tell = (name: string) => (): void => void told.push(`${name} at ${clock.now()}`);
  return { clock, told, tell };
};

describe('a clock moved by hand', () => {
  it('stands until it is moved', () => {
    const { clock, told, tell } = setup();
    clock.wake(1000, tell('due'));
    clock.wake(500, tell('overdue'));

    expect([clock.now(), told, clock.pending]).toEqual([1000, [], 2]);
  });

  it('runs what is due in the order of time, each at its time', () => {
    const { clock, told, tell } = setup();
    clock.wake(1300, tell('c'));
    clock.wake(1100, tell('a'));
    clock.wake(1200, tell('b'));
    clock.wake(1301, tell('later'));

    clock.advance(300);

    expect([told, clock.now(), clock.pending]).toEqual([['a at 1100', 'b at 1200', 'c at 1300'], 1300, 1]);
  });

  it('runs wakes of one time in the order they were asked for', () => {
    const { clock, told, tell } = setup();
    clock.wake(1100, tell('a'));
    clock.wake(1100, tell('b'));

    clock.set(5000);

    expect(told).toEqual(['a at 1100', 'b at 1100']);
  });

  it('runs what is overdue at the present, as time never goes back by itself', () => {
    const { clock, told, tell } = setup();
    clock.wake(400, tell('a'));

    clock.advance(0);

    expect(told).toEqual(['a at 1000']);
  });

  it('runs what a wake asks for if it is due on the way', () => {
    const { clock, told, tell } = setup();
    clock.wake(1100, () => {
      tell('a')();
      clock.wake(1150, tell('b'));
      clock.wake(1500, tell('later'));
    });
    clock.wake(1200, tell('c'));

    clock.advance(200);

    expect([told, clock.pending]).toEqual([['a at 1100', 'b at 1150', 'c at 1200'], 1]);
  });

  it('runs nothing when it is set back, and what was due then waits for its time', () => {
    const { clock, told, tell } = setup();
    clock.wake(1100, tell('a'));

    clock.set(200);
    const back = [clock.now(), [...told]];
    clock.set(1099);
    const before = [...told];
    clock.set(1100);

    expect([back, before, told]).toEqual([[200, []], [], ['a at 1100']]);
  });

  it('forgets a wake that is cancelled, also by another one on the way', () => {
    const { clock, told, tell } = setup();
    const cancelA = clock.wake(1100, tell('a'));
    const cancelC = clock.wake(1300, tell('c'));
    clock.wake(1200, cancelC);
    cancelA();
    cancelA();

    clock.advance(1000);

    expect([told, clock.pending]).toEqual([[], 0]);
  });

  it('lets promises settle first and after each wake', async () => {
    const { clock, told, tell } = setup();
    const soon = async (links: number): Promise<void> => {
      for (let link = 0; link < links; link += 1) await Promise.resolve();
    };
    const cancelB = clock.wake(1200, tell('b'));
    void soon(50).then(() =>
      clock.wake(1100, () => {
        tell('a')();
        void soon(50).then(() => {
          cancelB();
          tell('after a')();
          clock.wake(1300, () => void soon(50).then(tell('after c')));
        });
      }),
    );

    await clock.advanceAsync(500);

    expect([told, clock.now()]).toEqual([['a at 1100', 'after a at 1100', 'after c at 1300'], 1500]);
  });

  it('goes back asynchronously without running anything', async () => {
    const { clock, told, tell } = setup();
    clock.wake(900, tell('a'));

    await clock.advanceAsync(-200);

    expect([told, clock.now()]).toEqual([[], 800]);
  });

  it('stands at a wake that throws, and goes on from there', () => {
    const { clock, told, tell } = setup();
    clock.wake(1100, () => {
      throw new Error('broken');
    });
    clock.wake(1200, tell('b'));

    expect(() => clock.advance(500)).toThrow('broken');
    const there = clock.now();
    clock.set(1500);

    expect([there, told]).toEqual([1100, ['b at 1200']]);
  });

  it('refuses a time that is none', () => {
    const { clock } = setup();

    expect(() => clock.set(Number.NaN)).toThrow(RangeError);
    expect(() => clock.advance(Infinity)).toThrow(RangeError);
  });

  it('stops a wake that asks for itself without end', () => {
    const { clock } = setup();
    const again = (): void => void clock.wake(clock.now(), again);
    again();

    expect(() => clock.advance(1)).toThrow('asks for itself');
  });
});
