import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { atTop } from '../test/support/at-top.mjs';

const FOLDER = 'bench/baselines';

/** What each baseline's source is now, by its file. */
export const hashesOfBaselines = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(atTop(FOLDER))
      .toSorted()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(atTop(`${FOLDER}/${file}`)))
          .digest('hex'),
      ]),
  );

/** The hashes that all figures so far were measured against. */
export const frozenHashes = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(atTop('bench/frozen.json'), 'utf8')) as Record<string, string>;

/** The baselines that are not as they were frozen, or that are on one side only. */
export const changedBaselines = (
  frozen: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly string[] =>
  [...new Set([...Object.keys(frozen), ...Object.keys(now)])].filter((file) => frozen[file] !== now[file]).toSorted();
