/// <reference types="vite/client" />
import index from '../../test/visual/baselines/index.json';
import type { BaselineIndex } from '../../test/visual/baselines.js';
import type { Way } from './state-cell.js';

const all = index as BaselineIndex;

/** Forced colours only: the others are shown alive. */
const addresses = import.meta.glob<string>('../../test/visual/baselines/*.forced-colours.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** What the visual tests accepted of a state, as a part of its tag's picture. */
export const pictureOf = (tag: string, state: string, mode: string): Way | undefined => {
  const key = `${tag}.${mode}`;
  const cell = all[key]?.find(({ name }) => name === state);
  const address = addresses[`../../test/visual/baselines/${key}.png`];
  return cell && address !== undefined
    ? { by: 'picture', address, x: cell.x, y: cell.y, figures: cell.figures }
    : undefined;
};
