import { Subscription } from 'rxjs';
import { compareUrgency, createSpeechTurns, wakeAt, type SpeechNews, type SpeechTopic } from '../../core/index.js';
import type { ChatDesk, ChatView, Happening } from '../../desk/index.js';
import type { Fillings, Translator } from '../../i18n/translator.js';
import type { WordKey } from '../../i18n/words.js';
import { connectionWords, isInForm, noticeWords } from './notice-words.js';

/** More of one kind than this in a turn are told as a number. */
const MOST = 3;
/** Longer messages are cut when they are spoken: the conversation has the rest. */
const LONGEST = 500;

export interface Narration {
  readonly desk: ChatDesk;
  readonly words: () => Translator;
  /** Whether the agent sees the selected conversation; only then are its messages read out. */
  readonly attending: () => boolean;
  /** Whether what is said can be heard now; if not, it waits. */
  readonly heard: () => boolean;
  readonly say: (text: string) => void;
  /** Takes back what was said and still stands. */
  readonly hush: () => void;
}

export interface Narrator {
  /** Call it when `heard` may have changed. */
  look(): void;
  end(): void;
}

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, '')}…` : text;

/**
 * Tells in words what happens on a desk: the end user's messages (those of the open conversation are read out, the others
 * counted), new requests, who left, is back or has ended the chat, crossings of the response timer, the connection,
 * notices. Never a preview. What is said is what is so at its turn: a name that may be told, a request that still waits.
 */
export const narrate = ({ desk, words, attending, heard, say, hush }: Narration): Narrator => {
  const turns = createSpeechTurns();
  const { clock } = desk;
  let cancel: (() => void) | undefined;
  let cutOff = false;
  let lastNotice = Math.max(0, ...desk.notices$.value.map(({ id }) => id));

  const viewOf = (chatId: string): ChatView | undefined => desk.chat(chatId).view$.value;

  /** A line on a chat that is still there, by the name that the naming rule has for it now. */
  const lineOn = (chatId: string, key: WordKey, fillings?: Fillings): readonly string[] => {
    const view = viewOf(chatId);
    return view === undefined ? [] : [words().text(key, { name: words().name(view.naming), ...fillings })];
  };

  const textsOf = (chatId: string, ids: ReadonlySet<string>): string =>
    desk
      .chat(chatId)
      .messages$.value.filter(({ id }) => ids.has(id))
      .map(({ kind, text }) => (kind === 'text' ? cut(text) : words().text('cannotShow', { kind })))
      .join('\n');

  const messages = (news: SpeechNews): readonly string[] => {
    const chats = [...news].flatMap(([chatId, ids]) => {
      const view = viewOf(chatId);
      const isOpen = desk.selected$.value === chatId && attending();
      // What was read elsewhere meanwhile is no news.
      const count = isOpen ? ids.size : Math.min(ids.size, view?.unread ?? 0);
      return count === 0 ? [] : [{ chatId, ids, count, isOpen }];
    });
    if (chats.length > MOST)
      return [words().text('sayOtherChats', { count: chats.reduce((sum, { count }) => sum + count, 0) })];
    return chats.flatMap(({ chatId, ids, count, isOpen }) =>
      isOpen && count <= MOST
        ? lineOn(chatId, 'sayMessage', { text: textsOf(chatId, ids) })
        : lineOn(chatId, 'sayMessages', { count }),
    );
  };

  const requests = (news: SpeechNews): readonly string[] => {
    const waiting = desk.requests$.value.filter(({ id }) => news.has(id));
    if (waiting.length > MOST) return [words().text('sayNewChats', { count: waiting.length })];
    return waiting.map(({ channel, waiting: count }) =>
      words().text('sayNewChat', { channel: words().channel(channel), count }),
    );
  };

  const urgencies = (news: SpeechNews): readonly string[] => {
    // What is so now: a crossing that a reply undid is no news.
    const late = [...news.keys()]
      .map((chatId) => ({ chatId, urgency: desk.chat(chatId).urgency$.value }))
      .filter(({ urgency }) => compareUrgency(urgency, 'on-time') > 0)
      .sort((a, b) => compareUrgency(b.urgency, a.urgency));
    if (late.length <= MOST)
      return late.flatMap(({ chatId, urgency }) => lineOn(chatId, 'sayUrgency', { urgency: words().urgency(urgency) }));
    return [...new Set(late.map(({ urgency }) => urgency))].map((urgency) =>
      words().text('sayUrgencies', {
        count: late.filter((one) => one.urgency === urgency).length,
        urgency: words().urgency(urgency),
      }),
    );
  };

  const presence = (news: SpeechNews): readonly string[] =>
    [...news].flatMap(([chatId, what]) => {
      const state = viewOf(chatId)?.state;
      if (state === 'left') return lineOn(chatId, 'sayLeft');
      if (state === 'active') return what.has('chat-end-user-returned') ? lineOn(chatId, 'sayReturned') : [];
      return what.has('chat-ended') ? lineOn(chatId, 'sayEnded') : [];
    });

  const connection = (): readonly string[] => {
    const state = desk.connection$.value;
    const lost = state !== 'online';
    if (state === 'connecting' || lost === cutOff) return [];
    cutOff = lost;
    const { delivery } = desk.connector;
    return [words().text(lost ? connectionWords(state, delivery === 'idempotent') : 'onlineAgain')];
  };

  const notices = (news: SpeechNews): readonly string[] =>
    desk.notices$.value
      .filter(({ id }) => news.get('')?.has(String(id)))
      .filter((notice) => !(attending() && isInForm(notice, desk.selected$.value)))
      .map((notice) => noticeWords(notice, words()));

  const unsent = (news: SpeechNews): readonly string[] =>
    desk.unsent$.value
      .filter(({ messageId }) => news.get('')?.has(messageId))
      .map(({ naming }) => words().text('sayNotSent', { name: words().name(naming) }));

  const lines: Readonly<Record<SpeechTopic, (news: SpeechNews) => readonly string[]>> = {
    connection,
    notice: notices,
    unsent,
    open: messages,
    urgency: urgencies,
    presence,
    requests,
    others: messages,
  };

  const speak = (): void => {
    cancel = undefined;
    if (!heard()) return;
    let letters = 0;
    for (const [topic, news] of turns.take(clock.now())) {
      // A name told twice in one breath, as of two who leave, is told once for each: no line is dropped.
      const text = lines[topic](news).join('\n');
      letters += text.length;
      if (text !== '') say(text);
    }
    turns.spoke(clock.now(), letters);
    arm();
  };

  const arm = (): void => {
    cancel?.();
    cancel = turns.dueAt < Infinity ? wakeAt(clock, turns.dueAt, speak) : undefined;
  };

  const add = (topic: SpeechTopic, chatId?: string, id?: string): void => {
    turns.add(topic, clock.now(), chatId, id);
    arm();
  };

  const hear = ({ type, by, detail, chatId = '' }: Happening): void => {
    if (type === 'chat-requested') add('requests', chatId);
    else if (type === 'response-urgency-change') add('urgency', chatId);
    else if (type === 'connection-change') add('connection');
    else if (
      type === 'chat-end-user-left' ||
      type === 'chat-end-user-returned' ||
      (type === 'chat-ended' && by !== 'agent')
    )
      add('presence', chatId, type);
    else if (type === 'chat-message-added' && detail.author === 'end-user')
      add(desk.selected$.value === chatId && attending() ? 'open' : 'others', chatId, detail.messageId);
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
    desk.notices$.subscribe((all) => {
      for (const { id } of all)
        if (id > lastNotice) {
          lastNotice = id;
          add('notice', '', String(id));
        }
    }),
  );
  const asked = new Set<string>();
  subscription.add(
    desk.unsent$.subscribe((all) => {
      for (const { messageId, delivery, over } of all)
        if (over && delivery === 'failed' && !asked.has(messageId)) {
          asked.add(messageId);
          add('unsent', '', messageId);
        }
    }),
  );
  return {
    look: arm,
    end() {
      subscription.unsubscribe();
      cancel?.();
    },
  };
};
