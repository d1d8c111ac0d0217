/** The heights of a list's rows, most of which were never seen: sums and look-ups cost the logarithm of their number. */
export interface RowHeights {
  readonly length: number;
  /** What a row counts for that was not measured. */
  estimate: number;
  /** The height of all rows before `index`, in CSS pixels. */
  before(index: number): number;
  /** The index of the row at a distance from the top; the first or the last where it is outside; 0 where there is none. */
  at(distance: number): number;
  measure(index: number, height: number): void;
  /** The mean of what was measured; `undefined` if nothing was. */
  mean(): number | undefined;
  /** Makes it as long as this: new rows at the end are not measured yet. */
  resize(length: number): void;
  /** Puts rows that were not measured before all others. */
  prepend(count: number): void;
  /** Forgets what was measured from `index` on. */
  forget(index: number): void;
}

const FIRST_CAPACITY = 256;

/**
 * Two Fenwick trees side by side: the heights that were measured, and how many were. All others count as the estimate, so
 * that a hundred thousand rows cost nothing until they are seen, and a better estimate costs nothing at all.
 */
export const createRowHeights = (estimate: number): RowHeights => {
  let capacity = FIRST_CAPACITY;
  /** By index; 0 is not measured. */
  let heights = new Float64Array(capacity);
  let sums = new Float64Array(capacity + 1);
  let counts = new Int32Array(capacity + 1);
  let length = 0;

  const add = (index: number, height: number, count: number): void => {
    for (let node = index + 1; node <= capacity; node += node & -node) {
      sums[node] = (sums[node] ?? 0) + height;
      counts[node] = (counts[node] ?? 0) + count;
    }
  };

  const build = (known: Float64Array, from: number): void => {
    heights = new Float64Array(capacity);
    sums = new Float64Array(capacity + 1);
    counts = new Int32Array(capacity + 1);
    known.forEach((height, index) => {
      if (height === 0 || from + index >= length) return;
      heights[from + index] = height;
      add(from + index, height, 1);
    });
  };

  const grow = (): boolean => {
    const before = capacity;
    while (capacity < length) capacity *= 2;
    return capacity > before;
  };

  const rows: RowHeights = {
    estimate,
    get length() {
      return length;
    },
    before(index) {
      let sum = 0;
      let measured = 0;
      for (let node = index; node > 0; node -= node & -node) {
        sum += sums[node] ?? 0;
        measured += counts[node] ?? 0;
      }
      return sum + (index - measured) * rows.estimate;
    },
    at(distance) {
      let index = 0;
      let left = distance;
      for (let step = capacity; step > 0; step >>= 1) {
        const node = index + step;
        const height = (sums[node] ?? 0) + (step - (counts[node] ?? 0)) * rows.estimate;
        if (node > length || height > left) continue;
        index = node;
        left -= height;
      }
      return Math.max(0, Math.min(index, length - 1));
    },
    measure(index, height) {
      const known = heights[index] ?? 0;
      if (height === known) return;
      heights[index] = height;
      add(index, height - known, (height === 0 ? 0 : 1) - (known === 0 ? 0 : 1));
    },
    mean() {
      const measured = counts[capacity] ?? 0;
      return measured === 0 ? undefined : (sums[capacity] ?? 0) / measured;
    },
    resize(next) {
      if (next < length) rows.forget(next);
      length = next;
      if (grow()) build(heights, 0);
    },
    prepend(count) {
      length += count;
      grow();
      build(heights, count);
    },
    forget(index) {
      for (let at = length - 1; at >= index; at -= 1) rows.measure(at, 0);
    },
  };
  return rows;
};
