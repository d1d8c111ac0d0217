import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createChatDesk } from '../../src/desk/index.js';
import {
  recordSession,
  replaySession,
  type Recording,
  type RecordOptions,
  type SessionRecorder,
} from '../../src/devtools/index.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import { MORNING } from '../support/builders.js';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.js';
import { knownTo, rehearse, schedules, type KnownChat, type Step } from './support/schedule.js';

const record = async (
  steps: readonly Step[],
  options: RecordOptions,
): Promise<{ readonly known: readonly KnownChat[]; readonly recording: Recording }> => {
  let recorder: SessionRecorder | undefined;
  const known = await rehearse(
    steps,
    () => undefined,
    (connector, clock) => (recorder = recordSession({ ...connector, clock }, options)).connector,
  );
  // As it is kept: what JSON cannot hold must not be needed.
  return { known, recording: JSON.parse(JSON.stringify(recorder?.recording())) as Recording };
};

/** A fresh desk, on another day, that was told all of a recording. */
const replay = async (recording: Recording, speed: number) => {
  const clock = createManualClock(MORNING + 86_400_000);
  const warnings: string[] = [];
  const connector = replaySession(recording, { clock, speed });
  const desk = createChatDesk({ connector, warn: (text) => void warnings.push(text) });
  const last = recording.steps.at(-1)?.at ?? 0;
  await clock.advanceAsync(last / speed);
  const known = knownTo(desk);
  const { clock: day } = desk;
  const now = day.now() - recording.began;
  desk.dispose();
  return { known, warnings, now, last };
};

const lives = (chats: readonly KnownChat[]) => chats.map(({ id, state }) => [id, state]);

it(
  'plays a recorded session to the same chats, and to the same messages in the same order as far as none is missing',
  async () => {
    await fc.assert(
      fc.asyncProperty(schedules, fc.constantFrom(1, 2, 60), async (steps, speed) => {
        const { known, recording } = await record(steps, { texts: true });
        const replayed = await replay(recording, speed);
        expect(replayed.warnings).toEqual([]);
        expect(lives(replayed.known)).toEqual(lives(known));
        // A reply that overtook messages which were never told is held back in the replay, as one from the wire.
        expect(replayed.known.map(({ texts }) => texts)).toEqual(known.map(({ unbroken }) => unbroken));
        expect(Math.round(replayed.now)).toBe(replayed.last);
      }),
      propertyRuns(200),
    );
  },
  PROPERTY_TIMEOUT,
);

it(
  'keeps none of the words and no person, unless it is asked to, and still plays',
  async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async (steps) => {
        const { known, recording } = await record(steps, {});
        expect(JSON.stringify(recording)).not.toMatch(/Hello|Ana|Silva|15550100|Late/);
        const replayed = await replay(recording, 1);
        expect(replayed.warnings).toEqual([]);
        expect(lives(replayed.known)).toEqual(lives(known));
      }),
      propertyRuns(200),
    );
  },
  PROPERTY_TIMEOUT,
);
