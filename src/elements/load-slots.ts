import { warnOnce } from '../core/warn-once.js';

type Slots = typeof import('./chat-slots/open-slots.js');

let loading: Promise<Slots> | undefined;

/** Fetches what places a page's own content, once for the whole page. A failure is told, and the next call tries again. */
export const loadSlots = (owner: object): Promise<Slots | undefined> =>
  (loading ??= import('./chat-slots/open-slots.js')).catch((error: unknown) => {
    loading = undefined;
    warnOnce(owner, `what places the page’s own content could not be loaded (${String(error)}).`);
    return undefined;
  });
