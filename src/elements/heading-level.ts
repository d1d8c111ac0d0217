/** The level for `aria-level`; where a page gives none that can be, 2. */
export const levelOf = (level: number | null | undefined): number =>
  level !== undefined && level !== null && level >= 1 ? Math.floor(level) : 2;
