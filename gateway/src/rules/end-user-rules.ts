import {
  countWaiting,
  given,
  type Channel,
  type EndUser,
  type Message,
  type OutgoingMessage,
} from '../../../src/core/index.js';
import type { KeptMessage, StoredChat } from '../engine.js';
import { chatIdOf } from './chat-id.js';
import { AS_IT_IS, change, hasEnded, moved, type Decision } from './decision.js';
import { refusalOf, written } from './message-rules.js';

/** What a request says of itself: who asks, from where, for which queue. */
export interface Opening {
  readonly channel: Channel;
  readonly queue?: string;
  readonly endUser: EndUser;
}

/** A new chat, with the messages that it begins with. */
const request = (
  { channel, queue, endUser }: Opening,
  latest: StoredChat | undefined,
  messages: readonly Message[],
  now: number,
): Decision => {
  const visit = (latest?.visit ?? 0) + 1;
  const kept = messages.map((message, index): KeptMessage => ({ ...message, seq: index + 1 }));
  const chat: StoredChat = {
    id: chatIdOf(endUser.id, visit),
    channel,
    endUser,
    state: 'waiting',
    requestedAt: now,
    waiting: countWaiting(kept),
    arrival: now,
    visit,
    version: 1,
    count: kept.length,
    ...given({ queue }),
  };
  return { change: { chat, messages: kept } };
};

/** A chat of whom the end user is back. */
const returned = (chat: StoredChat, now: number): StoredChat => {
  const { leftAt: _leftAt, leftReason: _leftReason, onPurpose: _onPurpose, ...rest } = chat;
  return { ...rest, state: 'active', returnedAt: now };
};

/** Adds an end user's message to the chat they are in; without one, asks for one. Who had left and writes, is back. */
export const write = (
  latest: StoredChat | undefined,
  opening: Opening,
  message: OutgoingMessage,
  textLength: number,
  now: number,
): Decision => {
  const refused = refusalOf(message, textLength);
  if (refused !== undefined) return refused;
  const said = written('end-user', message, now);
  if (latest === undefined || hasEnded(latest.state)) return request(opening, latest, [said], now);
  const there = latest.state === 'left' ? returned(latest, now) : latest;
  const waiting = there.waiting + (there.state === 'waiting' ? countWaiting([said]) : 0);
  return change(there, { waiting }, [{ ...said, seq: there.count + 1 }]);
};

/**
 * An end user goes: on purpose, or because their sockets went away. Who has left before, stays so; a waiting request is
 * withdrawn.
 */
export const leave = (latest: StoredChat | undefined, onPurpose: boolean, now: number): Decision => {
  if (latest?.state !== 'waiting' && latest?.state !== 'active') return AS_IT_IS;
  return moved(latest, 'leave', (state) => change(latest, { state, leftAt: now, onPurpose }));
};

/**
 * An end user is back. A request that was withdrawn by their leaving is asked for anew, with what they had written in
 * it.
 */
export const comeBack = (
  latest: StoredChat | undefined,
  opening: Opening,
  conversation: readonly KeptMessage[],
  now: number,
): Decision => {
  if (latest?.state === 'left') return change(returned(latest, now), {});
  return latest?.state === 'withdrawn' ? request(opening, latest, conversation, now) : AS_IT_IS;
};
