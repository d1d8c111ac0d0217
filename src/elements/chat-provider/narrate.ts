import { Subscription } from 'rxjs';
import { compareUrgency, wakeAt } from '../../core/index.js';
import type { ChatDesk, ChatView, Happening } from '../../desk/index.js';
import type { Fillings, Translator } from '../../i18n/translator.js';
import type { WordKey } from '../../i18n/words.js';
import { connectionWords, noticeWords } from './notice-words.js';

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
  /** Takes back what was said and still stands. */
  readonly hush: () => void;
}

/** Says what is worth saying of what was gathered under one heading, by what is so at its turn. */
type Sayer = (ids: readonly string[]) => void;

/**
 * Tells in words what happens on a desk: new requests, the end user's messages in the conversation that is open, who left
 * or is back, crossings of the response timer, the connection, notices. Never a preview. Returns what ends it.
 */
export const narrate = ({ desk, words, attending, say, hush }: Narration): (() => void) => {
  /** What to say at the end of the breath, by heading. */
  let gathered = new Map<string, { readonly ids: Set<string>; readonly sayer: Sayer }>();
  let cancel: (() => void) | undefined;
  let cutOff = false;
  let lastNotice = Math.max(0, ...desk.notices$.value.map(({ id }) => id));

  const speak = (): void => {
    const all = gathered;
    gathered = new Map();
    cancel = undefined;
    for (const { ids, sayer } of all.values()) sayer([...ids]);
  };

  const gather = (heading: string, id: string, sayer: Sayer): void => {
    const { ids } = gathered.get(heading) ?? { ids: new Set() };
    gathered.set(heading, { ids: ids.add(id), sayer });
    cancel ??= wakeAt(desk.clock, desk.clock.now() + BREATH, speak);
  };

  /** Says something of a chat that is still there, by the name that the naming rule has for it now. */
  const sayOf = (chatId: string, key: WordKey, fillings?: Fillings): void => {
    const view = desk.chat(chatId).view$.value;
    if (view !== undefined) say(words().text(key, { name: words().name(view.naming), ...fillings }));
  };

  const sayRequests: Sayer = (ids) => {
    const waiting = desk.requests$.value.filter(({ id }) => ids.includes(id));
    if (waiting.length > MOST) say(words().text('sayNewChats', { count: waiting.length }));
    else
      for (const { channel, waiting: count } of waiting)
        say(words().text('sayNewChat', { channel: words().channel(channel), count }));
  };

  const sayMessages = (chatId: string, ids: readonly string[]): void => {
    if (ids.length > MOST) return sayOf(chatId, 'sayMessages', { count: ids.length });
    for (const { id, kind, text } of desk.chat(chatId).messages$.value)
      if (ids.includes(id))
        sayOf(chatId, 'sayMessage', { text: kind === 'text' ? text : words().text('cannotShow', { kind }) });
  };

  const sayUrgencies: Sayer = (chatIds) => {
    // What is so now: a crossing that a reply undid is no news.
    const late = chatIds
      .map((chatId) => ({ chatId, urgency: desk.chat(chatId).urgency$.value }))
      .filter(({ urgency }) => compareUrgency(urgency, 'on-time') > 0)
      .sort((a, b) => compareUrgency(b.urgency, a.urgency));
    for (const { chatId, urgency } of late.slice(0, MOST))
      sayOf(chatId, 'sayUrgency', { urgency: words().urgency(urgency) });
  };

  const sayConnection = (): void => {
    const state = desk.connection$.value;
    const lost = state !== 'online';
    if (state === 'connecting' || lost === cutOff) return;
    cutOff = lost;
    const { delivery } = desk.connector;
    say(words().text(lost ? connectionWords(state, delivery === 'idempotent') : 'onlineAgain'));
  };

  const hear = ({ type, detail, chatId = '' }: Happening): void => {
    if (type === 'chat-requested') gather(type, chatId, sayRequests);
    else if (type === 'response-urgency-change') gather(type, chatId, sayUrgencies);
    else if (type === 'connection-change') gather(type, '', sayConnection);
    else if (type === 'chat-end-user-left') gather(type + chatId, '', () => sayOf(chatId, 'sayLeft'));
    else if (type === 'chat-end-user-returned') gather(type + chatId, '', () => sayOf(chatId, 'sayReturned'));
    else if (type === 'chat-message-added' && detail.author === 'end-user')
      if (desk.selected$.value === chatId && attending())
        gather(type + chatId, detail.messageId, (ids) => sayMessages(chatId, ids));
  };

  /** The chats whose names may be told. A name that may no longer be told does not stay in what was said with it. */
  let named: readonly string[] = [];
  const keepNames = (chats: readonly ChatView[]): void => {
    if (chats.some(({ id, naming }) => naming.by !== 'name' && named.includes(id))) hush();
    named = chats.filter(({ naming }) => naming.by === 'name').map(({ id }) => id);
  };

  const subscription = new Subscription();
  subscription.add(desk.happenings$.subscribe(hear));
  subscription.add(desk.chats$.subscribe(keepNames));
  subscription.add(
    desk.notices$.subscribe((notices) => {
      for (const notice of notices)
        if (notice.id > lastNotice) {
          lastNotice = notice.id;
          gather(`notice ${notice.id}`, '', () => say(noticeWords(notice, words())));
        }
    }),
  );
  const asked = new Set<string>();
  subscription.add(
    desk.unsent$.subscribe((unsent) => {
      for (const { messageId, naming, delivery, over } of unsent)
        if (over && delivery === 'failed' && !asked.has(messageId)) {
          asked.add(messageId);
          gather(`unsent ${messageId}`, '', () => say(words().text('sayNotSent', { name: words().name(naming) })));
        }
    }),
  );
  return () => {
    subscription.unsubscribe();
    cancel?.();
  };
};
