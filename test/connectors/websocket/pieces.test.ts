import { describe, expect, it } from 'vitest';
import { longPauseBefore, pauseBefore } from '../../../src/connectors/websocket/backoff.js';
import { createOutgoing } from '../../../src/connectors/websocket/outgoing.js';
import { pageSignals } from '../../../src/connectors/websocket/page-signals.js';
import { createRequests } from '../../../src/connectors/websocket/requests.js';
import { createSteadyClock } from '../../../src/connectors/websocket/steady-clock.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { seededRandom } from '../../support/builders.js';

describe('the pause before another attempt', () => {
  it('is anything from nothing to a bound that doubles up to 30 s', () => {
    expect([0, 1, 2, 3, 6, 7, 50].map((attempt) => pauseBefore(attempt, 30_000, () => 1))).toEqual([
      ...[500, 1000, 2000, 4000, 30_000, 30_000, 30_000],
    ]);
    expect(pauseBefore(50, 30_000, () => 0)).toBe(0);
  });

  it('of many who lost the same server spreads over the whole time', () => {
    const random = seededRandom(7);
    const pauses = Array.from({ length: 1000 }, () => pauseBefore(4, 30_000, random));
    const counts = [0, 1, 2, 3].map((fourth) => pauses.filter((pause) => Math.floor(pause / 2000) === fourth).length);
    for (const count of counts) expect(count).toBeGreaterThan(200);
  });

  it('after too many frames is never nothing', () => {
    expect([0, 9].map((attempt) => longPauseBefore(attempt, 30_000, () => 0))).toEqual([2000, 2000]);
  });
});

describe('the steady clock', () => {
  it('goes on where the machine’s clock is set back, and through sleep', () => {
    let wall = 1000;
    let monotonic = 50;
    const clock = createSteadyClock(
      () => wall,
      () => monotonic,
    );
    const after = (wallBy: number, monotonicBy: number): number => {
      wall += wallBy;
      monotonic += monotonicBy;
      return clock.now();
    };
    expect([after(10, 10), after(-600_000, 10), after(10, 10), after(3_600_000, 0)]).toEqual([
      ...[1010, 1020, 1030, 3_601_030],
    ]);
  });

  it('is that of the page unless told otherwise', () => {
    expect(Math.abs(createSteadyClock().now() - Date.now())).toBeLessThan(50);
  });
});

describe('what goes out', () => {
  const setupOut = (framesPerSecond = 10, burst = 10) => {
    const clock = createManualClock(0);
    const sent: { readonly text: string; readonly at: number }[] = [];
    const outgoing = createOutgoing(clock, (text) => sent.push({ text, at: clock.now() }));
    outgoing.begin({ framesPerSecond, burst });
    return { clock, sent, outgoing };
  };

  it('never passes what a server counts by the same rule, even where a second’s frames bunch on the way', () => {
    const { clock, sent, outgoing } = setupOut();
    for (let frame = 0; frame < 200; frame += 1) outgoing.push(String(frame));
    clock.advance(60_000);
    expect(sent).toHaveLength(200);
    // The server's bucket, with `hello` in it, and each frame 200 ms late by turns.
    let tokens = 9;
    let since = 0;
    for (const { at } of sent) {
      const arrival = at + (Math.floor(at / 200) % 2 === 0 ? 200 : 0);
      tokens = Math.min(10, tokens + Math.max(0, arrival - since) / 100) - 1;
      since = Math.max(since, arrival);
      expect(tokens).toBeGreaterThanOrEqual(0);
    }
  });

  it('goes on where a server takes less than one a second', () => {
    const { clock, sent, outgoing } = setupOut(0.1, 1);
    outgoing.push('1');
    outgoing.push('2');
    clock.advance(30_000);
    expect(sent.map(({ text }) => text)).toEqual(['1', '2']);
  });

  it('is forgotten with its connection', () => {
    const { clock, sent, outgoing } = setupOut();
    for (let frame = 0; frame < 20; frame += 1) outgoing.push(String(frame));
    outgoing.clear();
    clock.advance(60_000);
    expect([sent.length, outgoing.waiting, clock.pending]).toEqual([7, false, 0]);
  });
});

describe('requests', () => {
  it('keep their ids apart from any other connector’s only as far as one socket needs', async () => {
    const clock = createManualClock(0);
    const requests = createRequests(clock, 1000, () => undefined);
    const ids: string[] = [];
    const first = requests.ask({ type: 'end', chatId: 'a' }, (id) => ids.push(id));
    void requests.ask({ type: 'end', chatId: 'b' }, (id) => ids.push(id)).catch(() => undefined);
    expect(new Set(ids).size).toBe(2);
    requests.answer({ type: 'ok', id: ids[0]! });
    // Told twice, and for nobody.
    requests.answer({ type: 'ok', id: ids[0]! });
    requests.answer({ type: 'refused', id: 'x', code: 'gone', message: '' });
    await first;
    expect([...requests.open.keys()]).toEqual([ids[1]]);
    clock.advance(1000);
    expect([requests.open.size, clock.pending]).toEqual([0, 0]);
  });
});

describe('the signals of a page', () => {
  /** Makes an `EventTarget` of what a page would be, for as long as `run` takes. */
  const inPage = (
    run: (page: { document: EventTarget & { visibilityState: string }; window: EventTarget }) => void,
  ) => {
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const stood = { document, addEventListener: window.addEventListener.bind(window) };
    const before = Object.keys(stood).map((key) => [key, Object.getOwnPropertyDescriptor(globalThis, key)] as const);
    Object.assign(globalThis, stood);
    try {
      run({ document, window });
    } finally {
      for (const [key, descriptor] of before)
        if (descriptor === undefined) Reflect.deleteProperty(globalThis, key);
        else Object.defineProperty(globalThis, key, descriptor);
    }
  };

  it('are none where there is no page', () => {
    expect(pageSignals.online()).toBe(true);
    pageSignals.watch(() => undefined)();
  });

  it('tell of the network, of being shown, thawed and brought back from the cache, and of nothing afterwards', () => {
    inPage(({ document, window }) => {
      const heard: string[] = [];
      const end = pageSignals.watch((signal) => heard.push(signal));
      const all = (): void => {
        window.dispatchEvent(new Event('offline'));
        window.dispatchEvent(new Event('online'));
        window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
        window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
        document.dispatchEvent(new Event('freeze'));
        document.dispatchEvent(new Event('resume'));
        document.visibilityState = 'hidden';
        document.dispatchEvent(new Event('visibilitychange'));
        document.visibilityState = 'visible';
        document.dispatchEvent(new Event('visibilitychange'));
      };
      all();
      end();
      all();
      expect(heard).toEqual(['offline', 'online', 'awake', 'awake', 'awake']);
    });
  });
});
