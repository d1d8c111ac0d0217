import { Observable } from 'rxjs';
import type { ChatConnector, Message } from '../core/index.js';
import { changedChats } from './changed-chats.js';
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
  /** Whether somebody listens to a chat's conversation. */
  isHeard(chatId: string): boolean;
  /** Tells the chats' streams what a transition changed, in these chats; those of a chat that left complete. */
  tell(before: DeskState, after: DeskState, changed: readonly string[]): void;
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

const NO_MESSAGES: TranscriptView = { items: [], version: 0, away: 0 };

/** `wanted` is told of a chat whose conversation is read. */
export const createChatHandles = (
  read: () => DeskState,
  transcript: (chatId: string) => TranscriptView | undefined,
  connector: ChatConnector,
  wanted: (chatId: string) => void,
): ChatHandles => {
  const cache = new Map<string, Cached>();
  const open = new Map<string, Open>();
  /** How many listen to a conversation. */
  const heard = new Map<string, number>();
  let views: readonly ChatView[] = [];
  let requests: readonly ChatView[] = [];
  let viewsOf = read();
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
    const { order, layers, selected } = viewsOf;
    const before = views;
    if (order !== state.order || layers !== state.layers) views = state.order.flatMap((id) => facts(id).view ?? []);
    else
      for (const id of [...changedChats(viewsOf, state), selected, state.selected]) {
        const index = order.indexOf(id ?? '');
        const view = index < 0 ? undefined : facts(order[index] ?? '').view;
        if (view !== undefined && view !== views[index]) views = Object.assign([...views], { [index]: view });
      }
    viewsOf = state;
    views = shareList(before, views);
    if (views !== before)
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
    const conversed = new Observable<void>((listener) => {
      heard.set(id, (heard.get(id) ?? 0) + 1);
      listener.add(() => {
        const others = (heard.get(id) ?? 1) - 1;
        if (others > 0) heard.set(id, others);
        else heard.delete(id);
      });
      return changed.stream.subscribe(listener);
    });
    const stream = <K extends keyof ChatFacts>(part: K): ValueStream<ChatFacts[K]> =>
      select(changed.stream, () => now()[part]);
    const handle: ChatHandle = {
      id,
      view$: stream('view'),
      messages$: select<readonly Message[]>(
        conversed,
        () => {
          if (last === undefined) wanted(id);
          return messages().items;
        },
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
      // What is done does not come back: nothing is kept for those who still ask for it.
      if (completed || read().gone.get(chatId) === 'done') made.changed.complete();
      else open.set(chatId, made);
      return made.handle;
    },
    isHeard: (chatId) => heard.has(chatId),
    tell(before, after, changed) {
      const all = before.layers === after.layers ? [...changed, before.selected, after.selected] : open.keys();
      for (const id of new Set(all)) {
        if (id === undefined) continue;
        const one = open.get(id);
        if (after.chats.has(id) || !before.chats.has(id)) one?.changed.tell();
        else {
          const last = cache.get(id)?.facts ?? noFacts(after, undefined);
          open.delete(id);
          cache.delete(id);
          one?.close(last);
        }
      }
    },
    complete() {
      completed = true;
      for (const { changed } of open.values()) changed.complete();
      open.clear();
    },
  };
};
