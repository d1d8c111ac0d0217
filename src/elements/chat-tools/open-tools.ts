import { quietKeys } from '../../controllers/quiet-keys.js';
import type { KeyAction, Message } from '../../core/index.js';
import { focused } from '../focused.js';
import { selectedIn } from '../selected-in.js';
import { closeButton } from './close-button.js';
import type { Bar } from './bar.js';
import { toolsStyles, transcriptToolsStyles } from './chat-tools.styles.js';
import { writeConversation } from './conversation-text.js';
import { copyText } from './copy-text.js';
import { createDateBar } from './date-bar.js';
import { createFindBar } from './find-bar.js';
import { createMoreMenu, type MenuItem } from './more-menu.js';
import { printConversation } from './print-conversation.js';
import { logOf } from './rendered-rows.js';
import { allIn, isSameSelection, selectedText, type Selected } from './selected-text.js';
import type { Tools, ToolsHost, TranscriptElement } from './tools-host.js';
import { messagesOf, wholeOf } from './whole.js';

const adopt = (root: ShadowRoot, sheet: CSSStyleSheet | undefined): void => {
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
};

export { openKeySheet } from './key-sheet.js';

/** Makes the tools of one pane. */
export const openTools = (host: ToolsHost): Tools => {
  const { html, icons, legible, now, render, root } = host;
  let bar: { readonly is: Bar; readonly name: string; readonly chatId: string | undefined } | undefined;
  let place: HTMLElement | undefined;
  let focusBefore: HTMLElement | null = null;
  let frame: HTMLIFrameElement | undefined;
  /** What the browser made of "all": Chrome before 137 takes the rows that are rendered in its place. */
  let all: Selected | undefined;

  const transcriptNow = (): TranscriptElement | null => root.querySelector('chat-transcript');
  const nameNow = (): string => {
    const { chat, words } = now();
    return words.name(chat?.naming ?? { by: 'nothing' });
  };

  const paint = (): void => {
    if (place !== undefined) render(bar?.is.render() ?? html``, place);
  };

  const onBarKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) leave();
    else if (!onKey(event)) return quietKeys(event);
    event.preventDefault();
    event.stopPropagation();
  };

  /** Where bars stand; another element once the pane has shown no chat. */
  const findPlace = (): void => {
    const found = root.querySelector<HTMLElement>('.tools') ?? undefined;
    if (found === place) return;
    place = found;
    place?.addEventListener('keydown', onBarKey);
    place?.addEventListener('keypress', quietKeys);
    place?.addEventListener('keyup', quietKeys);
  };

  const close = (): void => {
    bar?.is.close?.();
    bar = undefined;
    paint();
  };

  /** Closes the bar; the focus goes back to where it was. */
  const leave = (): void => {
    close();
    const log = logOf(transcriptNow()?.shadowRoot ?? root);
    (focusBefore?.isConnected === true ? focusBefore : log)?.focus({ preventScroll: true });
    focusBefore = null;
  };

  const show = (name: string, make: (transcript: TranscriptElement) => Bar): void => {
    const transcript = transcriptNow();
    if (transcript?.shadowRoot == null) return;
    findPlace();
    adopt(root, toolsStyles.styleSheet);
    adopt(transcript.shadowRoot, transcriptToolsStyles.styleSheet);
    const active = focused();
    if (place?.contains(active) !== true) focusBefore = active;
    if (bar?.name !== name) {
      close();
      bar = { is: make(transcript), name, chatId: now().chat?.id };
    }
    paint();
    const field = place?.querySelector('input');
    field?.focus();
    if (field?.type === 'search') field.select();
  };

  const find = (): void => show('find', (transcript) => createFindBar(host, transcript, { paint, close: leave }));

  const goToDate = (): void =>
    show('date', (transcript) => createDateBar(host, transcript, { paint, close: leave, leave: close, wholeNow }));

  /** Tells in a bar what was done. */
  const say = (text: string): void =>
    show('said', () => ({
      onKey({ key }) {
        if (key === 'Escape') leave();
        return key === 'Escape';
      },
      render: () =>
        html`<div class="bar" part="done-bar">
          <p part="done-text" role="status">${text}</p>
          ${closeButton({ html, icons }, 'done-close-button', now().words.text('saidClose'), leave)}
        </div>`,
    }));

  /** All messages; `undefined` where some could not be read, which the agent is told. */
  const wholeNow = (): Promise<readonly Message[] | undefined> =>
    wholeOf(now()).catch(() => void say(now().words.text('wholeFailed')));

  const copyAll = async (): Promise<void> => {
    const whole = wholeOf(now());
    const { words } = now();
    const isCopied = await copyText(
      whole.then((messages) => writeConversation(messages, words, nameNow(), { withDays: true })),
    ).catch(() => false);
    const messages = await wholeNow();
    if (messages !== undefined)
      say(isCopied ? words.text('copied', { count: messages.length }) : words.text('copyFailed'));
  };

  const print = async (): Promise<void> => {
    const messages = await wholeNow();
    const { chat, words } = now();
    if (messages === undefined) return;
    frame?.remove();
    adopt(root, toolsStyles.styleSheet);
    frame = await printConversation(root.querySelector('section') ?? root.host, {
      messages,
      words,
      endUser: nameNow(),
      details: [chat && words.channelTitle(chat.channel), chat?.queue]
        .filter(Boolean)
        .join(words.text('detailSeparator')),
      direction: getComputedStyle(root.host).direction,
      legible,
    }).catch(() => {
      // A sandboxed frame may not write into a document inside it.
      root.querySelector('.paper')?.remove();
      return void say(words.text('printFailed'));
    });
  };

  const selectAll = async (): Promise<void> => {
    const log = logOf(transcriptNow()?.shadowRoot ?? root);
    await wholeNow();
    // Around all rows: those that come while the reader scrolls are selected as well.
    if (log) getSelection()?.setBaseAndExtent(log, 0, log, log.childNodes.length);
    const inner = log?.getRootNode();
    const selected = inner instanceof ShadowRoot ? selectedIn(inner) : undefined;
    // A range of the selection's own would change with it.
    all = selected && new StaticRange(selected);
  };

  const goToUnread = (): void => {
    const { chat } = now();
    if (chat?.unreadFrom !== undefined) transcriptNow()?.scrollToMessage(chat.unreadFrom, { focus: true });
  };

  const keyOf = (action: KeyAction): string => now().stage?.keys$.value.get(action) ?? '';
  const items = (): readonly MenuItem[] => [
    { key: 'menuFind', part: 'find-item', shortcut: `Control+F Meta+F ${keyOf('find')}`.trim(), run: find },
    { key: 'menuDate', part: 'date-item', run: goToDate },
    ...(now().chat?.unreadFrom === undefined
      ? []
      : [{ key: 'menuUnread', part: 'unread-item', run: goToUnread } as const]),
    { key: 'menuCopy', part: 'copy-item', run: () => void copyAll() },
    { key: 'menuPrint', part: 'print-item', run: () => void print() },
    ...(now().stage === undefined
      ? []
      : [
          { key: 'menuKeys', part: 'keys-item', shortcut: keyOf('help'), run: () => now().stage?.act('help') } as const,
        ]),
  ];
  const menu = createMoreMenu(host, items);

  const onKey = (event: KeyboardEvent): boolean => {
    if (bar?.is.onKey?.(event) !== true) return false;
    event.preventDefault();
    return true;
  };

  return {
    find,
    menu() {
      adopt(root, toolsStyles.styleSheet);
      menu.toggle();
    },
    selectAll: () => void selectAll(),
    onKey,
    onCopy(event) {
      const inner = transcriptNow()?.shadowRoot;
      const range = inner ? selectedIn(inner) : undefined;
      if (!inner || !range || event.composedPath()[0] instanceof HTMLTextAreaElement) return;
      const log = all && isSameSelection(range, all) ? logOf(inner) : null;
      const text = selectedText(inner, log ? allIn(log) : range, messagesOf(now()), now().words, nameNow());
      if (text === undefined) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    },
    refresh() {
      // A bar belongs to its conversation.
      const isGone = bar !== undefined && (bar.chatId !== now().chat?.id || place?.isConnected !== true);
      findPlace();
      if (isGone) close();
      bar?.is.refresh?.();
      paint();
    },
    close() {
      close();
      menu.close();
      frame?.remove();
    },
  };
};
