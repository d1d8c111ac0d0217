/** Where a desk keeps drafts and wrap-up values: the three methods of Web Storage that it uses. */
export interface DeskStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
