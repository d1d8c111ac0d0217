/** Where a desk keeps drafts, wrap-up values and unsent messages: the methods of Web Storage that it uses, and news of others. */
export interface DeskStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /**
   * Calls `changed` after another tab changed what is under `key`; returns what ends it. Without it tabs agree only when
   * a page is loaded anew.
   */
  watch?(key: string, changed: () => void): () => void;
}
