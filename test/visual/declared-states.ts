import { readFileSync } from 'node:fs';
import type { Package } from 'custom-elements-manifest';
import { atTop } from '../support/at-top.mjs';

const manifest = JSON.parse(readFileSync(atTop('custom-elements.json'), 'utf8')) as Package;

/** Every `:state()` of every tag, as a selector. */
export const declaredStates: readonly string[] = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap((it) => ('customElement' in it && it.tagName !== undefined ? [{ ...it, tagName: it.tagName }] : []))
  .flatMap(({ tagName, cssStates = [] }) => cssStates.map(({ name }) => `${tagName}:state(${name})`));

/** Every tag that is to be seen in the sheet. */
export const declaredTags: readonly string[] = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap((it) => ('customElement' in it && it.tagName !== undefined ? [it.tagName] : []));
