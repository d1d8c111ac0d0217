import type { ReactiveControllerHost } from 'lit';
import { withSummary, type Summary } from '../../core/index.js';

/** Makes a summary for a form that is used without a desk. */
export type Summarize = () => Promise<string | Summary>;

/** What there is of a summary that the page itself makes. */
export class OwnSummary {
  readonly #host: ReactiveControllerHost;
  #status: 'idle' | 'pending' | 'failed' = 'idle';
  /** What was appended to the notes. */
  #inserted = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get status(): 'idle' | 'pending' | 'failed' {
    return this.#status;
  }

  /** Whether the summary is still in the notes as it was put there. */
  canUndo(notes: string): boolean {
    return this.#inserted !== '' && notes.includes(this.#inserted);
  }

  /** Appends a summary to the notes as they are when it comes. Does nothing while one is under way. */
  async insert(summarize: Summarize, notes: () => string, write: (notes: string) => void): Promise<void> {
    if (this.#status === 'pending') return;
    this.#become('pending');
    try {
      const made = await summarize();
      const text = typeof made === 'string' ? made : made.text;
      const before = notes();
      const after = withSummary(before, text);
      this.#inserted = after.slice(after.startsWith(before.trimEnd()) ? before.trimEnd().length : 0);
      write(after);
      this.#become('idle');
    } catch {
      this.#become('failed');
    }
  }

  /** The notes without the summary. */
  undone(notes: string): string {
    const at = this.#inserted === '' ? -1 : notes.lastIndexOf(this.#inserted);
    const rest = at < 0 ? notes : notes.slice(0, at) + notes.slice(at + this.#inserted.length);
    this.forget();
    return rest;
  }

  /** Another chat is shown: what was inserted before is not of this one. */
  forget(): void {
    this.#inserted = '';
    this.#become('idle');
  }

  #become(status: 'idle' | 'pending' | 'failed'): void {
    this.#status = status;
    this.#host.requestUpdate();
  }
}
