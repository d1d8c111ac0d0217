import { describe, expect, it } from 'vitest';
import type { ConnectorEvent, DeliveryGuarantee, EventObservable, EventSource } from '../../src/core/index.js';
import {
  checkConformance,
  ConformanceError,
  conformanceClauses,
  connectorConformance,
  type ConformanceHarness,
  type ConformanceSubject,
} from '../../src/testing/index.js';
import { faults, type Fault, type World } from './faulty-connectors.js';
import { createReferenceCentre, referenceCapabilities } from './reference-connector.js';

/** The reference connector as a subject; with a fault, broken by it. */
const subjectOf = ({ delivery = 'idempotent', summary = true, ...fault }: Partial<Fault> = {}): ConformanceSubject => ({
  capabilities: referenceCapabilities(delivery, summary),
  patience: 1000,
  quiet: 12,
  make(): ConformanceHarness {
    const centre = createReferenceCentre(delivery, summary);
    const world: World = { written: [], memory: new Map() };
    const goods = new Map<object, Parameters<typeof centre.cut>[0]>();
    return {
      openAgent(agent) {
        const good = centre.connector(agent);
        const made = { ...good, ...fault.break?.(good, world) };
        goods.set(made, good);
        return made;
      },
      openEndUser(options) {
        const endUser = centre.endUser(options);
        return {
          ...endUser,
          send(text) {
            world.written.push(text);
            return endUser.send(text);
          },
        };
      },
      cut: (made) => centre.cut(goods.get(made)!),
      restore: (made) => centre.restore(goods.get(made)!),
    };
  },
});

const promises: readonly DeliveryGuarantee[] = ['idempotent', 'archived', 'at-most-once'];

/** The names of the clauses that a subject does not keep. */
const unkept = async (subject: ConformanceSubject): Promise<readonly string[]> => {
  const tried = await Promise.all(
    conformanceClauses(subject)
      .filter(({ leftOut }) => leftOut === undefined)
      .map(({ name, run }) =>
        run().then(
          () => [],
          () => [name],
        ),
      ),
  );
  return tried.flat();
};

for (const delivery of promises)
  connectorConformance(`the reference connector, ${delivery}:`, { describe, it }, subjectOf({ delivery }));

connectorConformance('the reference connector without summaries:', { describe, it }, subjectOf({ summary: false }));

/** The same events, given in another way. */
const givenAs = (wrap: (source: EventObservable) => EventSource): Partial<Fault> => ({
  break: (good) => ({
    open: (session) => {
      const source = good.open(session);
      if (!('subscribe' in source)) throw new TypeError('The reference gives something to subscribe to.');
      return wrap(source);
    },
  }),
});

/** Events as they come, one after the other. */
async function* asIterable(source: EventObservable): AsyncGenerator<ConnectorEvent> {
  const come: ConnectorEvent[] = [];
  let wake = (): void => undefined;
  const next = (event: ConnectorEvent): void => {
    come.push(event);
    wake();
  };
  const subscription = source.subscribe({ next, error: wake, complete: wake });
  try {
    for (;;) {
      for (let event = come.shift(); event !== undefined; event = come.shift()) yield event;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    subscription.unsubscribe();
  }
}

connectorConformance(
  'the reference connector, its events as an async iterable:',
  { describe, it },
  subjectOf(givenAs(asIterable)),
);
connectorConformance(
  'the reference connector, its events as a foreign Observable:',
  { describe, it },
  subjectOf(givenAs((source) => ({ '@@observable': () => source }))),
);

describe('the conformance suite', () => {
  it('has a faulty connector for each clause, and no other', () => {
    const names = conformanceClauses(subjectOf()).map(({ name }) => name);
    expect(Object.keys(faults).sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  describe('finds the connector that breaks only this:', () => {
    for (const [name, fault] of Object.entries(faults))
      it.concurrent(name, async () => expect(await unkept(subjectOf(fault))).toEqual([name]), 30_000);
  });

  it('says which clause, what was expected and what came', async () => {
    const name = 'gives dispositions of which one can be chosen';
    const clause = conformanceClauses(subjectOf(faults[name])).find((one) => one.name === name);
    const error: unknown = await clause?.run().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConformanceError);
    expect(error).toMatchObject({ clause: name, expected: 'a disposition to choose', came: '[]' });
    expect((error as Error).message).toBe(
      `The connector does not keep the clause “${name}”.\n  Expected: a disposition to choose.\n  Came: [].`,
    );
  });

  it('leaves out what a connector cannot do, and says why', async () => {
    const { make, ...rest } = subjectOf();
    const { passed, failed, leftOut, text } = await checkConformance({
      ...rest,
      make,
      capabilities: { delivery: 'idempotent', summary: true, abilities: { typing: false, left: false } },
    });
    expect(failed).toEqual([]);
    expect(leftOut).toContainEqual({
      name: 'tells a preview of what the end user types',
      why: 'abilities say typing: false',
    });
    expect(leftOut).toContainEqual({
      name: 'says that the connection is lost, and that it is back',
      why: 'capabilities name no network',
    });
    expect(leftOut).toContainEqual({
      name: 'never calls a message sent that it only handed over',
      why: 'delivery is idempotent',
    });
    expect(text.split('\n').at(-1)).toBe(`${passed.length} passed, 0 failed, ${leftOut.length} left out`);
  });

  it('tells a runner that can skip which clauses are left out', () => {
    const skipped: string[] = [];
    const runner = {
      describe: (_name: string, body: () => void) => body(),
      it: () => undefined,
      skip: (name: string) => void skipped.push(name),
    };
    connectorConformance('A connector', runner, { ...subjectOf(), capabilities: { delivery: 'at-most-once' } });
    expect(skipped).toContain(
      'gives dispositions of which one can be chosen (left out: capabilities name no dispositions)',
    );
  });

  it('never hangs: a connector that answers nothing fails each clause in time', async () => {
    const nothing = (): Promise<never> => new Promise(() => undefined);
    const subject = subjectOf({
      break: () => ({ open: () => ({ subscribe: () => ({ unsubscribe: () => undefined }) }), accept: nothing }),
    });
    const failed = await unkept({ ...subject, patience: 30 });
    expect(failed.length).toBeGreaterThan(50);
  });

  it('fails a harness that cannot be made by name of the clause', async () => {
    const [clause] = conformanceClauses({
      capabilities: { delivery: 'idempotent' },
      make: () => Promise.reject(new Error('no back end')),
    });
    await expect(clause?.run()).rejects.toThrow(/no back end/);
  });
});
