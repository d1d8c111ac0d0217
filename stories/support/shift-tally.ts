import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { ChatDesk, LogEntry } from '../../src/desk/index.js';

/** How many lines of the log are shown. */
const LINES = 9;

const counted = [
  ['Asked', ({ type }: LogEntry) => type === 'chat-requested'],
  ['Answered', ({ type }: LogEntry) => type === 'chat-accepted'],
  ['Messages', ({ type }: LogEntry) => type === 'chat-message-added'],
  ['Target missed', (entry: LogEntry) => entry.type === 'response-urgency-change' && entry.detail.urgency === 'missed'],
  ['Done', ({ type }: LogEntry) => type === 'wrap-up-done'],
] as const;

/** What a desk has been through, by its log: counts, and the newest lines. */
export class ShiftTally extends LitElement {
  static override properties = { desk: { attribute: false }, begin: { type: Number } };
  static override styles = css`
    :host {
      display: block;
      color: CanvasText;
      font:
        13px/1.5 system-ui,
        sans-serif;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(90px, 1fr));
      gap: 8px;
      margin: 0 0 12px;
    }
    dt {
      color: color-mix(in srgb, CanvasText 75%, Canvas);
    }
    dd {
      margin: 0;
      font-size: 22px;
      font-variant-numeric: tabular-nums;
    }
    ol {
      min-block-size: ${LINES * 20}px;
      margin: 0;
      padding: 0;
      list-style: none;
      font:
        12px/20px ui-monospace,
        monospace;
    }
  `;

  declare desk: ChatDesk;
  /** When the shift began, in epoch milliseconds. */
  declare begin: number;

  #log: LogEntry[] = [];
  #stop = (): void => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('desk')) return;
    this.#stop();
    this.#log = [];
    const following = this.desk.log$.subscribe((entry) => {
      this.#log.push(entry);
      this.requestUpdate();
    });
    this.#stop = () => following.unsubscribe();
  }

  #line({ time, type, by }: LogEntry): TemplateResult {
    const seconds = Math.max(0, Math.floor((time - this.begin) / 1000));
    const at = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    return html`<li>${at} ${type} (${by})</li>`;
  }

  override render(): TemplateResult {
    return html`<dl>
        ${counted.map(
          ([name, counts]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${this.#log.filter(counts).length}</dd>
            </div>`,
        )}
      </dl>
      <ol dir="ltr">
        ${this.#log
          .slice(-LINES)
          .reverse()
          .map((entry) => this.#line(entry))}
      </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shift-tally': ShiftTally;
  }
}
