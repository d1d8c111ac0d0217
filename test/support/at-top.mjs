import { fileURLToPath } from 'node:url';

/**
 * The absolute path of a file or folder named from the top of the repository; of the top itself without a name.
 * @param {string} [path]
 */
export const atTop = (path = '') => fileURLToPath(new URL(`../../${path}`, import.meta.url)).replace(/[\\/]$/, '');
