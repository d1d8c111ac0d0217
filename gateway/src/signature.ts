import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clocks of two servers may be apart, in milliseconds. An older signature may be one that was recorded. */
const LONGEST_WAY = 5 * 60_000;

/** The headers with which a body is signed. */
export const TIMESTAMP_HEADER = 'x-chat-timestamp';
export const SIGNATURE_HEADER = 'x-chat-signature';

/** Signs a body as it is sent, together with when: epoch seconds. */
export const signatureOf = (secret: string, timestamp: string, body: Buffer | string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export const isSame = (a: string, b: string): boolean => {
  // Digests are of one length, as the comparison wants.
  const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

/** Why a body cannot be trusted, or `undefined`. */
export const distrust = (
  secret: string,
  timestamp: string | undefined,
  signature: string | undefined,
  body: Buffer,
  now: number,
): string | undefined => {
  if (timestamp === undefined || signature === undefined) return 'It is not signed.';
  if (!/^\d{1,12}$/u.test(timestamp) || Math.abs(Number(timestamp) * 1000 - now) > LONGEST_WAY)
    return 'Its time is not now.';
  return isSame(signature, signatureOf(secret, timestamp, body)) ? undefined : 'Its signature is wrong.';
};
