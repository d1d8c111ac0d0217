// What is made of samples. Pure.

/** What one entrant did in one round: figures by name. */
export type Sample = Readonly<Record<string, number>>;

/** The samples of one entrant by round; a round in which it failed has none. */
export type Rounds = ReadonlyMap<number, Sample>;

/** All samples of a work, by entrant. */
export type Samples = ReadonlyMap<string, Rounds>;

/** The value below which a share of the others lies, between neighbours in proportion; `undefined` without any. */
export const quantile = (values: readonly number[], share: number): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below === undefined || above === undefined ? undefined : below + (above - below) * (place - Math.floor(place));
};

export const median = (values: readonly number[]): number | undefined => quantile(values, 0.5);

const valuesOf = (samples: Samples, entrant: string, figure: string): number[] =>
  [...(samples.get(entrant)?.values() ?? [])].flatMap((sample) => sample[figure] ?? []);

/** The median of an entrant's figure over all rounds. */
export const middle = (samples: Samples, entrant: string, figure: string): number | undefined =>
  median(valuesOf(samples, entrant, figure));

/** The largest an entrant's figure was in any round. */
export const largest = (samples: Samples, entrant: string, figure: string): number | undefined => {
  const values = valuesOf(samples, entrant, figure);
  return values.length === 0 ? undefined : Math.max(...values);
};

/**
 * How an entrant's figure stands to another's: the median of the ratios within each round, so that what slowed a whole round
 * down counts on both sides.
 */
export const ratio = (samples: Samples, entrant: string, baseline: string, figure: string): number | undefined => {
  const ratios = [...(samples.get(entrant) ?? [])].flatMap(([round, sample]) => {
    const over = sample[figure];
    const under = samples.get(baseline)?.get(round)?.[figure];
    return over === undefined || under === undefined || under <= 0 ? [] : [over / under];
  });
  return median(ratios);
};

/** Milliseconds of a frame. */
export const FRAME = 1000 / 60;

/**
 * How many frames are missing between those there were, by when each began (milliseconds). With `used`, the processor time
 * that the page's main thread had used by each frame, only those that it was too busy for: what the machine did meanwhile is
 * nobody's fault.
 */
export const droppedFrames = (began: readonly number[], used?: readonly number[]): number =>
  began.slice(1).reduce((dropped, time, index) => {
    const missing = Math.max(0, Math.round((time - (began[index] ?? time)) / FRAME) - 1);
    const busy = used === undefined ? Infinity : ((used[index + 1] ?? NaN) - (used[index] ?? NaN)) / FRAME;
    return dropped + Math.min(missing, Math.floor(busy));
  }, 0);

/** A list in another order for each round, so that no entrant always comes first. */
export const rotated = <T>(list: readonly T[], by: number): readonly T[] =>
  list.map((_, index) => list[(index + by) % list.length] as T);
