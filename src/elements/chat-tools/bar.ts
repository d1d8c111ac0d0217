import type { TemplateResult } from 'lit';

/** What stands above the conversation while it is used; one at a time. */
export interface Bar {
  render(): TemplateResult;
  /** The conversation may have changed. */
  refresh?(): void;
  /** Takes a key that was pressed anywhere in the pane; says whether it did. */
  onKey?(event: KeyboardEvent): boolean;
  /** Gives back what it took of the page. */
  close?(): void;
}
