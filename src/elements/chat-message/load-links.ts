import { warnOnce } from '../../core/warn-once.js';

type LinkFinder = (typeof import('../../core/links.js'))['linkPieces'];

let finder: LinkFinder | undefined;
let loading: Promise<boolean> | undefined;

/** What finds links, once it is there. */
export const linkFinder = (): LinkFinder | undefined => finder;

/**
 * Fetches what finds links, once for the whole page; says whether it is there. Never rejects: without it an address is
 * text, as it came, the console says so once, and who asks next tries again.
 */
export const loadLinks = (): Promise<boolean> =>
  (loading ??= import('../../core/links.js').then(
    ({ linkPieces }) => {
      finder = linkPieces;
      return true;
    },
    (error: unknown) => {
      loading = undefined;
      warnOnce(globalThis, `what finds links could not be loaded (${String(error)}); addresses are text.`);
      return false;
    },
  ));
