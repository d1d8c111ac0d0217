import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { atTop } from '../support/at-top.mjs';
import { differenceOf, type Verdict } from './compare.js';
import { sideBySide, writePng, type Picture } from './picture.js';

const FOLDER = atTop('test/visual/report');

/** A state that does not look as it was accepted. */
export interface Finding {
  readonly tag: string;
  readonly mode: string;
  readonly state: string;
  readonly verdict: Verdict;
  /** Why it is wrong even where it was accepted so, such as a contrast that is too low. */
  readonly problem?: string;
  readonly expected?: Picture | undefined;
  readonly actual?: Picture | undefined;
}

/** What is wrong with a state, in words. */
export const wordsOf = ({ verdict, problem }: Finding): string => {
  if (problem !== undefined) return problem;
  if (verdict.is === 'changed') return `${verdict.pixels} ${verdict.pixels === 1 ? 'pixel differs' : 'pixels differ'}`;
  return { same: 'the same', new: 'not accepted yet', gone: 'no longer there', resized: 'its room has another size' }[
    verdict.is
  ];
};

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);

const pictureOf = ({ expected, actual }: Finding): Picture | undefined => {
  if (expected && actual && expected.width === actual.width && expected.height === actual.height)
    return sideBySide(expected, actual, differenceOf(expected, actual));
  const there = [expected, actual].filter((one) => one !== undefined);
  return there.length === 0 ? undefined : sideBySide(...there);
};

const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>How the states look</title>
<style>
  body { margin: 24px; font: 14px/1.5 system-ui, sans-serif; }
  h2 { margin: 32px 0 8px; font-size: 16px; }
  img { max-inline-size: 100%; border: 1px solid #999; }
</style>
<h1>What does not look as it was accepted</h1>
<p>Each picture from left to right: as it was accepted, as it is now, and what differs (red on grey). Where it is right as
it is now: <code>npm run test:visual -- --update</code>.</p>
`;

/** Writes a page with a picture of each finding; gives its address. */
export const writeReport = (findings: readonly Finding[]): string => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const parts = findings.map((finding) => {
    const { tag, mode, state } = finding;
    const picture = pictureOf(finding);
    const file = `${tag}.${mode}.${state.replaceAll(' ', '-')}.png`;
    if (picture) writeFileSync(`${FOLDER}/${file}`, writePng(picture));
    const title = escaped(`${tag} · ${state} · ${mode}: ${wordsOf(finding)}`);
    return `<h2>${title}</h2>\n${picture ? `<img src="${encodeURI(file)}" alt="${title}">` : ''}`;
  });
  writeFileSync(`${FOLDER}/index.html`, HEAD + parts.join('\n'));
  return pathToFileURL(`${FOLDER}/index.html`).href;
};
