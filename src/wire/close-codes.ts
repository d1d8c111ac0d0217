/** Whether, and how, coming back after a close makes sense. */
export type ComeBack = 'soon' | 'with-a-new-token' | 'later' | 'no';

/** Why a socket was closed, where the server says so. Any other code is a broken network: come back soon. */
export const CLOSE: {
  readonly [name in 'protocol' | 'unauthorized' | 'forbidden' | 'version' | 'tooMany' | 'restart']: number;
} = {
  /** Frames that cannot be used, again and again. */
  protocol: 4400,
  /** The token is missing, wrong or has expired. */
  unauthorized: 4401,
  /** The token is good, and what it says may not come in. */
  forbidden: 4403,
  /** A version of the wire that the server does not speak. */
  version: 4406,
  /** Over the rate for too long. */
  tooMany: 4429,
  /** The server restarts. */
  restart: 1012,
};

const USELESS: ReadonlySet<number> = new Set([1008, 1009, CLOSE.protocol, CLOSE.forbidden, CLOSE.version]);

/** What a close code says about coming back. */
export const comeBackAfter = (code: number): ComeBack => {
  if (code === CLOSE.unauthorized) return 'with-a-new-token';
  if (code === CLOSE.tooMany) return 'later';
  return USELESS.has(code) ? 'no' : 'soon';
};
