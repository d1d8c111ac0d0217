import type { html, render, TemplateResult } from 'lit';
import type { Stage } from '../../context/stage-context.js';
import type { Message } from '../../core/index.js';
import type { ChatDesk, ChatView } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';

/** The conversation that a pane shows now. */
export interface Conversation {
  readonly chat: ChatView | undefined;
  readonly desk: ChatDesk | undefined;
  /** The host's own messages, in place of the desk's. */
  readonly messages: readonly Message[] | undefined;
  readonly words: Translator;
  /** Of the nearest provider: it has the keys. */
  readonly stage: Stage | undefined;
}

/** What the tools need of the transcript beside its shadow root. */
export interface TranscriptElement extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
  scrollToMessage(id: string, options?: { focus?: boolean }): boolean;
}

/**
 * What the pane hands to the tools. They are a file of their own on a CDN: a Lit of their own would ask for a Trusted Types
 * policy that is there already, so they use the pane's.
 */
export interface ToolsHost {
  readonly root: ShadowRoot;
  readonly html: typeof html;
  readonly render: typeof render;
  readonly icons: { readonly close: TemplateResult; readonly down: TemplateResult };
  /** A text for paper, on which nothing is drawn beside it. */
  readonly legible: (text: string) => string;
  readonly now: () => Conversation;
}

/** What can be asked for by key or button. */
export type ToolsAct = 'find' | 'menu' | 'selectAll';

/** The tools of one pane. */
export interface Tools extends Record<ToolsAct, () => void> {
  /** Whether the key was theirs. */
  onKey(event: KeyboardEvent): boolean;
  onCopy(event: ClipboardEvent): void;
  /** The pane was painted: another chat, other words, other messages. */
  refresh(): void;
  /** Closes whatever is open. */
  close(): void;
}
