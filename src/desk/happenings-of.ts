import { given, isAccepted, isOpen, type RefusalCode, toldOf } from '../core/index.js';
import { changedChats } from './changed-chats.js';
import type { DeskEvent, World } from './desk-event.js';
import { failureOf, isLostRace, policyOf, type Chat, type Command, type DeskState } from './desk-state.js';
import { endUserOf } from './end-user-of.js';
import type { By, Happening, HappeningDetails, HappeningType } from './happenings.js';
import { wentBack } from './reduce-life.js';
import type { Arrival } from './transcript.js';

type Tell = <T extends HappeningType>(type: T, detail: HappeningDetails[T], by: By, chatId?: string) => void;

const NOTHING_ARRIVED: Arrival = { added: [], inOrder: true, own: new Map() };

/** Says what failed without the connector's own words, which may hold what people wrote. */
const tellFailure = (tell: Tell, what: Command | 'send', refusal: RefusalCode, chatId: string): void =>
  tell(
    'chat-error',
    { code: failureOf(what), message: `It was not possible to ${what} (${refusal}).` },
    'wire',
    chatId,
  );

const byOf = (event: DeskEvent): By => {
  if ('by' in event) return event.by;
  return event.type === 'wire' || event.type === 'refused' ? 'wire' : event.type === 'clock' ? 'clock' : 'host';
};

const arrivalOf = (event: DeskEvent, chatId: string): Arrival | undefined => {
  if (event.type === 'wire') return event.arrivals.get(chatId);
  return event.type === 'sent' && event.chatId === chatId ? event.arrival : undefined;
};

/** Who made a chat change: where the wire echoes a command of ours, whoever gave that. */
const causeOf = (event: DeskEvent, before: Chat | undefined, { record }: Chat): By => {
  const from = before?.record.state;
  const pending = before?.pending;
  if (pending?.command === 'accept' && from === 'waiting' && isOpen(record.state)) return pending.by;
  if (pending?.command === 'end' && from !== record.state && record.endedBy === 'agent') return pending.by;
  const [sender] = arrivalOf(event, record.id)?.own.values() ?? [];
  return sender ?? byOf(event);
};

const tellUnread = (tell: Tell, chatId: string, unread: number, after: DeskState, by: By): void => {
  let total = 0;
  for (const chat of after.chats.values()) total += chat.unread;
  tell('chat-unread-change', { unread, total }, by, chatId);
};

const tellEnded = (tell: Tell, { record, endedReason }: Chat, by: By): void =>
  tell('chat-ended', given({ by: record.endedBy ?? 'system', reason: endedReason }), by, record.id);

/**
 * What changed about one chat, in the order of its life, with the steps that the wire left out. `restored`: the page found
 * it, nothing happened to it now, but for a wait that became missed: that is told once, also over a reload.
 */
const tellChat = (
  tell: Tell,
  before: Chat | undefined,
  after: Chat,
  event: DeskEvent,
  state: DeskState,
  restored: boolean,
  world: World,
): void => {
  const { record, unread, urgency, wait, missed } = after;
  const { id, channel, queue } = record;
  const by = byOf(event);
  const cause = causeOf(event, before, after);
  const from = before?.record.state;
  const asked = given({ channel, queue });
  const isWaiting = record.state === 'waiting';
  const isAnswered = !isWaiting && (from === 'waiting' || (from === undefined && !restored));
  if (from === undefined && isWaiting) tell('chat-requested', { ...asked, waiting: record.waiting }, by, id);
  if (isAnswered) {
    const { crm } = policyOf(state.layers, queue);
    tell('chat-accepted', { ...asked, endUser: toldOf(endUserOf(after, crm), channel, crm) }, cause, id);
  }
  const isNew = from !== record.state && !restored;
  const hadEnded = from === 'wrap-up' && before?.ending !== true;
  const { added, own } = (restored ? undefined : arrivalOf(event, id)) ?? NOTHING_ARRIVED;
  // A conversation is told from its answer on, also what came a little earlier than that.
  const messages = isAnswered ? (world.transcript(id)?.items.filter(isAccepted) ?? []) : isWaiting ? [] : added;
  for (const { id: messageId, author } of hadEnded ? [] : messages)
    tell('chat-message-added', { messageId, author }, own.get(messageId) ?? by, id);
  if (hadEnded && messages.length > 0)
    tell('chat-error', { code: 'message-after-end', message: 'A message came after the end of its chat.' }, by, id);
  if (isNew && record.state === 'left')
    tell('chat-end-user-left', given({ by: 'end-user', reason: after.leftReason }), by, id);
  if (from === 'left' && record.state === 'active') tell('chat-end-user-returned', { by: 'end-user' }, by, id);
  if (record.state === 'wrap-up' && after.ending !== true && (before?.ending === true || isNew))
    tellEnded(tell, after, cause);
  const { submitted } = after.wrapUp;
  if (submitted !== undefined && before?.wrapUp.submitted === undefined && !restored)
    tell('wrap-up-submitted', submitted, before?.pending?.command === 'submit' ? before.pending.by : by, id);
  if (unread !== (before?.unread ?? 0)) tellUnread(tell, id, unread, state, cause);
  const told = before?.missed?.first ?? (event.type === 'wire' ? event.kept.get(id)?.missed : undefined);
  const isNews =
    urgency === 'missed'
      ? told === undefined || missed === undefined || missed.first > told
      : !restored && urgency !== (before?.urgency ?? 'none');
  if (isNews) tell('response-urgency-change', given({ urgency, since: wait?.since, target: wait?.target }), cause, id);
};

/** A chat left the list, or went back to the start of its life. */
const tellGone = (tell: Tell, before: Chat, event: DeskEvent, after: DeskState): void => {
  const { id, channel, queue, state } = before.record;
  const why = after.gone.get(id) ?? 'withdrawn';
  const by = (why === 'done' ? before.pending?.by : undefined) ?? byOf(event);
  if (before.ending || (why === 'done' && (state === 'active' || state === 'left'))) tellEnded(tell, before, by);
  if (before.unread > 0) tellUnread(tell, id, 0, after, by);
  if (before.urgency !== 'none') tell('response-urgency-change', { urgency: 'none' }, by, id);
  if (why === 'done' && state !== 'waiting') {
    const told = before.wrapUp.submitted ?? { values: before.wrapUp.values, reason: 'agent' };
    tell('wrap-up-done', told, by, id);
  } else {
    const reason = why === 'done' ? 'withdrawn' : why;
    tell('chat-withdrawn', given({ channel, queue, reason }), by, id);
  }
};

/**
 * What is told of a transition, in order. Everything that hosts can hear is derived here from what changed, so that
 * nothing changes without being told and nothing is told twice.
 */
export const happeningsOf = (
  before: DeskState,
  event: DeskEvent,
  after: DeskState,
  world: World,
  changed = changedChats(before, after),
): readonly Happening[] => {
  const time = world.now;
  const told: Happening[] = [];
  const tell: Tell = (type, detail, by, chatId) =>
    void told.push(given({ type, by, time, chatId, detail }) as unknown as Happening);
  const by = byOf(event);
  if (after.connection !== before.connection)
    tell('connection-change', given({ state: after.connection, reason: after.connectionReason }), by);
  // What a page finds when it opens was there before: only requests are news then.
  const restored = !before.ready && event.type === 'wire' && event.event.type === 'snapshot';
  for (const id of changed) {
    const chat = after.chats.get(id);
    const known = before.chats.get(id);
    const isAnew = chat !== undefined && known !== undefined && wentBack(known.record.state, chat.record.state);
    if (known !== undefined && (chat === undefined || isAnew)) tellGone(tell, known, event, after);
    if (chat !== undefined) tellChat(tell, isAnew ? undefined : known, chat, event, after, restored, world);
  }
  if (after.selected !== before.selected) {
    const answered = before.chats.get(after.selected ?? '')?.pending;
    const gone = after.chats.has(before.selected ?? '') ? undefined : before.chats.get(before.selected ?? '')?.pending;
    const cause = answered?.command === 'accept' ? answered : gone;
    tell('chat-selected', { from: before.selected, to: after.selected }, cause?.by ?? by);
  }
  if (event.type === 'refused' && !isLostRace(event.command, event.code))
    tellFailure(tell, event.command, event.code, event.chatId);
  if (event.type === 'send-failed') tellFailure(tell, 'send', event.code, event.chatId);
  if (event.type === 'error') tell('chat-error', { code: event.code, message: event.message }, event.by, event.chatId);
  if (event.type === 'told') tell(event.happening, event.detail, event.by, event.chatId);
  return told;
};

/** A happening as the log keeps it: without what anybody wrote. */
export const forLog = (happening: Happening): Happening =>
  happening.type === 'wrap-up-submitted' || happening.type === 'wrap-up-done'
    ? { ...happening, detail: { ...happening.detail, values: {} } }
    : happening;
