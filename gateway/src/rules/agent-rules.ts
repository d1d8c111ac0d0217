import { given, isOver, type OutgoingMessage, type WrapUpReason, type WrapUpValues } from '../../../src/core/index.js';
import type { StoredChat } from '../engine.js';
import { AS_IT_IS, change, hasEnded, moved, NO_SUCH_CHAT, refuse, type Decision } from './decision.js';
import { refusalOf, written } from './message-rules.js';

/** Who asks. */
export interface Agent {
  readonly id: string;
  /** The queues whose requests they see and may accept. Absent: all. */
  readonly queues?: readonly string[];
}

/** Whether a request may be seen and accepted. One without a queue is for everyone. */
export const maySee = ({ queues }: Agent, { queue }: StoredChat): boolean =>
  queues === undefined || queue === undefined || queues.includes(queue);

/** Decides for an agent's own chat; a chat of somebody else, or of nobody yet, is refused. */
const own = (chat: StoredChat | undefined, { id }: Agent, decide: (chat: StoredChat) => Decision): Decision => {
  if (chat === undefined) return NO_SUCH_CHAT;
  return chat.agent === id ? decide(chat) : refuse('not-allowed', 'The chat is not yours.');
};

/**
 * Makes a waiting request an agent's. Asking again for one's own is no change; of several agents the quickest wins.
 *
 * @param open how many open chats the agent has
 * @param limit how many they may have
 */
export const accept = (
  chat: StoredChat | undefined,
  agent: Agent,
  { open, limit }: { readonly open: number; readonly limit: number },
  now: number,
): Decision => {
  if (chat === undefined) return NO_SUCH_CHAT;
  if (chat.agent === agent.id && !isOver(chat.state)) return AS_IT_IS;
  if (!maySee(agent, chat)) return refuse('not-allowed', 'The request is of a queue that is not yours.');
  if (chat.agent !== undefined && chat.agent !== agent.id)
    return refuse('taken', 'The chat was answered by another agent.');
  return moved(chat, 'accept', (state) =>
    open >= limit
      ? refuse('not-allowed', `You have ${open} open chats: ${limit} is the most.`)
      : change(chat, { state, agent: agent.id, acceptedAt: now }),
  );
};

/** Adds an agent's message to the end of the conversation. */
export const send = (
  chat: StoredChat | undefined,
  agent: Agent,
  message: OutgoingMessage,
  textLength: number,
  now: number,
): Decision =>
  own(chat, agent, (mine) => {
    const refused = refusalOf(message, textLength);
    if (refused !== undefined) return refused;
    if (hasEnded(mine.state)) return refuse('gone', 'The chat has ended: nothing can be sent in it.');
    return change(mine, {}, [{ ...written('agent', message, now), seq: mine.count + 1 }]);
  });

/** Ends an own chat. One that has ended stays as it is. */
export const end = (chat: StoredChat | undefined, agent: Agent, now: number): Decision =>
  own(chat, agent, (mine) =>
    hasEnded(mine.state)
      ? AS_IT_IS
      : moved(mine, 'end', (state) => change(mine, { state, endedAt: now, endedBy: 'agent' })),
  );

/** Keeps the closing form of an ended chat. The first submission stands. */
export const submit = (
  chat: StoredChat | undefined,
  agent: Agent,
  { disposition, notes, extra }: WrapUpValues,
  reason: WrapUpReason,
  textLength: number,
): Decision =>
  own(chat, agent, (mine) => {
    if (mine.submitted !== undefined) return AS_IT_IS;
    if ((notes?.length ?? 0) > textLength) return refuse('invalid', `Notes are at most ${textLength} long.`);
    return moved(mine, 'finish', () =>
      change(mine, { submitted: given({ disposition, notes, extra }), submittedReason: reason }),
    );
  });

/** Lets go of a chat whose closing form was submitted. */
export const done = (chat: StoredChat | undefined, agent: Agent): Decision =>
  own(chat, agent, (mine) => {
    if (mine.state === 'done') return AS_IT_IS;
    return moved(mine, 'finish', (state) =>
      mine.submitted === undefined
        ? refuse('not-allowed', 'The chat cannot be done: submit its wrap-up first.')
        : change(mine, { state }),
    );
  });
