import { writeFileSync } from 'node:fs';
import { atTop } from './at-top.mjs';
import { countSessions } from './counts.mjs';

/**
 * A Web Test Runner reporter that writes its counts as JSON to a file, over all test files and browsers.
 * @param {string} path
 * @returns {import('@web/test-runner').Reporter}
 */
export const countsReporter = (path) => ({
  stop({ sessions }) {
    writeFileSync(path, JSON.stringify(countSessions([...sessions], atTop())));
  },
});
