import { provideDefaults } from '../elements/chat-provider/defaults.js';
import { createPageStorage } from '../platform/page-storage.js';

/** Gives providers the page's storage, for desks of their own. */
export const provideStorage = (): void => provideDefaults({ storage: createPageStorage() });
