import type { Message } from '../../src/core/index.js';

/** The end user of every conversation here. */
export const CUSTOMER = 'Ana Silva';

const styles = `
  .hand-pane { display: flex; flex-direction: column; block-size: 100%; font: 14px/1.4 sans-serif; background: #fff; }
  .hand-pane header { display: flex; gap: 8px; align-items: center; padding: 8px 12px; border-bottom: 1px solid #ccc; }
  .hand-pane h2 { flex: 1; margin: 0; font-size: 15px; }
  .hand-pane .scroller { position: relative; flex: 1; min-block-size: 0; overflow: hidden auto; overflow-anchor: none; }
  .hand-pane .rows { padding: 0 12px; }
  .hand-pane .row { display: flex; flex-direction: column; align-items: flex-start; padding-block: 3px; }
  .hand-pane .out { align-items: flex-end; }
  .hand-pane .bubble { max-inline-size: 78%; padding: 7px 11px; border-radius: 12px; background: #eef0f3; overflow-wrap: anywhere; white-space: pre-wrap; }
  .hand-pane .out .bubble { background: #d7e8ff; }
  .hand-pane .line { color: #666; font-size: 11px; }
  .hand-pane footer { display: flex; gap: 8px; padding: 8px; border-top: 1px solid #ccc; }
  .hand-pane textarea { flex: 1; font: inherit; resize: none; }
`;

const paneTemplate = document.createElement('template');
paneTemplate.innerHTML = `<section class="hand-pane" aria-labelledby="hand-name">
  <header><h2 id="hand-name"></h2><button type="button">End chat</button></header>
  <div class="scroller" role="log" tabindex="0" aria-label="Conversation"><div class="rows"></div></div>
  <footer><textarea rows="1" aria-label="Message…"></textarea><button type="button">Send</button></footer>
</section>`;

const rowTemplate = document.createElement('template');
rowTemplate.innerHTML = '<div class="row"><div class="bubble"> </div><div class="line"> </div></div>';

const times = new Intl.DateTimeFormat('en', { timeStyle: 'short' });
const states = { sending: 'Sending…', sent: 'Sent', 'handed-over': 'Handed over', failed: 'Not sent' };

/** Who wrote it, when, and what became of it: what a row of the adapter says too. */
const lineOf = ({ author, time, delivery }: Message): string => {
  const line = `${author === 'end-user' ? CUSTOMER : 'You'} · ${times.format(time)}`;
  return delivery === undefined ? line : `${line} · ${states[delivery]}`;
};

/** One row: three elements and two texts, cloned and filled in. */
export const rowOf = (message: Message): HTMLElement => {
  const row = rowTemplate.content.firstElementChild?.cloneNode(true) as HTMLElement;
  if (message.author !== 'end-user') row.className = 'row out';
  const [bubble, line] = row.children;
  (bubble?.firstChild as Text).data = message.text;
  (line?.firstChild as Text).data = lineOf(message);
  return row;
};

/** The frame around the rows: who it is with, the log, where to write. */
export interface HandPane {
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  readonly rows: HTMLElement;
}

let sheet: CSSStyleSheet | undefined;

export const createHandPane = (): HandPane => {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
  }
  const element = paneTemplate.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const [header, scroller] = element.children as unknown as [HTMLElement, HTMLElement];
  (header.firstElementChild as HTMLElement).textContent = CUSTOMER;
  return { element, scroller, rows: scroller.firstElementChild as HTMLElement };
};
