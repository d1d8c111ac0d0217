import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';

const page = readFileSync(atTop('stories/docs/getting-started.mdx'), 'utf8');
const shown = [...page.matchAll(/exampleSource\('([^']+)'\)/g)].map(([, path = '']) => path);

it('“Getting started” shows sources that are there', () => {
  expect(shown.filter((path) => !existsSync(atTop(`examples/${path}`)))).toEqual([]);
});

it('“Getting started” shows each app', () => {
  const apps = readdirSync(atTop('examples')).filter((name) => existsSync(atTop(`examples/${name}/package.json`)));
  expect(new Set(shown.map((path) => path.split('/')[0]))).toEqual(new Set(apps));
});
