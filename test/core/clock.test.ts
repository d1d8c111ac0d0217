import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock, wakeAt } from '../../src/core/index.js';
import { MORNING } from '../support/builders.js';

const DAY = 86_400_000;

describe('waking at a time by the timers of the page', () => {
  beforeEach(() => void vi.useFakeTimers({ now: MORNING }));
  afterEach(() => void vi.useRealTimers());

  const setup = (milliseconds: number) => {
    const woken: number[] = [];
    const cancel = wakeAt(systemClock, MORNING + milliseconds, () => void woken.push(Date.now() - MORNING));
    return { woken, cancel };
  };

  it.each([1, 999, 1000, 1001, 45_000, 3_599_999])('happens once, at %i ms exactly', (milliseconds) => {
    const { woken } = setup(milliseconds);

    vi.advanceTimersByTime(milliseconds + 5000);

    expect(woken).toEqual([milliseconds]);
  });

  it.each([0, -1, -DAY])('happens in the next task, not in the call, where the time is %i ms away', (milliseconds) => {
    const { woken } = setup(milliseconds);
    const inTheCall = [...woken];

    vi.advanceTimersByTime(1);

    expect([inTheCall, woken.length]).toEqual([[], 1]);
  });

  it('never asks the page for a timer that it would fire at once', () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const { woken } = setup(2 ** 31 + 1000);
    vi.advanceTimersByTime(5000);

    expect(Math.max(...timers.mock.calls.map(([, delay]) => delay ?? 0))).toBeLessThan(2 ** 31);
    expect(woken).toEqual([]);
  });

  it('comes beyond 2^31 ms too, not before', () => {
    const { woken } = setup(2 ** 31 + 1000);

    vi.setSystemTime(MORNING + 2 ** 31);
    vi.advanceTimersByTime(999);
    const before = [...woken];
    vi.advanceTimersByTime(1);

    expect([before, woken]).toEqual([[], [2 ** 31 + 1000]]);
  });

  it('is at most a second late when the machine slept and timers stood still', () => {
    const { woken } = setup(60_000);
    vi.advanceTimersByTime(10_000);

    vi.setSystemTime(MORNING + DAY);
    vi.advanceTimersByTime(1000);

    expect(woken.length).toBe(1);
    expect(woken[0]).toBeLessThanOrEqual(DAY + 1000);
  });

  it('waits on when a timer fires before its time', () => {
    const { woken } = setup(500);

    vi.setSystemTime(MORNING - 2000);
    vi.advanceTimersByTime(2499);
    const early = [...woken];
    vi.advanceTimersByTime(1);

    expect([early, woken]).toEqual([[], [500]]);
  });

  it('waits for a fraction of a millisecond without spinning', () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const { woken } = setup(10.25);

    vi.advanceTimersByTime(20);

    expect([woken, timers.mock.calls.length]).toEqual([[11], 1]);
  });

  it.each([0, 5, 2500])('is cancelled %i ms later', (later) => {
    const { woken, cancel } = setup(3000);
    vi.advanceTimersByTime(later);

    cancel();
    vi.advanceTimersByTime(10_000);

    expect([woken, vi.getTimerCount()]).toEqual([[], 0]);
  });

  it('leaves no timer behind', () => {
    setup(1500);

    vi.advanceTimersByTime(1500);

    expect(vi.getTimerCount()).toBe(0);
  });

  it('is the clock’s own affair where it can wake', () => {
    const cancel = (): void => undefined;
    const wake = vi.fn(() => cancel);
    const run = (): void => undefined;

    const given = wakeAt({ now: () => 0, wake }, 7, run);

    expect([wake.mock.calls, given, vi.getTimerCount()]).toEqual([[[7, run]], cancel, 0]);
  });
});

describe('the page’s clock', () => {
  afterEach(() => void vi.useRealTimers());

  it('follows a date that is replaced later', () => {
    const before = systemClock.now();
    vi.useFakeTimers({ now: MORNING });

    expect([before === MORNING, systemClock.now()]).toEqual([false, MORNING]);
  });
});
