import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a page writes as `integrity` beside each script in a folder, by its path there.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export const integrityOf = (folder) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.js'))
      .sort()
      .map((file) => [
        file,
        `sha384-${createHash('sha384')
          .update(readFileSync(join(folder, file)))
          .digest('base64')}`,
      ]),
  );

/**
 * Writes them down beside the scripts, in `integrity.json`, and prints them.
 * @param {string} folder
 */
export const writeIntegrity = (folder) => {
  const hashes = integrityOf(folder);
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  for (const [file, hash] of Object.entries(hashes)) console.log(`${hash}  ${file}`);
};
