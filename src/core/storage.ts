/** Where a desk keeps drafts, wrap-up values, unsent messages and what is too much for memory: the methods of Web Storage that it uses, and news of others. */
export interface DeskStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /**
   * Calls `changed` after another tab changed what is under `key`; returns what ends it. Without it tabs agree only when
   * a page is loaded anew.
   */
  watch?(key: string, changed: () => void): () => void;
  /** Opens the room for the older part of long conversations, at the first need. Without it all of them stay in memory. */
  pages?(): Promise<DeskPages>;
}

/** Where a desk puts what is too much for memory: structured data under keys. Each promise rejects where it did not work. */
export interface DeskPages {
  /** What is under `key`; `undefined` where there is nothing. */
  get(key: string): Promise<unknown>;
  /** Resolves once it is safe there. */
  set(key: string, value: unknown): Promise<void>;
  /** Removes everything whose key begins with `start`. */
  remove(start: string): Promise<void>;
}
