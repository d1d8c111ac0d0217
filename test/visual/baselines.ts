import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Figures } from '../../stories/state-sheet/contrast.js';
import { atTop } from '../support/at-top.mjs';
import { readPng, writePalettePng, type Area, type Picture } from './picture.js';

const FOLDER = atTop('test/visual/baselines');

export interface IndexedCell extends Area {
  readonly name: string;
  readonly figures: Figures;
}

/** Where each state stands in the accepted pictures, by `tag.mode`: the sheet shows parts of them. */
export type BaselineIndex = Record<string, readonly IndexedCell[]>;

const INDEX = `${FOLDER}/index.json`;

export const readIndex = (): BaselineIndex =>
  existsSync(INDEX) ? (JSON.parse(readFileSync(INDEX, 'utf8')) as BaselineIndex) : {};

/** One line for each picture, in order, so that a change is a line of a diff. */
export const writeIndex = (index: BaselineIndex): void => {
  const lines = Object.keys(index)
    .sort()
    .map((key) => `${JSON.stringify(key)}: ${JSON.stringify(index[key])}`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(INDEX, `{\n${lines.join(',\n')}\n}\n`);
};

const fileOf = (key: string): string => `${FOLDER}/${key}.png`;

export const readBaseline = (key: string): Picture | undefined =>
  existsSync(fileOf(key)) ? readPng(readFileSync(fileOf(key))) : undefined;

export const writeBaseline = (key: string, picture: Picture): void => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(key), writePalettePng(picture));
};

export const removeBaseline = (key: string): void => rmSync(fileOf(key), { force: true });
