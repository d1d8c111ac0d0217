import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright';
import { atTop } from '../support/at-top.mjs';
import { chromeArguments } from '../support/find-chrome.mjs';

const PACKAGE = 'node_modules/@sparticuz/chromium';

const { version } = JSON.parse(readFileSync(atTop(`${PACKAGE}/package.json`), 'utf8')) as { version: string };

/** Beside the package's own place, which is shared by all versions and by all who use it. */
const CACHE = atTop(`node_modules/.cache/pinned-chromium-${version}`);

/** Whether the pinned browser can run here: there is but one build of it. */
export const hasPinnedBrowser = (): boolean => process.platform === 'linux' && process.arch === 'x64';

const unpack = async (name: string, to: string, mode?: number): Promise<void> =>
  pipeline(
    createReadStream(atTop(`${PACKAGE}/bin/${name}`)),
    createBrotliDecompress(),
    createWriteStream(to, mode === undefined ? {} : { mode }),
  );

/** The fonts that the browser knows, and no others: its own, and one for what that has not. */
const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>${atTop('test/visual/fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <alias binding="strong">
    <family>system-ui</family>
    <prefer><family>Open Sans</family><family>Sheet Fallback</family></prefer>
  </alias>
</fontconfig>
`;

/** Unpacks browser, libraries and fonts once; two runs at a time do not meet half a browser. */
const unpacked = async (): Promise<string> => {
  if (existsSync(CACHE)) return CACHE;
  mkdirSync(atTop('node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(`${CACHE}-`);
  await unpack('chromium.br', join(folder, 'chromium'), 0o755);
  for (const name of ['fonts', 'al2023']) {
    await unpack(`${name}.tar.br`, join(folder, `${name}.tar`));
    execFileSync('tar', ['-xf', join(folder, `${name}.tar`), '-C', folder]);
  }
  try {
    renameSync(folder, CACHE);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(CACHE)) throw error;
  }
  return CACHE;
};

/** What makes two machines paint the same: no hints of the screen, no colour profile, no instructions of one processor. */
const SAME_EVERYWHERE = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-skia-runtime-opts',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  // Layers come and go with animations: what a picture shows must not hang on when one was painted.
  '--disable-composited-antialiasing',
  '--disable-threaded-animation',
  '--disable-partial-raster',
  '--disable-checker-imaging',
  '--run-all-compositor-stages-before-draw',
];

/** Starts the browser of the pictures, with its own libraries and fonts. */
export const startPinnedBrowser = async (): Promise<Browser> => {
  const folder = await unpacked();
  const config = join(folder, 'fonts-of-the-sheet.conf');
  writeFileSync(config, fontsConfig(folder));
  const { LD_LIBRARY_PATH: others } = process.env;
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...chromeArguments, ...SAME_EVERYWHERE],
    env: {
      ...process.env,
      FONTCONFIG_FILE: config,
      LD_LIBRARY_PATH: [join(folder, 'lib'), ...(others ? [others] : [])].join(':'),
    },
  });
};
