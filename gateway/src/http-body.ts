import type { IncomingMessage } from 'node:http';

/** The body of a request as it came, or `undefined` where it is longer than it may be. */
export const readBody = async (request: IncomingMessage, most: number): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** What a body says as JSON, or `undefined` where it is none. */
export const readJson = (body: Buffer | undefined): unknown => {
  try {
    return body === undefined ? undefined : (JSON.parse(body.toString('utf8')) as unknown);
  } catch {
    return undefined;
  }
};
