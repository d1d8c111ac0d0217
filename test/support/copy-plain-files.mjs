// Puts into dist what is published as it is, beside what the compiler made.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { atTop } from './at-top.mjs';

const THEMES = 'src/theme/themes';

copyFileSync(atTop('src/wire/asyncapi.json'), atTop('dist/wire/asyncapi.json'));
copyFileSync(atTop('src/elements/events.json'), atTop('dist/elements/events.json'));
copyFileSync(atTop('src/theme/tokens.json'), atTop('dist/theme/tokens.json'));
mkdirSync(atTop('dist/themes'), { recursive: true });
for (const file of readdirSync(atTop(THEMES)).filter((name) => name.endsWith('.css')))
  copyFileSync(atTop(`${THEMES}/${file}`), atTop(`dist/themes/${file}`));
