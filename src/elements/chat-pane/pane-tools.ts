import { html, render, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { warnOnce } from '../../core/warn-once.js';
import { legible } from '../../core/unseen.js';
import { chevronDownIcon } from '../icons/chevron-down.js';
import { closeIcon } from '../icons/close.js';
import { moreIcon } from '../icons/more.js';
import { isMac } from '../is-mac.js';
import { letterOf } from '../letter-of.js';
import { selectedIn } from '../selected-in.js';
import type { Conversation, Tools, ToolsAct } from '../chat-tools/tools-host.js';

const KEYS: Readonly<Record<string, ToolsAct>> = { a: 'selectAll', f: 'find' };

/** What finds, copies, prints and jumps in a pane's conversation: fetched when it is first used. */
export class PaneTools implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #now: () => Conversation;
  #loading: Promise<Tools> | undefined;
  #tools: Tools | undefined;
  #hasFailed = false;

  constructor(host: ReactiveControllerHost & HTMLElement, now: () => Conversation) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this.#onSelection);
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.#onSelection);
    this.#tools?.close();
  }

  hostUpdated(): void {
    this.#tools?.refresh();
  }

  /** The browser's own find and "select all" reach only what is painted, and beyond the conversation. */
  readonly onKey = (event: KeyboardEvent): void => {
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    if (event.defaultPrevented || this.#tools?.onKey(event) === true) return;
    const isCommand = isMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
    const act = isCommand && !altKey && !shiftKey ? KEYS[letterOf(event)] : undefined;
    // What the page put into a message selects its own text.
    const isInLog = this.#transcript?.shadowRoot?.contains(event.composedPath()[0] as Node) === true;
    // A page that wants no key to find with gets the browser's own.
    const isUnbound = act === 'find' && this.#now().stage?.keys$.value.has('find') === false;
    if (act === undefined || (act === 'selectAll' && !isInLog) || isUnbound || this.#hasFailed) return;
    event.preventDefault();
    this.#do(act);
  };

  find(): void {
    this.#do('find');
  }

  /** A copy cannot wait: what copies is there since something was selected. */
  readonly onCopy = (event: ClipboardEvent): void => this.#tools?.onCopy(event);

  renderButton(): TemplateResult {
    const label = this.#now().words.text('paneMore');
    return html`<div class="more" part="more">
      <button
        type="button"
        class="icon"
        part="more-button"
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label=${label}
        title=${label}
        @click=${() => this.#do('menu')}
      >
        ${moreIcon}
      </button>
      <div part="menu-place"></div>
    </div>`;
  }

  get #transcript(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector('chat-transcript') ?? null;
  }

  readonly #onSelection = (): void => {
    const root = this.#transcript?.shadowRoot;
    if (root && selectedIn(root)) void this.#load();
  };

  #do(act: ToolsAct): void {
    void this.#load().then((tools) => tools?.[act]());
  }

  async #load(): Promise<Tools | undefined> {
    document.removeEventListener('selectionchange', this.#onSelection);
    try {
      this.#loading ??= import('../chat-tools/open-tools.js').then(({ openTools }) =>
        openTools({
          root: this.#host.shadowRoot as ShadowRoot,
          html,
          render,
          icons: { close: closeIcon, down: chevronDownIcon },
          legible,
          now: this.#now,
        }),
      );
      this.#tools = await this.#loading;
      this.#hasFailed = false;
    } catch (error) {
      this.#loading = undefined;
      this.#hasFailed = true;
      warnOnce(
        this.#host,
        `what finds and prints could not be loaded (${String(error)}); the browser’s own find serves.`,
      );
    }
    return this.#tools;
  }
}
