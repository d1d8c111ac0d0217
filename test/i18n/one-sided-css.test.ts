import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { oneSided } from './one-sided-css.js';

const files = readdirSync(atTop('src'), { recursive: true, encoding: 'utf8' }).map((file) => `src/${file}`);

/** The style sheets of a file: all of it, or what a module has as templates. */
const sheetsOf = (file: string): readonly string[] => {
  const text = readFileSync(atTop(file), 'utf8');
  return file.endsWith('.css') ? [text] : [...text.matchAll(/\bcss`([^`]*)`/gu)].map(([, sheet = '']) => sheet);
};

const sheets = files
  .filter((file) => /\.(?:ts|css)$/u.test(file))
  .flatMap((file) => sheetsOf(file).map((sheet) => ({ file, sheet })));

/** A number that is cut at its beginning, wherever the page runs: its box runs the other way, the number in it does not. */
const ON_PURPOSE = ['.name.phone { direction: rtl } sets a direction', '.phone { direction: rtl } sets a direction'];

describe('the styles', () => {
  it('are found', () => {
    expect(new Set(sheets.map(({ file }) => file)).size).toBeGreaterThan(15);
  });

  it('turn around with the direction of the text', () => {
    const found = sheets.flatMap(({ file, sheet }) => oneSided(sheet).map((told) => ({ file, told })));
    expect(found.filter(({ told }) => !ON_PURPOSE.includes(told))).toEqual([]);
    // What is excused must be there.
    expect(found.map(({ told }) => told).sort()).toEqual(ON_PURPOSE);
  });
});

describe('what does not turn around', () => {
  it.each([
    'margin-left: 1px',
    'left: 0',
    'border-top-right-radius: 1px',
    'width: 1px',
    'max-height: 1px',
    'float: left',
    'text-align: right',
    'transform-origin: left top',
    'background: linear-gradient(to right, red, blue)',
    'background-position: left 2px top',
    'direction: ltr',
    'padding: 1px 2px 1px 3px',
    'inset: 0 auto auto 0',
    'margin: 0 calc(1px * (2 + 1)) 0 0',
    'border-width: 1px 0 1px 2px',
    'border-radius: 1px 0 0 1px',
    'border-radius: 1px 2px',
    'translate: -50% 0',
    'transform: translateX(-50%)',
    'transform: rotate(90deg) translate(1px, 0)',
    'box-shadow: inset 3px 0 red',
    'text-shadow: 0 1px red, -1px 0 red',
  ])('is found: %s', (declaration) => {
    expect(oneSided(`@media print { a { b { color: red; ${declaration} } } }`)).toHaveLength(1);
  });

  it.each([
    'margin: 0 auto 1px',
    'padding: calc(1px + 2px) 2px',
    'inset-inline: 0 auto',
    'border-radius: 1px 1px 0 0',
    'border-radius: 50%',
    'text-align: start',
    'translate: 0 1px',
    'translate: none',
    'transform: translateY(1px)',
    'box-shadow: 0 1px 2px rgb(0 0 0 / 20%), 0 0 0 1px red',
    'background-position: center',
    'direction: inherit',
  ])('is not: %s', (declaration) => {
    expect(oneSided(`a { ${declaration} }`)).toEqual([]);
  });

  it('is excused where the direction is asked for', () => {
    expect(oneSided(':host(:dir(rtl)) a { margin-left: 1px }')).toEqual([]);
  });
});
