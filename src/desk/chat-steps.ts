import {
  afterMessage,
  isFromEndUser,
  isReply,
  nextCrossingAt,
  urgencyAt,
  waitOf,
  type ChatRecord,
  type EffectivePolicy,
  type Message,
  type Unanswered,
} from '../core/index.js';
import type { Kept, World } from './desk-event.js';
import { emptyWrapUp, limitOf, NO_DRAFT, type Chat } from './desk-state.js';
import { same, share } from './share.js';
import type { Arrival } from './transcript.js';

/** A typing that nobody tells again is over after this long, in milliseconds. */
export const TYPING_LASTS = 10_000;

/** Set back by more than this, in milliseconds, the server's clock was not the server's before: nothing was missed by it. */
const A_LITTLE = 5000;

/** A chat as it is when it is first told. */
export const newChat = (record: ChatRecord, kept: Kept | undefined): Chat => ({
  record,
  arrival: record.requestedAt,
  version: 0,
  count: 0,
  unread: 0,
  read: kept?.read ?? 0,
  owedAfter: 0,
  urgency: 'none',
  draft: kept?.draft ?? NO_DRAFT,
  wrapUp: { ...emptyWrapUp, values: kept?.values ?? {} },
});

const earliest = (...times: readonly (number | undefined)[]): number | undefined => {
  const given = times.filter((time) => time !== undefined);
  return given.length === 0 ? undefined : Math.min(...given);
};

/** The chat with everything that follows from its facts, the policy and the time. The same object if nothing does. */
export const settled = (chat: Chat, policy: EffectivePolicy, now: number): Chat => {
  const owed = chat.record.state === 'active' ? chat.owed : undefined;
  const { response } = policy;
  const wait = share(chat.wait, waitOf(owed, response));
  const known = chat.missed;
  const isOver = known === undefined || owed === undefined || owed.first > known.first;
  const before = isOver || now < known.at - A_LITTLE ? undefined : known;
  // Once missed, red stays until a reply, also when the server's clock is set back a little; a new target counts anew.
  const stays = wait !== undefined && before !== undefined && same(before.response, response);
  const urgency = stays ? 'missed' : urgencyAt(wait, now);
  const missed =
    owed !== undefined && urgency === 'missed'
      ? { first: before?.first ?? owed.first, response, at: before?.at ?? now }
      : before;
  const typing = chat.typing !== undefined && chat.typing.until > now ? chat.typing : undefined;
  const wakeAt = earliest(
    wait === undefined || urgency === 'missed' ? undefined : nextCrossingAt(wait, now),
    typing?.until,
    limitOf(chat, policy),
  );
  const after: Chat = { ...chat, wait, urgency, missed: share(chat.missed, missed), typing, wakeAt };
  return (['wait', 'urgency', 'missed', 'typing', 'wakeAt'] as const).every((part) => chat[part] === after[part])
    ? chat
    : after;
};

/** The end user's times before a message of the conversation, newest first. */
function* endUserTimesBefore(items: readonly Message[], id: string): Generator<number> {
  let index = items.length - 1;
  while (index >= 0 && items[index]?.id !== id) index -= 1;
  for (index -= 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item !== undefined && isFromEndUser(item)) yield item.time;
  }
}

/** What is owed after some more messages that are in `items` by now. */
const owedAfter = (
  chat: Chat,
  owed: Unanswered | undefined,
  messages: readonly Message[],
  items: readonly Message[],
): Unanswered | undefined =>
  messages.reduce<Unanswered | undefined>(
    (folded, message) =>
      message.seq !== undefined && message.seq <= chat.owedAfter
        ? folded
        : afterMessage(folded, message, chat.record.acceptedAt ?? -Infinity, () =>
            endUserTimesBefore(items, message.id),
          ),
    owed,
  );

/** The chat with what is owed worked out anew from the whole conversation. */
export const owedAnew = (chat: Chat, world: World): Chat => {
  const { items = [], away = 0 } = world.transcript(chat.record.id) ?? {};
  if (chat.record.state !== 'active') return { ...chat, owed: undefined };
  // What is away cannot be read: it owes what it owed, though not from before the assignment.
  const { acceptedAt = -Infinity } = chat.record;
  const { owed } = chat;
  return away > 0 && owed !== undefined
    ? { ...chat, owed: { ...owed, first: Math.max(owed.first, acceptedAt), last: Math.max(owed.last, acceptedAt) } }
    : { ...chat, owed: owedAfter(chat, undefined, items, items) };
};

/** The chat after its transcript changed: the newest message and the count. */
export const withTail = (chat: Chat, world: World): Chat => {
  const transcript = world.transcript(chat.record.id);
  if (transcript === undefined || transcript.version === chat.version) return chat;
  const { items, version, away } = transcript;
  return { ...chat, version, last: items[items.length - 1], count: away + items.length };
};

/** The chat after messages came to its transcript. `seen`: the agent sees them as they come. */
export const arrived = (chat: Chat, { added, inOrder }: Arrival, seen: boolean, world: World): Chat => {
  let { unread, unreadFrom, typing } = chat;
  for (const message of added) {
    if (isFromEndUser(message)) {
      typing = undefined;
      if (seen || (message.seq ?? Infinity) <= chat.read) continue;
      if (unread === 0) unreadFrom = message.id;
      unread += 1;
    } else if (isReply(message) && unread === 0) unreadFrom = undefined;
  }
  const told = withTail({ ...chat, unread, unreadFrom, typing }, world);
  if (!inOrder && (world.transcript(chat.record.id)?.away ?? 0) === 0) return owedAnew(told, world);
  if (added.length === 0 || chat.record.state !== 'active') return told;
  return { ...told, owed: owedAfter(told, told.owed, added, world.transcript(chat.record.id)?.items ?? []) };
};

/** The chat after the agent has read in another tab, up to a `seq`. */
export const readElsewhere = (chat: Chat, read: number, selected: boolean, world: World): Chat => {
  if (read <= chat.read) return chat;
  const { items = [] } = world.transcript(chat.record.id) ?? {};
  let { unreadFrom } = chat;
  let unread = 0;
  // From the end, as far as it was unread.
  for (let index = items.length - 1; index >= 0 && unread < chat.unread; index -= 1) {
    const message = items[index];
    if (message === undefined || !isFromEndUser(message)) continue;
    if ((message.seq ?? Infinity) <= read) break;
    unreadFrom = message.id;
    unread += 1;
  }
  if (unread > 0) return { ...chat, read, unread, unreadFrom };
  return shown({ ...chat, read, unread }, selected, false);
};

/** The chat with nothing owed, whatever was written up to now. */
export const owingNothing = (chat: Chat, world: World): Chat => {
  const { items = [], heldUpTo = 0 } = world.transcript(chat.record.id) ?? {};
  // Places rise.
  let last = items.length - 1;
  while (last >= 0 && items[last]?.seq === undefined) last -= 1;
  const owedAfter = Math.max(items[last]?.seq ?? 0, heldUpTo);
  return { ...chat, owed: undefined, owedAfter, typing: undefined };
};

/** The chat as a conversation that the agent has just opened, or closed. The line of the unread stays while it is open. */
export const shown = (chat: Chat, selected: boolean, attending: boolean): Chat => {
  if (!selected) return chat.unread === 0 && chat.unreadFrom !== undefined ? { ...chat, unreadFrom: undefined } : chat;
  return attending && chat.unread > 0 ? { ...chat, unread: 0 } : chat;
};
