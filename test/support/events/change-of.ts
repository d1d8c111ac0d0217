import type { EventPromise } from './contract.js';
import type { Schema } from './schema-of.js';

/** What `events.json` holds. */
export interface EventsFile {
  readonly version: string;
  readonly events: Readonly<Record<string, EventPromise>>;
  readonly order: readonly { readonly name: string; readonly says: string; readonly whole: boolean }[];
}

/**
 * What a change means to whoever listens. `major`: something that was promised is gone or another. `minor`: there is more,
 * which a listener that passes over what it does not know need not hear of. `patch`: other words.
 */
export type Change = 'none' | 'patch' | 'minor' | 'major';

const SIZES: readonly Change[] = ['none', 'patch', 'minor', 'major'];

const largest = (changes: readonly Change[]): Change =>
  changes.reduce<Change>((most, change) => (SIZES.indexOf(change) > SIZES.indexOf(most) ? change : most), 'none');

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What was in a list is still there, and nothing else; or more is. */
const changeOfList = (before: readonly unknown[], after: readonly unknown[]): Change => {
  if (before.some((item) => !after.includes(item))) return 'major';
  return after.length > before.length ? 'minor' : 'none';
};

const changeOfSchema = (before: Schema, after: Schema): Change => {
  const changes: Change[] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    if (same(was, is)) continue;
    if (key === 'description') changes.push('patch');
    else if (key === 'enum' || key === 'required') changes.push(changeOfList(listOf(was), listOf(is)));
    else if (key === 'properties') changes.push(changeOfNamed(was as Named, is as Named, changeOfSchema));
    else if (key === 'items' || (key === 'additionalProperties' && was && is))
      changes.push(changeOfSchema(was as Schema, is as Schema));
    else changes.push('major');
  }
  return largest(changes);
};

type Named<T = Schema> = Readonly<Record<string, T>>;

/** What is new is a minor change, what is gone a major one. */
const changeOfNamed = <T>(before: Named<T>, after: Named<T>, compare: (was: T, is: T) => Change): Change =>
  largest(
    [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => {
      const [was, is] = [before[name], after[name]];
      if (was === undefined) return 'minor';
      return is === undefined ? 'major' : compare(was, is);
    }),
  );

const changeOfEvent = (before: EventPromise, after: EventPromise): Change => {
  const fixed = (['class', 'bubbles', 'composed', 'cancelable'] as const).every((key) => before[key] === after[key]);
  if (!fixed || (before.detail === null) !== (after.detail === null)) return 'major';
  return largest([
    before.description === after.description ? 'none' : 'patch',
    changeOfList(before.tags, after.tags),
    changeOfSchema((before.detail ?? {}) as Schema, (after.detail ?? {}) as Schema),
  ]);
};

/** How large a change of the events is, by the rules on the page "Events and streams". */
export const changeOf = (before: EventsFile, after: EventsFile): Change => {
  const byName = ({ order }: EventsFile): Named<EventsFile['order'][number]> =>
    Object.fromEntries(order.map((promise) => [promise.name, promise]));
  return largest([
    changeOfNamed(before.events, after.events, changeOfEvent),
    changeOfNamed(byName(before), byName(after), (was, is) => {
      if (was.whole !== is.whole) return is.whole ? 'major' : 'minor';
      return was.says === is.says ? 'none' : 'patch';
    }),
  ]);
};

/** The version after a change. */
export const nextVersion = (version: string, change: Change): string => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (change === 'none') return version;
  if (change === 'major') return `${major + 1}.0.0`;
  return change === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
};
