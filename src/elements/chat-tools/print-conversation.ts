import { css } from 'lit';
import type { Message } from '../../core/index.js';
import { nextTask } from '../../core/next-task.js';
import type { Translator } from '../../i18n/translator.js';
import { createDayOf, createDays, writeMessage } from './conversation-text.js';

const paper = css`
  /* On the screen nobody sees it, so that it costs no layout. */
  @media screen {
    body {
      display: none;
    }
  }

  @page {
    margin: 15mm;
  }

  body {
    margin: 0;
    color: #000;
    font:
      10pt / 1.4 system-ui,
      sans-serif;
    overflow-wrap: anywhere;
  }

  h1,
  h2,
  p {
    margin: 0;
    font-size: inherit;
  }

  h1 {
    font-size: 14pt;
  }

  h2 {
    margin-block: 5mm 2mm;
    border-block-end: 0.3pt solid;
    break-after: avoid;
  }

  .message {
    margin-block-end: 2.5mm;
  }

  .line {
    font-size: 8.5pt;
    font-weight: 600;
    break-after: avoid;
  }

  .text {
    white-space: pre-wrap;
  }
`;

/** How long it writes at a stretch, in milliseconds: half a frame. */
const SLICE = 8;

export interface Printed {
  readonly messages: readonly Message[];
  readonly words: Translator;
  /** Whom the conversation is with, as far as that may be shown. */
  readonly endUser: string;
  /** Where from: channel and queue. */
  readonly details: string;
  readonly direction: string;
  readonly legible: (text: string) => string;
}

/** An empty document of its own, unseen, in `place`. */
const openFrame = async (place: Element, title: string): Promise<HTMLIFrameElement> => {
  const frame = document.createElement('iframe');
  frame.className = 'paper';
  frame.title = title;
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  // Firefox puts another empty document in place of the first one, and tells it by this.
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    place.append(frame);
  });
  return frame;
};

/**
 * Prints a conversation, all of it, as text: into a document of its own, which goes away when it is printed. Returns that,
 * for whoever prints again before.
 */
export const printConversation = async (
  place: Element,
  { messages, words, endUser, details, direction, legible }: Printed,
): Promise<HTMLIFrameElement> => {
  const first = messages[0]?.time ?? NaN;
  const title = [endUser, createDayOf(words)(first)].filter(Boolean).join(words.text('nameSeparator'));
  const frame = await openFrame(place, title);
  const page = frame.contentWindow as Window & typeof globalThis;
  const paperDocument = page.document;
  const { body, documentElement } = paperDocument;
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(paper.cssText);
  paperDocument.adoptedStyleSheets = [sheet];
  paperDocument.title = title;
  documentElement.lang = words.locale;
  documentElement.dir = direction;

  const write = (parent: Node, tag: string, text: string, look = ''): void => {
    const element = paperDocument.createElement(tag);
    if (look !== '') element.className = look;
    // A name or a text reads in its own direction.
    element.dir = 'auto';
    element.textContent = legible(text);
    parent.appendChild(element);
  };
  const all = paperDocument.createDocumentFragment();
  write(all, 'h1', endUser);
  write(all, 'p', details);
  const dayAt = createDays(words);
  const separator = words.text('detailSeparator');
  let until = performance.now() + SLICE;
  for (const message of [...messages]) {
    const { who, time, text, remarks } = writeMessage(message, words, endUser);
    const day = dayAt(message);
    if (day !== '') write(all, 'h2', day);
    const row = paperDocument.createElement('div');
    row.className = 'message';
    write(row, 'p', [who, time, ...remarks].filter(Boolean).join(separator), 'line');
    write(row, 'p', text, 'text');
    all.append(row);
    if (performance.now() < until) continue;
    await nextTask();
    until = performance.now() + SLICE;
  }
  body.append(all);
  // The pane may have gone meanwhile, and the frame with it.
  if (frame.isConnected) {
    page.addEventListener('afterprint', () => frame.remove());
    page.print();
  }
  return frame;
};
