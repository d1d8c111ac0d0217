/** A place in data from outside that is not what it should be. Never holds the data: that may be private. */
export interface ShapeProblem {
  /** Such as `messages[2].time`. */
  readonly path: string;
  /** What the place takes, in words. */
  readonly wants: string;
}

export type Tell = (problem: ShapeProblem) => void;

/** Reads a value from outside: gives a clean copy, or tells what is wrong and gives `undefined`. */
export type Read<T> = (value: unknown, path: string, tell: Tell) => T | undefined;

/** Whether a value is an object with fields, and no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of its own; never one that every object inherits. */
export const ownValue = (holder: unknown, key: string): unknown =>
  isRecord(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;

export const isNumber = (value: unknown): value is number => Number.isFinite(value);

/** The farthest that a date can be from 1970, either way. */
const FARTHEST_TIME = 8.64e15;

/** Whether a value is a time in epoch milliseconds that a calendar knows. */
export const isTime = (value: unknown): value is number => isNumber(value) && Math.abs(value) <= FARTHEST_TIME;

/** Whether a value is text with something in it. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Reads what a test accepts. */
export const matching =
  <T>(wants: string, accepts: (value: unknown) => value is T): Read<T> =>
  (value, path, tell) => {
    if (accepts(value)) return value;
    tell({ path, wants });
    return undefined;
  };

export const string = matching('text', (value): value is string => typeof value === 'string');
export const yesOrNo = matching('true or false', (value): value is boolean => typeof value === 'boolean');

/** Reads one of some words. */
export const oneOf = <T extends string>(...words: readonly T[]): Read<T> =>
  matching(`one of ${words.map((word) => `"${word}"`).join(', ')}`, (value): value is T =>
    (words as readonly unknown[]).includes(value),
  );

/** The path of a field below `path`. */
export const place = (path: string, key: string): string => {
  const step = /^[\w-]+$/u.test(key) ? key : `[${JSON.stringify(key)}]`;
  return path === '' || step.startsWith('[') ? path + step : `${path}.${step}`;
};

/** Reads a list; a bad item is left out alone. */
export const listOf =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, path, tell) => {
    if (!Array.isArray(value)) return void tell({ path, wants: 'a list' });
    return value.flatMap((item: unknown, index) => {
      const clean = read(item, `${path}[${index}]`, tell);
      return clean === undefined ? [] : [clean];
    });
  };

/** Reads an object used as a map; a bad entry is left out alone. */
export const mapOf =
  <T>(read: Read<T>): Read<Readonly<Record<string, T>>> =>
  (value, path, tell) => {
    if (!isRecord(value)) return void tell({ path, wants: 'an object' });
    const entries = Object.entries(value).flatMap(([key, item]) => {
      const clean = read(item, place(path, key), tell);
      return clean === undefined ? [] : [[key, clean] as const];
    });
    // fromEntries makes own fields of all keys, `__proto__` too.
    return Object.fromEntries(entries);
  };

interface Optional<T> {
  readonly read: Read<T>;
  /** Whether a bad value is left out alone, or refuses the whole object. */
  readonly alone: boolean;
}

/** A field that may be absent or null; a bad value refuses the whole object. */
export const optional = <T>(read: Read<T>): Optional<T> => ({ read, alone: false });

/** A field that may be absent or null; a bad value is left out and the rest stays. */
export const spare = <T>(read: Read<T>): Optional<T> => ({ read, alone: true });

/** How each field of `T` is read. */
export type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<NonNullable<T[K]>> : Read<T[K]>;
};

/** Reads an object by its fields. The copy has these fields and no others. */
export const shape =
  <T extends object>(fields: Fields<T>): Read<T> =>
  (value, path, tell) => {
    if (!isRecord(value)) return void tell({ path, wants: 'an object' });
    let refused = false;
    const clean: Record<string, unknown> = {};
    for (const [key, field] of Object.entries<Read<unknown> | Optional<unknown>>(fields)) {
      const given = ownValue(value, key);
      const may = typeof field !== 'function';
      if (may && (given === undefined || given === null)) continue;
      const read = (may ? field.read : field)(given, place(path, key), tell);
      if (read !== undefined) clean[key] = read;
      else if (!may || !field.alone) refused = true;
    }
    return refused ? undefined : (clean as T);
  };
