// What a page fetches, in bytes by gzip.
import { bytesOfParts, bytesOfWhole } from '../build.js';
import { middle } from '../figures.js';
import type { Work } from './work.js';

export const size: Work = {
  name: 'size',
  rounds: () => 1,
  entrants: [{ name: 'ours' }],
  sample: async () => ({ whole: bytesOfWhole(), parts: bytesOfParts() }),
  figures: (samples) => ({ whole: middle(samples, 'ours', 'whole'), parts: middle(samples, 'ours', 'parts') }),
};
