/** How `npm run models` asks for more than every test run tries. */
const { PROPERTY_RUNS, PROPERTY_SEED } = process.env;

/** How often a property is tried, unless it is asked for otherwise; and from which seed, where one is given. */
export const propertyRuns = (usual: number): { readonly numRuns: number; readonly seed?: number } => ({
  numRuns: PROPERTY_RUNS === undefined ? usual : Number(PROPERTY_RUNS),
  ...(PROPERTY_SEED === undefined ? {} : { seed: Number(PROPERTY_SEED) }),
});

/** How long all runs of a property may take, in milliseconds: as long as they take, where more are asked for. */
export const PROPERTY_TIMEOUT = PROPERTY_RUNS === undefined ? 300_000 : 6 * 3_600_000;
