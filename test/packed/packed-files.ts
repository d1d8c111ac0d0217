import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../support/pack.mjs';

const folder = process.env['PACKED'] ?? pack().folder;

/** Every file of the packed package, by its path from the package's top. */
export const packedFiles: readonly string[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );

/** The text of a file of the packed package. */
export const packedText = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** What a JSON file of the packed package says. */
export const readPacked = (file: string): unknown => JSON.parse(packedText(file));
