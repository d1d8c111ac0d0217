import type { ConnectionState } from '../../core/index.js';
import { chatLauncherOf, type ChatLauncherHarness } from './chat-launcher.js';
import { chatListOf, type ChatListHarness } from './chat-list.js';
import { chatPaneOf, type ChatPaneHarness } from './chat-pane.js';
import { HarnessError, listed } from './harness-error.js';
import { dataOf, harnessFor, type Harness, type Host } from './host.js';
import { isSeen, partsBelow, wordsOf } from './shadow.js';
import { wrapUpFormOf, type WrapUpFormHarness } from './wrap-up-form.js';

/** What the adapter tells of its connection. */
export interface ShownConnection {
  /** `online` where it tells nothing. */
  readonly state: ConnectionState;
  /** In the page's language; empty where it tells nothing. */
  readonly text: string;
}

/** A message that its chat's end overtook. */
export interface ShownUnsent {
  readonly messageId: string;
  readonly text: string;
}

/** Reads and works a `<chat-adapter>`, and gives the harnesses of what is inside it. */
export interface ChatAdapterHarness extends Harness {
  readonly launcher: ChatLauncherHarness;
  readonly list: ChatListHarness;
  readonly pane: ChatPaneHarness;
  /** The closing form: there while the selected chat is to be wrapped up. */
  readonly wrapUp: WrapUpFormHarness;
  /** Whether its panel can be seen. */
  isOpen(): Promise<boolean>;
  /** Opens it by its launcher, unless it is open. */
  open(): Promise<void>;
  /** Closes it by its launcher, unless it is closed. */
  close(): Promise<void>;
  connection(): Promise<ShownConnection>;
  /** What it tells in passing, in the page's language, oldest first. */
  notices(): Promise<readonly string[]>;
  /** Dismisses one of them, by its place. Rejects if it is not there. */
  dismissNotice(place?: number): Promise<void>;
  /** The messages that their chats' ends overtook. */
  unsent(): Promise<readonly ShownUnsent[]>;
  /** Gives one of them up. Rejects if it is not there. */
  discardUnsent(messageId: string): Promise<void>;
}

export const chatAdapterOf = (host: Host): ChatAdapterHarness => {
  const launcher = chatLauncherOf(host.inner('chat-launcher'));
  const isOpen = async (): Promise<boolean> => isSeen(await host.part('panel'));
  const readUnsent = async (row: HTMLElement): Promise<ShownUnsent> => {
    const [text] = await partsBelow(row, 'unsent-text');
    return { messageId: dataOf(row, 'id') ?? '', text: (text as HTMLTextAreaElement | undefined)?.value ?? '' };
  };
  return {
    ...host.harness,
    launcher,
    list: chatListOf(host.inner('chat-list')),
    pane: chatPaneOf(host.inner('chat-pane')),
    wrapUp: wrapUpFormOf(host.inner('wrap-up-form')),
    isOpen,
    async open() {
      if (!(await isOpen())) await launcher.open();
    },
    async close() {
      if (await isOpen()) await launcher.close();
    },
    async connection() {
      const [line] = await host.parts('connection');
      if (line === undefined) return { state: 'online', text: (await host.words('connected')) ?? '' };
      return { state: (dataOf(line, 'state') ?? 'offline') as ConnectionState, text: wordsOf(line) };
    },
    notices: async () => (await host.parts('notice')).map(wordsOf),
    async dismissNotice(place = 0) {
      const buttons = await host.parts('dismiss-button');
      const button = buttons[place];
      if (button === undefined)
        throw new HarnessError(`There is no notice ${place} in <chat-adapter>; there are ${buttons.length}, from 0.`);
      await host.click(button);
    },
    unsent: async () => Promise.all((await host.parts('unsent')).map(readUnsent)),
    async discardUnsent(messageId) {
      const rows = await host.parts('unsent');
      const row = rows.find((one) => dataOf(one, 'id') === messageId);
      const [button] = row === undefined ? [] : await partsBelow(row, 'unsent-discard-button');
      if (button !== undefined) return host.click(button);
      const ids = listed(rows.map((one) => dataOf(one, 'id') ?? '?'));
      throw new HarnessError(`There is no unsent message "${messageId}" in <chat-adapter>; ${ids}.`);
    },
  };
};

/** The harness of a `<chat-adapter>`. */
export const chatAdapterHarness = harnessFor('chat-adapter', chatAdapterOf);
