import { host } from './host.js';

/** How many different messages stand in a text, by their marks. */
const messagesIn = (text: string): number => new Set(text.match(/\[chat-1\/\d+\]/g)).size;

const pane = (): ShadowRoot => {
  const root = host().querySelector('chat-pane')?.shadowRoot;
  if (root == null) throw new Error('There is no pane.');
  return root;
};

/** Settles with how many messages the next copy puts on the clipboard. */
const copied = (): Promise<number> =>
  new Promise((resolve) => {
    const onCopy = ({ clipboardData }: ClipboardEvent): void =>
      resolve(messagesIn(clipboardData?.getData('text/plain') ?? ''));
    addEventListener('copy', onCopy, { once: true });
  });

/** Settles with how many messages are on the paper that the browser is next asked to print. */
const printed = (): Promise<number> =>
  new Promise((resolve) => {
    const look = (): void => {
      const paper = pane().querySelector('iframe')?.contentWindow;
      if (paper == null) return void setTimeout(look, 5);
      paper.print = () => resolve(messagesIn(paper.document.body.textContent));
    };
    look();
  });

const waits = { copied, printed };
const waiting = new Map<keyof typeof waits, Promise<number>>();

/** Begins to wait for a copy or a print, which comes later. */
export const expect = (what: keyof typeof waits): void => void waiting.set(what, waits[what]());

/** What came. */
export const came = (what: keyof typeof waits): Promise<number> => waiting.get(what) ?? Promise.resolve(0);
