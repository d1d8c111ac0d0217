import type { Link } from './link.js';
import { createLog } from './log.js';
import { decode, encode } from './record.js';

/** One value for each subject, the newest: what a reader must not look for in the log. */
export interface Kept {
  get<T>(subject: string): Promise<T | undefined>;
  put(subject: string, value: unknown): Promise<void>;
  /**
   * Replaces a value by what `change` makes of it, if no other gateway does so meanwhile; else asks `change` again.
   * `false`: `change` gave `undefined`, and nothing was written. It may be asked again after its value was kept.
   */
  update<T>(
    subject: string,
    change: (value: T | undefined) => T | undefined | Promise<T | undefined>,
  ): Promise<boolean>;
}

export const createKept = (link: Link, stream: string): Kept => {
  const log = createLog(link, stream);
  return {
    async get<T>(subject: string) {
      const found = await log.newest(subject);
      return found && (decode(found.data) as T);
    },
    async put(subject, value) {
      const data = encode(value);
      await link.patiently(() => link.js.publish(subject, data));
    },
    async update<T>(subject: string, change: (value: T | undefined) => T | undefined | Promise<T | undefined>) {
      for (;;) {
        const found = await log.newest(subject);
        const value = await change(found && (decode(found.data) as T));
        if (value === undefined) return false;
        if ((await log.append(subject, encode(value), found?.seq ?? 0)) !== undefined) return true;
      }
    },
  };
};
