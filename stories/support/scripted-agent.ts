import type { ChatDesk, ChatView } from '../../src/desk/index.js';
import type { Shift } from './shift.js';

const replies = [
  'Good morning, let me look that up for you.',
  'Thank you for waiting. I can see it here now.',
  'That is done. You will get a mail about it.',
  'Is there anything else I can do?',
] as const;

/** How many chats this agent has at a time. */
const MOST = 4;

/** How long this agent takes for each reply, in seconds, one after the other: once too long. */
const PACES = [25, 40, 70, 30, 55, 130, 35, 20] as const;

/** How long after a reply nobody writes any more, in seconds: then the chat is over. */
const QUIET = 45;

/** What a chat that is looked at once more needs to be known of. */
interface Known {
  replies: number;
  /** When this agent last did something in it, epoch milliseconds. */
  last: number;
}

const seconds = (from: number, to: number): number => (to - from) / 1000;

/** What the agent does with a chat now, if anything. */
const next = (desk: ChatDesk, chat: ChatView, known: Known, paces: () => number, now: number) => {
  const { id, state, wait } = chat;
  const agent = desk.as('agent');
  const idle = seconds(known.last, now);
  switch (state) {
    case 'waiting': {
      const open = desk.chats$.value.filter((other) => other.state !== 'waiting').length;
      return open < MOST && seconds(chat.requestedAt, now) >= 6 ? () => agent.accept(id) : undefined;
    }
    case 'active':
      if (wait === undefined)
        return idle >= QUIET && known.replies > 0 && !chat.typing ? () => agent.end(id) : undefined;
      if (seconds(wait.since, now) < paces()) return undefined;
      return async () => {
        const text = replies[Math.min(known.replies, replies.length - 1)] ?? replies[0];
        known.replies += 1;
        await agent.send(id, text);
      };
    case 'left':
      return idle >= 30 ? () => agent.end(id) : undefined;
    case 'wrap-up':
      return idle >= 12
        ? async () => {
            await agent.submitWrapUp(id, { notes: 'Settled in the chat.' });
            await agent.done(id);
          }
        : undefined;
    default:
      return undefined;
  }
};

/** An agent who works a shift by rules, on the shift's clock: looks at every chat once a second, and does one thing in each. */
export const startScriptedAgent = ({ desk, clock, busyWith }: Shift): void => {
  const known = new Map<string, Known>();
  const busy = new Set<string>();
  let sent = 0;

  const look = (chat: ChatView): void => {
    const now = clock.now();
    const own = known.get(chat.id) ?? { replies: 0, last: now };
    known.set(chat.id, own);
    if (busy.has(chat.id)) return;
    const act = next(desk, chat, own, () => PACES[sent % PACES.length] ?? 0, now);
    if (act === undefined) return;
    if (chat.state === 'active' && chat.wait) sent += 1;
    busy.add(chat.id);
    const over = (): void => {
      own.last = clock.now();
      busy.delete(chat.id);
    };
    // A chat may have gone in the meantime: then there is nothing left to do.
    busyWith(act()).then(over, over);
  };

  const tick = (): void => {
    clock.wake(clock.now() + 1000, tick);
    for (const chat of desk.chats$.value) look(chat);
  };
  tick();
};
