import { ConnectorError, type RefusalCode } from '../core/index.js';

const codes: ReadonlySet<unknown> = new Set<RefusalCode>([
  'taken',
  'gone',
  'not-allowed',
  'unavailable',
  'invalid',
  'unsupported',
]);

/** What a connector rejected with, as a refusal. One from another copy of this package is known by its code. */
export const asRefusal = (reason: unknown): ConnectorError => {
  if (reason instanceof ConnectorError) return reason;
  const code = typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : undefined;
  const message = reason instanceof Error ? reason.message : 'The back end gave no reason.';
  return new ConnectorError(codes.has(code) ? (code as RefusalCode) : 'unavailable', message, { cause: reason });
};
