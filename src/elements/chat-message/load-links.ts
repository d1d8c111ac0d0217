type LinkFinder = (typeof import('../../core/links.js'))['linkPieces'];

let finder: LinkFinder | undefined;
let loading: Promise<void> | undefined;

/** What finds links, once it is there. */
export const linkFinder = (): LinkFinder | undefined => finder;

/** Fetches what finds links, once for the whole page. Never rejects: without it an address is text, as it came. */
export const loadLinks = (): Promise<void> =>
  (loading ??= import('../../core/links.js').then(
    ({ linkPieces }) => void (finder = linkPieces),
    () => void (loading = undefined),
  ));
