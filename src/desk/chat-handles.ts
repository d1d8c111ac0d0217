import type { ChatConnector, Message } from '../core/index.js';
import type { ChatHandle, ChatView } from './chat-desk.js';
import type { Chat, DeskState } from './desk-state.js';
import { createEmitter, type Emitter } from './emitter.js';
import { select } from './select.js';
import { shareList } from './share.js';
import type { TranscriptView } from './transcript.js';
import type { ValueStream } from './value-stream.js';
import { factsOf, noFacts, type ChatFacts } from './views.js';

/** What the outside reads of the state: views and the streams of single chats. */
export interface ChatHandles {
  /** The views of all chats in order; the same list while none changed. */
  views(): readonly ChatView[];
  requests(): readonly ChatView[];
  /** The facts of one chat now. */
  facts(chatId: string): ChatFacts;
  handle(chatId: string): ChatHandle;
  /** Tells the chats' streams what a transition changed; those of a chat that left complete. */
  tell(before: DeskState, after: DeskState): void;
  complete(): void;
}

interface Cached {
  readonly chat: Chat | undefined;
  readonly layers: DeskState['layers'];
  readonly selected: boolean;
  readonly facts: ChatFacts;
}

interface Open {
  readonly handle: ChatHandle;
  readonly changed: Emitter<void>;
  /** The chat has left: keeps what was told last; only the view is gone. */
  close(last: ChatFacts): void;
}

const NO_MESSAGES: TranscriptView = { items: [], version: 0 };

export const createChatHandles = (
  read: () => DeskState,
  transcript: (chatId: string) => TranscriptView | undefined,
  connector: ChatConnector,
): ChatHandles => {
  const cache = new Map<string, Cached>();
  const open = new Map<string, Open>();
  let views: readonly ChatView[] = [];
  let requests: readonly ChatView[] = [];
  let viewsOf: DeskState | undefined;
  let completed = false;

  const facts = (chatId: string): ChatFacts => {
    const state = read();
    const { layers } = state;
    const chat = state.chats.get(chatId);
    const selected = state.selected === chatId;
    const known = cache.get(chatId);
    if (known?.chat === chat && known?.layers === layers && known.selected === selected) return known.facts;
    const now = chat === undefined ? noFacts(state, known?.facts) : factsOf(state, chat, connector, known?.facts);
    // Only chats that are here, or that somebody listens for, are remembered.
    if (chat !== undefined || open.has(chatId)) cache.set(chatId, { chat, layers, selected, facts: now });
    return now;
  };

  const refreshed = (): void => {
    const state = read();
    if (viewsOf === state) return;
    viewsOf = state;
    views = shareList(
      views,
      state.order.flatMap((id) => facts(id).view ?? []),
    );
    requests = shareList(
      requests,
      views.filter((view) => view.state === 'waiting'),
    );
  };

  const openHandle = (id: string): Open => {
    const changed = createEmitter<void>();
    let last: ChatFacts | undefined;
    let conversation: TranscriptView = NO_MESSAGES;
    const now = (): ChatFacts => last ?? facts(id);
    const messages = (): TranscriptView =>
      (conversation = (last === undefined ? transcript(id) : undefined) ?? conversation);
    const stream = <K extends keyof ChatFacts>(part: K): ValueStream<ChatFacts[K]> =>
      select(changed.stream, () => now()[part]);
    const handle: ChatHandle = {
      id,
      view$: stream('view'),
      messages$: select<readonly Message[]>(
        changed.stream,
        () => messages().items,
        () => messages().version,
      ),
      typing$: stream('typing'),
      wait$: stream('wait'),
      urgency$: stream('urgency'),
      policy$: stream('policy'),
      draft$: stream('draft'),
      wrapUp$: stream('wrapUp'),
    };
    return {
      handle,
      changed,
      close(facts) {
        messages();
        last = { ...facts, view: undefined };
        changed.tell();
        changed.complete();
      },
    };
  };

  return {
    views: () => (refreshed(), views),
    requests: () => (refreshed(), requests),
    facts,
    handle(chatId) {
      const known = open.get(chatId);
      if (known !== undefined) return known.handle;
      const made = openHandle(chatId);
      if (completed) made.changed.complete();
      else open.set(chatId, made);
      return made.handle;
    },
    tell(before, after) {
      for (const [id, { changed, close }] of open) {
        const chat = after.chats.get(id);
        if (chat === undefined && before.chats.has(id)) {
          const last = cache.get(id)?.facts ?? noFacts(after, undefined);
          open.delete(id);
          cache.delete(id);
          close(last);
        } else if (
          chat !== before.chats.get(id) ||
          after.layers !== before.layers ||
          (after.selected === id) !== (before.selected === id)
        )
          changed.tell();
      }
      for (const id of cache.keys()) if (!after.chats.has(id) && !open.has(id)) cache.delete(id);
    },
    complete() {
      completed = true;
      for (const { changed } of open.values()) changed.complete();
      open.clear();
    },
  };
};
