import { toldChat } from '../../src/core/index.js';
import type { AgentHears, Chat, ConversationFrame, EndUserState } from '../../src/wire/index.js';
import type { KeptMessage, StoredChat } from './engine.js';
import { inParts, toldMessages } from './frame-size.js';
import { maySee, type Agent } from './rules/agent-rules.js';

/** A chat as an agent may know it, and how far its life has come. */
export const chatAsTold = (chat: StoredChat): Chat => ({ ...toldChat(chat), version: chat.version });

const chatFrames = new WeakMap<StoredChat, AgentHears>();

/** One and the same frame for all who are told of a chat, so that it is written once. */
const chatFrame = (chat: StoredChat): AgentHears => {
  const made = chatFrames.get(chat) ?? { type: 'chat', chat: chatAsTold(chat) };
  chatFrames.set(chat, made);
  return made;
};

/** What an agent's desk has of a chat: a request, one of its own, or nothing. */
const roleOf = (chat: StoredChat | undefined, agent: Agent): 'request' | 'own' | 'none' => {
  if (chat === undefined) return 'none';
  if (chat.agent === undefined) return chat.state === 'waiting' && maySee(agent, chat) ? 'request' : 'none';
  return chat.agent === agent.id && chat.state !== 'done' ? 'own' : 'none';
};

/** Whether a desk has this chat, as a request or as its own. */
export const isThere = (chat: StoredChat, agent: Agent): boolean => roleOf(chat, agent) !== 'none';

/** After which message an agent must be told what was said, if at all. A waiting request has a count, no words. */
export const agentNeedsAfter = (before: StoredChat | undefined, chat: StoredChat, agent: Agent): number | undefined => {
  if (chat.agent !== agent.id) return undefined;
  const was = roleOf(before, agent);
  if (chat.state === 'done' && was !== 'own') return undefined;
  const after = was === 'own' ? (before?.count ?? 0) : 0;
  return after < chat.count ? after : undefined;
};

const withdrawnReason = (chat: StoredChat): 'answered-elsewhere' | 'end-user-left' | 'withdrawn' => {
  if (chat.agent !== undefined) return 'answered-elsewhere';
  return chat.leftAt === undefined ? 'withdrawn' : 'end-user-left';
};

/** A step in a chat's life, for whose chat it is. */
type LifeFrame = Extract<AgentHears, { readonly type: 'returned' | 'left' | 'ended' | 'wrap-up-submitted' | 'done' }>;

/** What happened to an own chat, apart from messages: before them, and after them. */
const lifeFrames = (
  before: StoredChat,
  chat: StoredChat,
): { readonly first: readonly AgentHears[]; readonly last: readonly AgentHears[] } => {
  const first: LifeFrame[] = [];
  const last: LifeFrame[] = [];
  const chatId = chat.id;
  const { leftAt, endedAt, endedBy = 'system', leftReason, endedReason, submitted, submittedReason = 'agent' } = chat;
  const leftBefore = before.state === 'left' ? before.leftAt : undefined;
  if (leftBefore !== undefined && leftBefore !== leftAt)
    first.push({ type: 'returned', chatId, time: chat.returnedAt ?? leftBefore });
  if (leftAt !== undefined && leftAt !== before.leftAt)
    last.push({ type: 'left', chatId, time: leftAt, ...(leftReason === undefined ? {} : { reason: leftReason }) });
  if (endedAt !== undefined && before.endedAt === undefined)
    last.push({
      ...{ type: 'ended', chatId, time: endedAt, by: endedBy },
      ...(endedReason === undefined ? {} : { reason: endedReason }),
    });
  if (submitted !== undefined && before.submitted === undefined)
    last.push({ type: 'wrap-up-submitted', chatId, values: submitted, reason: submittedReason });
  if (chat.state === 'done' && before.state !== 'done') last.push({ type: 'done', chatId });
  // Each step was a commit of its own, so that there are versions enough for all of them to be told apart.
  let version = chat.version - first.length - last.length;
  const numbered = (frame: LifeFrame): AgentHears => ({ ...frame, version: (version += 1) });
  return { first: first.map(numbered), last: last.map(numbered) };
};

/**
 * What an agent must be told of a chat, given what they were told of it last. Only the difference counts, by version and
 * `seq`: told twice, or told of several changes at once, a desk comes out the same.
 *
 * @param messages those after what `agentNeedsAfter` said
 */
export const agentNews = (
  before: StoredChat | undefined,
  chat: StoredChat,
  agent: Agent,
  messages: readonly KeptMessage[],
  frameBytes: number,
): readonly AgentHears[] => {
  if (before !== undefined && before.version >= chat.version) return [];
  const was = roleOf(before, agent);
  const is = roleOf(chat, agent);
  const chatId = chat.id;
  const said = (): readonly AgentHears[] =>
    messages.length === 0
      ? []
      : inParts(messages, frameBytes).map((part) => ({ type: 'messages', chatId, messages: toldMessages(part) }));
  if (is === 'request') {
    // A request exists from its first message: it is told with that.
    const same = was === 'request' && before?.waiting === chat.waiting && before.endUser === chat.endUser;
    return same || chat.count === 0 ? [] : [chatFrame(chat)];
  }
  if (is === 'own' && was !== 'own') return [chatFrame(chat), ...said()];
  if (was === 'own' && before !== undefined) {
    const { first, last } = lifeFrames(before, chat);
    return [...first, ...said(), ...last];
  }
  return was === 'request' ? [{ type: 'withdrawn', chatId, version: chat.version, reason: withdrawnReason(chat) }] : [];
};

/** Where an end user stands in their newest chat. */
export const endUserStateOf = (chat: StoredChat | undefined): EndUserState => {
  if (chat === undefined) return 'new';
  if (chat.state === 'withdrawn') return chat.onPurpose === undefined ? 'ended' : 'left';
  return chat.state === 'wrap-up' || chat.state === 'done' ? 'ended' : chat.state;
};

/** After which message an end user must be told what was said. */
export const endUserNeedsAfter = (before: StoredChat | undefined, chat: StoredChat): number | undefined => {
  const after = before?.id === chat.id ? before.count : 0;
  return after < chat.count ? after : undefined;
};

/** What an end user must be told of their newest chat, given what they were told last: never an agents' note. */
export const endUserNews = (
  before: StoredChat | undefined,
  chat: StoredChat,
  messages: readonly KeptMessage[],
  frameBytes: number,
): readonly ConversationFrame[] => {
  const open = messages.filter(({ internal }) => internal !== true);
  const state = endUserStateOf(chat);
  if (before?.id === chat.id && open.length === 0 && endUserStateOf(before) === state) return [];
  return inParts(open, frameBytes).map((part) => ({
    type: 'conversation',
    chatId: chat.id,
    state,
    messages: toldMessages(part),
  }));
};
