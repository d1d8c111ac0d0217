/** What is seen of a list whose rows are all of one size: how many of them are scrolled past, and how many there is room for. */
export interface Seen {
  readonly from: number;
  readonly room: number;
}

/** So many rows are all rendered: what a page's search, a screen reader and a printer find is worth more than their cost. */
export const LONGEST_WHOLE = 40;

/** So many rows at least are rendered before and after what is seen, so that a short scroll uncovers nothing empty. */
const LEAST_AHEAD = 4;

/** The places of the rows to render: those near what is seen, and those that stay whatever is seen. */
export const placesToRender = (count: number, { from, room }: Seen, kept: readonly number[]): readonly number[] => {
  const ahead = Math.max(LEAST_AHEAD, Math.ceil(room / 2));
  const isNear = (place: number): boolean => place > from - 1 - ahead && place < from + room + ahead;
  return [...Array(count).keys()].filter((place) => isNear(place) || kept.includes(place));
};

/** Whether the row at a place is before what is seen (-1), behind it (1), or seen by half at least (0). */
export const sideOf = (place: number, { from, room }: Seen): -1 | 0 | 1 => {
  if (place + 0.5 < from) return -1;
  return place + 0.5 > from + room ? 1 : 0;
};

/**
 * Where the row that was at `place` is after others came or went: what is seen there should stay where it is. If it went
 * itself, the next one that did not. The same place where rows changed their order: no row can stay then.
 */
export const placeAfter = (before: readonly string[], after: readonly string[], place: number): number => {
  const places = new Map(after.map((id, index) => [id, index]));
  let last = -1;
  let found: number | undefined;
  for (const [index, id] of before.entries()) {
    const now = places.get(id);
    if (now === undefined) continue;
    if (now < last) return place;
    last = now;
    if (index >= place) found ??= now;
  }
  return found ?? place;
};
