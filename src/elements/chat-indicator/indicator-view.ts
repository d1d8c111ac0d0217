import {
  nextCrossingAt,
  untilNextSecond,
  urgencyAt,
  type Channel,
  type ChatState,
  type Naming,
  type Urgency,
  type Wait,
} from '../../core/index.js';
import { legible } from '../../core/unseen.js';
import type { ChatView } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';

export const INDICATOR_STATES = ['new', 'active', 'left', 'wrap-up'] as const;

/** What an indicator can look like. */
export type IndicatorState = (typeof INDICATOR_STATES)[number];

/** What an indicator shows, whether it came as a chat or as attributes. */
export interface IndicatorView {
  readonly id: string | undefined;
  readonly state: IndicatorState;
  readonly channel: Channel;
  readonly queue?: string | undefined;
  readonly naming: Naming;
  /** Messages that wait for an answer while new, unread ones afterwards. */
  readonly count: number;
  readonly urgency: Urgency;
  readonly wait?: Wait | undefined;
  readonly selected: boolean;
  readonly requestedAt?: number;
  readonly typing?: boolean;
  readonly last?: ChatView['last'];
  readonly accepting?: boolean;
}

const states: Readonly<Record<ChatState, IndicatorState>> = {
  waiting: 'new',
  active: 'active',
  left: 'left',
  'wrap-up': 'wrap-up',
  done: 'wrap-up',
  withdrawn: 'left',
};

/** What the indicator of a chat looks like. */
export const indicatorState = ({ state }: Pick<ChatView, 'state'>): IndicatorState => states[state];

/** How urgent a chat is at `now`: read off its wait, so that it changes when the timer does. */
export const urgencyOfChat = ({ wait, urgency }: ChatView, now: number): Urgency =>
  wait === undefined ? urgency : urgencyAt(wait, now);

/** What to show of a chat at `now`. */
export const viewOfChat = (chat: ChatView, now: number): IndicatorView => {
  const state = indicatorState(chat);
  return {
    id: chat.id,
    state,
    channel: chat.channel,
    queue: chat.queue,
    naming: chat.naming,
    count: state === 'new' ? chat.waiting : chat.unread,
    urgency: urgencyOfChat(chat, now),
    wait: chat.wait,
    selected: chat.selected,
    requestedAt: chat.requestedAt,
    typing: chat.typing,
    last: chat.last,
    accepting: chat.pending === 'accept',
  };
};

/** Who is named by a text that stands alone: digits are a phone number. */
export const namingFrom = (name: string | undefined): Naming => {
  if (name === undefined || name.trim() === '') return { by: 'nothing' };
  return { by: /^\+?[\d\s]+$/u.test(name) ? 'phone' : 'name', text: name.trim() };
};

/** When the urgency next changes by time alone; the running time of a wait is the timer's. */
export const nextUrgencyAt = ({ wait }: Pick<IndicatorView, 'wait'>, now: number): number | undefined =>
  wait && nextCrossingAt(wait, now);

/** When the time that a card tells of a request next changes. */
export const nextSecondAt = ({ state, requestedAt }: IndicatorView, now: number): number | undefined =>
  state === 'new' && requestedAt !== undefined ? now + untilNextSecond(requestedAt, now) : undefined;

/** What is said of a state that the channel and the count do not tell; else empty. */
export const stateWord = (state: IndicatorState, words: Translator): string => {
  if (state === 'left') return words.text('stateLeft');
  return state === 'wrap-up' ? words.text('stateWrapUp') : '';
};

/**
 * The accessible name, such as "New chat, 3 messages, web" or "Ana Silva, web, left, 2 unread, on time": everything that
 * colours, badges and icons tell, and the phone number in full.
 */
export const nameOfView = ({ state, channel, naming, count, urgency }: IndicatorView, words: Translator): string => {
  const said =
    state === 'new'
      ? [words.text('newChat'), words.text('newChatMessages', { count }), words.channel(channel)]
      : [
          words.name(naming),
          words.channel(channel),
          stateWord(state, words),
          count > 0 ? words.text('unreadCount', { count }) : '',
          words.urgency(urgency),
        ];
  return said.filter(Boolean).join(words.text('nameSeparator'));
};

/** More of a message never fits on a card. */
const LONGEST_PREVIEW = 200;

/** What a card says below the name at `now`: how long a request waits, else the newest message, or that another is typed. */
export const previewOfView = (
  { state, channel, requestedAt, typing, last }: IndicatorView,
  words: Translator,
  now: number,
): string => {
  if (state === 'new' && requestedAt !== undefined)
    return words.text('newChatWaiting', {
      duration: words.clock(Math.max(0, now - requestedAt)),
      channel: words.channel(channel),
    });
  if (state === 'new') return words.channel(channel);
  if (typing === true) return words.text('typingShort');
  if (last === undefined) return '';
  if (last.kind !== 'text' && last.text === '') return words.text('cannotShow', { kind: legible(last.kind) });
  return legible(last.text.slice(0, LONGEST_PREVIEW));
};
