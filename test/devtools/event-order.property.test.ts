import Ajv from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Happening, LogEntry } from '../../src/desk/index.js';
import { orderProblems, orderPromises, type ToldEvent } from '../../src/devtools/event-order.js';
import { eventOf } from '../../src/elements/chat-provider/chat-provider.events.js';
import { contract } from '../support/events/contract.js';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.js';
import { rehearse, schedules, type Step } from './support/schedule.js';

const ajv = new Ajv();
const checks = new Map(
  Object.entries(contract.events).map(([name, { detail }]) => [name, ajv.compile(detail ?? { type: 'null' })]),
);

/** What a desk told in a schedule, by its streams, and as events, as a provider dispatches them. */
const heardIn = async (steps: readonly Step[]) => {
  const happenings: Happening[] = [];
  const log: LogEntry[] = [];
  const events: CustomEvent[] = [];
  await rehearse(steps, (desk) => {
    desk.log$.subscribe((entry) => void log.push(entry));
    desk.happenings$.subscribe((happening) => {
      happenings.push(happening);
      if (happening.by !== 'host') events.push(eventOf(happening, desk.id) as CustomEvent);
    });
  });
  return { happenings, log, events };
};

const told = ({ type, detail }: CustomEvent): ToldEvent => ({
  type,
  chatId: (detail as { readonly chatId?: string }).chatId,
  detail,
});

const inWords = (events: readonly ToldEvent[], whole: boolean): readonly string[] =>
  orderProblems(events, whole).map(
    ({ promise, at }) =>
      `${promise}: ${events
        .slice(0, at + 1)
        .filter(({ chatId }) => chatId === events[at]?.chatId)
        .map(({ type, detail }) => `${type} ${JSON.stringify(detail)}`)
        .join(' → ')}`,
  );

it(
  'keeps every promise about the order of events, whatever the wire, the agent, the page and the clock do',
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(schedules, async (steps) => {
        const { happenings, log, events } = await heardIn(steps);
        expect(inWords(happenings, true)).toEqual([]);
        expect(inWords(events.map(told), false)).toEqual([]);
        expect(log.map(({ seq, type }) => [seq, type])).toEqual(happenings.map(({ type }, index) => [index + 1, type]));
        for (const { type, detail } of events) {
          const check = checks.get(type);
          expect(check?.(detail), `${type} ${JSON.stringify(detail)}: ${ajv.errorsText(check?.errors)}`).toBe(true);
          seen.set(type, (seen.get(type) ?? 0) + 1);
        }
      }),
      propertyRuns(1000),
    );
    // A schedule in which nothing happens would keep every promise.
    const telling = Object.entries(contract.events).filter(([, { tags }]) => tags.includes('chat-provider'));
    const neverTold = telling.map(([name]) => name).filter((name) => name !== 'adapter-toggle' && !seen.has(name));
    expect(neverTold).toEqual([]);
  },
  PROPERTY_TIMEOUT,
);

it('says each promise once', () => {
  expect(new Set(orderPromises.map(({ name }) => name)).size).toBe(orderPromises.length);
});
