import { inWords, Unmet } from './conformance-error.js';

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** What `promise` settles with; after `limit` milliseconds without, it counts as never settling. */
export const within = async <T>(limit: number, what: string, promise: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const never = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unmet(`${what} settles within ${limit} ms`, 'nothing')), limit);
  });
  try {
    return await Promise.race([promise, never]);
  } finally {
    clearTimeout(timer);
  }
};

const INTERVAL = 3;

/** Reads until what is read fits; after `limit` milliseconds it counts as never. */
export const eventually = async <T>(
  limit: number,
  expected: string,
  read: () => T | Promise<T>,
  fits: (value: T) => boolean,
): Promise<T> => {
  const start = performance.now();
  for (;;) {
    const value = await read();
    if (fits(value)) return value;
    if (performance.now() - start > limit) throw new Unmet(`${expected}, within ${limit} ms`, inWords(value));
    await pause(INTERVAL);
  }
};
