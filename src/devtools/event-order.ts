/** One event as the order of events is judged by: what a page heard, or an entry of `log$` or `happenings$`. */
export interface ToldEvent {
  readonly type: string;
  readonly chatId?: string | undefined;
  readonly detail: unknown;
}

/** A promise about the order of events. */
export interface OrderPromise {
  readonly name: string;
  /** In words, for whoever listens. */
  readonly says: string;
  /** Whether it holds only where nothing is left out: for `log$` and `happenings$`, not where the page itself acted. */
  readonly whole?: true;
}

/** What the events of one desk keep to. A chat's life goes from its first event to `wrap-up-done` or `chat-withdrawn`. */
export const orderPromises = [
  {
    name: 'request-first',
    says: '`chat-requested` comes before everything else of its chat. A chat that was assigned, or that the page found when it opened, has none.',
    whole: true,
  },
  {
    name: 'answer-first',
    says: '`chat-accepted` comes once, before the first `chat-message-added`, `chat-end-user-left`, `chat-ended` and `wrap-up-submitted` of its chat.',
  },
  {
    name: 'messages-before-end',
    says: '`chat-ended` never comes before the last `chat-message-added` of its chat. A message that the back end sends later is shown, and told as `chat-error` with the code `message-after-end`.',
  },
  {
    name: 'left-and-returned',
    says: '`chat-end-user-left` and `chat-end-user-returned` take turns, and neither comes after `chat-ended`.',
  },
  {
    name: 'end-before-wrap-up',
    says: '`chat-ended` comes once, before `wrap-up-submitted`, which comes at most once, before `wrap-up-done`.',
  },
  {
    name: 'nothing-after-the-last',
    says: '`wrap-up-done` or `chat-withdrawn` is the last event of its chat. A chat that the back end gives out again begins anew.',
  },
  {
    name: 'missed-once',
    says: '`response-urgency-change` with `missed` comes once per wait: another one has a later `since`.',
  },
  {
    name: 'open-after-answer',
    says: '`chat-selected` goes `to` a chat after its `chat-accepted`, never to one that waits or is gone.',
  },
  {
    name: 'selection-goes-on',
    says: 'Each `chat-selected` comes `from` the chat that the one before went `to`.',
    whole: true,
  },
  {
    name: 'connection-differs',
    says: 'Each `connection-change` tells another `state` than the one before.',
    whole: true,
  },
  {
    name: 'nothing-left-over',
    says: 'Before a chat is gone, its `chat-unread-change` has told 0 and its `response-urgency-change` has told `none`.',
    whole: true,
  },
  {
    name: 'asked-before-told',
    says: 'An asking event never comes after what it asks for: `chat-before-accept` after `chat-accepted`, `chat-before-send` or `chat-before-end` after `chat-ended`, `chat-before-wrap-up` after `wrap-up-submitted`.',
  },
] as const satisfies readonly OrderPromise[];

type PromiseName = (typeof orderPromises)[number]['name'];

/** A promise that was broken, and at which event. */
export interface OrderProblem {
  readonly promise: PromiseName;
  /** The place of the event among those that were judged, from 0. */
  readonly at: number;
  readonly event: ToldEvent;
}

/** A chat's life as far as it was told. */
interface Life {
  begun: boolean;
  waiting: boolean;
  accepted: boolean;
  talked: boolean;
  left: boolean | undefined;
  ended: boolean;
  submitted: boolean;
  over: boolean;
  unread: number;
  urgency: unknown;
  missed: number;
}

const newLife = (missed = -Infinity): Life => ({
  begun: false,
  waiting: false,
  accepted: false,
  talked: false,
  left: undefined,
  ended: false,
  submitted: false,
  over: false,
  unread: 0,
  urgency: 'none',
  missed,
});

/** Of a chat that is gone a page may still hear what went wrong with it. */
const ANY_TIME = ['chat-error', 'shown-chat-change'];

const BEGINS = ['chat-requested', 'chat-accepted'];

/**
 * Follows one desk's events in order and says which promises each breaks. `whole`: nothing is left out, as in `log$`; an
 * element does not tell what the page itself did.
 */
export const followOrder = (whole: boolean): ((event: ToldEvent) => readonly PromiseName[]) => {
  const lives = new Map<string, Life>();
  let selected: { readonly to: unknown } | undefined;
  let connection: unknown;

  const lifeOf = (chatId: string, type: string): Life => {
    const known = lives.get(chatId);
    // Where steps may be left out, what begins a life may come after an end that was not told.
    const isAnew = known?.over || (!whole && (type === 'chat-requested' || (known?.ended && type === 'chat-accepted')));
    const life = known === undefined || (isAnew && BEGINS.includes(type)) ? newLife(known?.missed) : known;
    lives.set(chatId, life);
    return life;
  };

  return ({ type, chatId, detail }) => {
    const broken: PromiseName[] = [];
    const unless = (holds: boolean, name: PromiseName): void => {
      if (!holds) broken.push(name);
    };
    const told = (detail ?? {}) as Readonly<Record<string, unknown>>;
    if (type === 'connection-change') {
      if (whole) unless(told['state'] !== connection, 'connection-differs');
      connection = told['state'];
    }
    if (type === 'chat-selected') {
      const { from, to } = told;
      if (whole && selected !== undefined) unless(from === selected.to, 'selection-goes-on');
      selected = { to };
      const life = typeof to === 'string' ? lives.get(to) : undefined;
      unless(life === undefined || !(life.over || (whole && life.waiting)), 'open-after-answer');
    }
    if (chatId === undefined || chatId === '' || ANY_TIME.includes(type)) return broken;
    const life = lifeOf(chatId, type);
    unless(!life.over, 'nothing-after-the-last');
    switch (type) {
      case 'chat-requested':
        unless(!life.begun, 'request-first');
        life.waiting = true;
        break;
      case 'chat-accepted':
        unless(!life.accepted && !life.talked && !life.ended && !life.submitted, 'answer-first');
        Object.assign(life, { accepted: true, waiting: false });
        break;
      case 'chat-message-added':
        if (whole) unless(!life.waiting, 'answer-first');
        unless(!life.ended, 'messages-before-end');
        life.talked = true;
        break;
      case 'chat-end-user-left':
      case 'chat-end-user-returned': {
        const left = type === 'chat-end-user-left';
        unless(life.left !== left && !life.ended, 'left-and-returned');
        Object.assign(life, { left, talked: true });
        break;
      }
      case 'chat-ended':
        if (whole) unless(!life.waiting, 'answer-first');
        unless(!life.ended && !life.submitted, 'end-before-wrap-up');
        life.ended = true;
        break;
      case 'wrap-up-submitted':
        unless(!life.submitted && (!whole || !life.accepted || life.ended), 'end-before-wrap-up');
        life.submitted = true;
        break;
      case 'chat-unread-change':
        life.unread = Number(told['unread']);
        break;
      case 'response-urgency-change':
        life.urgency = told['urgency'];
        if (told['urgency'] !== 'missed') break;
        unless(Number(told['since']) > life.missed, 'missed-once');
        life.missed = Number(told['since']);
        break;
      case 'chat-before-accept':
        unless(!life.accepted, 'asked-before-told');
        break;
      case 'chat-before-send':
      case 'chat-before-end':
        unless(!life.ended, 'asked-before-told');
        break;
      case 'chat-before-wrap-up':
        unless(!life.submitted, 'asked-before-told');
        break;
      case 'wrap-up-done':
      case 'chat-withdrawn':
        if (type === 'wrap-up-done') unless(!whole || !life.accepted || life.ended, 'end-before-wrap-up');
        if (whole) unless(life.unread === 0 && life.urgency === 'none', 'nothing-left-over');
        life.over = true;
    }
    life.begun = true;
    return broken;
  };
};

/** Judges the events of one desk; `whole` as for {@link followOrder}. */
export const orderProblems = (events: readonly ToldEvent[], whole: boolean): readonly OrderProblem[] => {
  const follow = followOrder(whole);
  return events.flatMap((event, at) => follow(event).map((promise) => ({ promise, at, event })));
};
