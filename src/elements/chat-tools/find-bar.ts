import { nextTask } from '../../core/next-task.js';
import { isSendable } from '../../core/message.js';
import { letterOf } from '../letter-of.js';
import { closeButton } from './close-button.js';
import { createMarks } from './marks.js';
import { lastRowInView, listOf, logOf } from './rendered-rows.js';
import { createSearch } from './search.js';
import type { Bar } from './bar.js';
import type { ToolsHost, TranscriptElement } from './tools-host.js';
import { messagesOf, wholeOf } from './whole.js';

const NEXT = 1;
const PREVIOUS = -1;

/** Brings a place in a message that is taller than the log into view. */
const bringIntoView = (log: HTMLElement | null, range: Range | undefined): void => {
  if (log === null || range === undefined) return;
  const box = log.getBoundingClientRect();
  const { top, bottom } = range.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) log.scrollTop += (top + bottom - box.top - box.bottom) / 2;
};

/** The bar that finds in the conversation: "3 of 17", next, previous, over the whole history. */
export const createFindBar = (
  { html, icons, now }: ToolsHost,
  transcript: TranscriptElement,
  { paint, close }: { paint: () => void; close: () => void },
): Bar => {
  const root = transcript.shadowRoot as ShadowRoot;
  const marks = createMarks();
  /** From where it is looked: what is read when the bar opens, then where next and previous led. */
  let from = lastRowInView(root);
  let shown: string | undefined;

  const mark = (): Range | undefined => marks.show(root, search.wanted, search.current);

  const follow = async (): Promise<void> => {
    const { current } = search;
    const key = current && `${current.messageId} ${current.nth} ${search.wanted}`;
    if (current === undefined || key === shown) return void mark();
    shown = key;
    transcript.scrollToMessage(current.messageId);
    await transcript.updateComplete;
    if (search.current === current) bringIntoView(logOf(root), mark());
  };

  const search = createSearch({
    messages: () => messagesOf(now()),
    now: () => performance.now(),
    pause: nextTask,
    changed: () => {
      paint();
      void follow();
    },
  });

  const step = (by: typeof NEXT | typeof PREVIOUS): void => {
    search.step(by);
    from = search.current?.messageId ?? from;
  };

  const refresh = (): void => search.refresh();
  // Rows come and go as the log scrolls; marking them changes no child.
  const rows = new MutationObserver(() => void mark());
  const list = listOf(root);
  if (list) rows.observe(list, { childList: true, characterData: true, subtree: true });
  const { chat, desk } = now();
  const arrivals = chat && desk?.chat(chat.id).messages$.subscribe(refresh);
  // What cannot be read back, the transcript tells.
  void wholeOf(now()).then(refresh, refresh);

  const onInput = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    shown = undefined;
    search.start(isSendable(value) ? value : '', from);
  };

  const onFieldKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    step(event.shiftKey ? PREVIOUS : NEXT);
  };

  return {
    render() {
      const { words } = now();
      const { total, position, wanted, isRunning } = search;
      const label = words.text('findField');
      const count =
        wanted === ''
          ? ''
          : total > 0
            ? words.text('findCount', { position, total })
            : isRunning
              ? '…'
              : words.text('findNone');
      const button = (key: 'findPrevious' | 'findNext', look: string, part: string, by: 1 | -1) =>
        html`<button
          type="button"
          class="icon ${look}"
          part=${part}
          aria-label=${words.text(key)}
          title=${words.text(key)}
          aria-disabled=${total === 0 ? 'true' : 'false'}
          @click=${() => step(by)}
        >
          ${icons.down}
        </button>`;
      return html`<div class="bar" part="find-bar" role="search" aria-label=${label}>
        <input
          type="search"
          part="find-field"
          dir="auto"
          enterkeyhint="search"
          autocomplete="off"
          spellcheck="false"
          aria-label=${label}
          placeholder=${label}
          @input=${onInput}
          @keydown=${onFieldKey}
        />
        <span class="count" part="find-count" aria-hidden="true">${count}</span>
        <span class="spoken" role="status">${isRunning ? '' : count}</span>
        ${button('findPrevious', 'up', 'find-previous-button', PREVIOUS)}
        ${button('findNext', 'down', 'find-next-button', NEXT)}
        ${closeButton({ html, icons }, 'find-close-button', words.text('findClose'), close)}
      </div>`;
    },
    refresh,
    onKey(event) {
      const { key, shiftKey, ctrlKey, metaKey } = event;
      const isAgain = key === 'F3' || (letterOf(event) === 'g' && (ctrlKey || metaKey));
      if (isAgain) step(shiftKey ? PREVIOUS : NEXT);
      return isAgain;
    },
    close() {
      search.stop();
      rows.disconnect();
      arrivals?.unsubscribe();
      marks.clear(root);
    },
  };
};
