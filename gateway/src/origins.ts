/** Whose pages may connect: a list of origins, any, or those that were served from where the gateway is. */
export type Origins = readonly string[] | 'any' | 'same';

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

/** Whether a page may connect. What sends no origin is no page: it needs a token like everyone. */
export const isAllowedOrigin = (origins: Origins, origin: string | undefined, host: string | undefined): boolean => {
  if (origins === 'any' || origin === undefined) return true;
  return origins === 'same' ? host !== undefined && hostOf(origin) === host : origins.includes(origin);
};
