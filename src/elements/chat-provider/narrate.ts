import { Subscription } from 'rxjs';
import { compareUrgency, wakeAt, type Urgency } from '../../core/index.js';
import type { ChatDesk, Happening } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import { noticeWords } from './notice-words.js';

/** How long words are gathered before they are spoken, in milliseconds: a burst is one breath. */
const BREATH = 500;
/** More of one kind than this in a breath are told as a number. */
const MOST = 3;

export interface Narration {
  readonly desk: ChatDesk;
  readonly words: () => Translator;
  /** Whether the agent sees the selected conversation; only then are its messages spoken. */
  readonly attending: () => boolean;
  readonly say: (text: string) => void;
}

/**
 * Tells in words what happens on a desk: new requests, the end user's messages in the conversation that is open, who left
 * or is back, crossings of the response timer, the connection, notices. Never a preview. Returns what ends it.
 */
export const narrate = ({ desk, words, attending, say }: Narration): (() => void) => {
  let requests = new Set<string>();
  let messages = new Map<string, string[]>();
  let urgencies = new Map<string, Urgency>();
  let others: (() => string | undefined)[] = [];
  let cancel: (() => void) | undefined;
  let cutOff = false;
  let lastNotice = Math.max(0, ...desk.notices$.value.map(({ id }) => id));

  /** The name as the naming rule has it when it is spoken. */
  const name = (chatId: string): string | undefined => {
    const view = desk.chat(chatId).view$.value;
    return view === undefined ? undefined : words().name(view.naming);
  };

  const sayRequests = (): void => {
    const waiting = desk.requests$.value.filter(({ id }) => requests.has(id));
    if (waiting.length > MOST) say(words().text('sayNewChats', { count: waiting.length }));
    else
      for (const { channel, waiting: count } of waiting)
        say(words().text('sayNewChat', { channel: words().channel(channel), count }));
  };

  const sayMessages = (chatId: string, ids: readonly string[]): void => {
    const who = name(chatId);
    if (who === undefined) return;
    if (ids.length > MOST) {
      say(words().text('sayMessages', { name: who, count: ids.length }));
      return;
    }
    const wanted = new Set(ids);
    for (const { id, kind, text } of desk.chat(chatId).messages$.value.slice(-2 * MOST - ids.length)) {
      const shown = kind === 'text' ? text : words().text('cannotShow', { kind });
      if (wanted.has(id)) say(words().text('sayMessage', { name: who, text: shown }));
    }
  };

  const sayUrgencies = (): void => {
    // Only what is still so: a crossing that a reply undid is no news.
    const news = [...urgencies].filter(([chatId, urgency]) => desk.chat(chatId).urgency$.value === urgency);
    news.sort(([, a], [, b]) => compareUrgency(b, a));
    for (const [chatId, urgency] of news.slice(0, MOST))
      say(words().text('sayUrgency', { name: name(chatId) ?? '', urgency: words().urgency(urgency) }));
  };

  const speak = (): void => {
    cancel = undefined;
    for (const other of others) {
      const text = other();
      if (text !== undefined) say(text);
    }
    sayRequests();
    for (const [chatId, ids] of messages) sayMessages(chatId, ids);
    sayUrgencies();
    requests = new Set();
    messages = new Map();
    urgencies = new Map();
    others = [];
  };

  const gather = (): void => {
    cancel ??= wakeAt(desk.clock, desk.clock.now() + BREATH, speak);
  };

  const sayLater = (text: () => string | undefined): void => {
    others.push(text);
    gather();
  };

  const about = (chatId: string, key: 'sayLeft' | 'sayReturned') => (): string | undefined => {
    const who = name(chatId);
    return who === undefined ? undefined : words().text(key, { name: who });
  };

  const hear = (happening: Happening): void => {
    const { chatId = '' } = happening;
    switch (happening.type) {
      case 'chat-requested':
        requests.add(chatId);
        gather();
        return;
      case 'chat-message-added':
        if (happening.detail.author !== 'end-user' || desk.selected$.value !== chatId || !attending()) return;
        messages.set(chatId, [...(messages.get(chatId) ?? []), happening.detail.messageId]);
        gather();
        return;
      case 'response-urgency-change':
        if (compareUrgency(happening.detail.urgency, 'on-time') <= 0) return;
        urgencies.set(chatId, happening.detail.urgency);
        gather();
        return;
      case 'chat-end-user-left':
        sayLater(about(chatId, 'sayLeft'));
        return;
      case 'chat-end-user-returned':
        sayLater(about(chatId, 'sayReturned'));
        return;
      case 'connection-change': {
        const { state } = happening.detail;
        if (state === 'offline' && !cutOff) sayLater(() => words().text('offline'));
        if (state === 'online' && cutOff) sayLater(() => words().text('onlineAgain'));
        if (state !== 'connecting') cutOff = state === 'offline';
        return;
      }
      default:
    }
  };

  const subscription = new Subscription();
  subscription.add(desk.happenings$.subscribe(hear));
  subscription.add(
    desk.notices$.subscribe((notices) => {
      for (const notice of notices) {
        if (notice.id <= lastNotice) continue;
        lastNotice = notice.id;
        sayLater(() => noticeWords(notice, words()));
      }
    }),
  );
  return () => {
    subscription.unsubscribe();
    cancel?.();
  };
};
