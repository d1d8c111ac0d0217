import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { npmMust } from './command.js';

/** How a browser is started that is not the machine's own. */
interface Started {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Gets an older Chromium: the only ones that a package of npm carries are those of `@sparticuz/chromium`, for Linux on x64,
 * whose versions are the browser's. It is unpacked into `home`.
 */
export const getOldChromium = async (version: string, home: string): Promise<Started> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('It is for Linux on x64 only.');
  const folder = join(home, `chromium-${version}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await npmMust(folder, 'install', '--no-audit', '--no-fund', `@sparticuz/chromium@${version}`);
  const unpack = (name: string, to: string, mode: number): Promise<void> =>
    pipeline(
      createReadStream(join(folder, 'node_modules/@sparticuz/chromium/bin', name)),
      createBrotliDecompress(),
      createWriteStream(join(folder, to), { mode }),
    );
  await unpack('chromium.br', 'chromium', 0o755);
  // The libraries that a machine may lack.
  await unpack('al2023.tar.br', 'libraries.tar', 0o644);
  execFileSync('tar', ['-xf', join(folder, 'libraries.tar'), '-C', folder]);
  const { LD_LIBRARY_PATH: others } = process.env;
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: [join(folder, 'lib'), ...(others ? [others] : [])].join(':'),
    },
  };
};
