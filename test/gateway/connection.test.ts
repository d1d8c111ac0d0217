import { describe, expect, it } from 'vitest';
import { createConnection } from '../../gateway/src/connection.js';
import { DEFAULT_LIMITS } from '../../gateway/src/limits.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { NOW } from './support/builders.js';

/** An agent who is in, on a socket that only notes what is done to it. */
const setup = async () => {
  const clock = createManualClock(NOW);
  const done: string[] = [];
  const connection = createConnection({
    socket: {
      bufferedAmount: 0,
      send: () => undefined,
      ping: () => done.push('ping'),
      close: (code, reason) => done.push(`${code} ${reason}`),
      terminate: () => undefined,
    },
    clock,
    limits: DEFAULT_LIMITS,
    heartbeat: 20,
    verify: async () => ({ role: 'agent', agent: { id: 'ada' }, until: Infinity }),
    begin: () => ({ handle: () => undefined, close: () => undefined }),
    ...{ onFrame: () => undefined, onTrouble: () => undefined, onClosed: () => undefined, onError: () => undefined },
  });
  connection.hear(JSON.stringify({ type: 'hello', version: 1, token: 'a token' }));
  await clock.advanceAsync(0);
  return {
    done,
    connection,
    /** Lets so many seconds pass, one look at each. */
    pass(seconds: number, each: (second: number) => void = () => undefined): void {
      for (let second = 1; second <= seconds; second += 1) {
        clock.advance(1000);
        each(second);
        connection.look();
      }
    },
  };
};

describe('a silent socket', () => {
  it('is asked for a sign of life once, and is gone when none comes', async () => {
    const { done, pass } = await setup();
    pass(39);
    expect(done).toEqual([]);
    pass(20);
    expect(done).toEqual(['ping']);
    pass(1);
    expect(done).toEqual(['ping', '1001 silent for too long']);
  });

  it('stays while the browser answers, and is asked again when it falls silent again', async () => {
    const { done, connection, pass } = await setup();
    pass(45);
    connection.alive();
    pass(59);
    expect(done).toEqual(['ping', 'ping']);
  });

  it('is closed when the page said nothing for five minutes, however well the browser answers', async () => {
    const { done, connection, pass } = await setup();
    pass(299, connection.alive);
    expect(done).toEqual([]);
    pass(1, connection.alive);
    expect(done).toEqual(['1001 the page stands still']);
  });
});

describe('a hidden page, whose timers run once a minute', () => {
  it('is never taken for gone or frozen', async () => {
    const { done, connection, pass } = await setup();
    pass(3600, (second) => {
      if (second % 60 === 59) connection.hear('{"type":"ping"}');
      if (done.at(-1) === 'ping') connection.alive();
    });
    expect(new Set(done)).toEqual(new Set(['ping']));
  });
});
