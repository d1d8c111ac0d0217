import type { PolicyLayer } from '../../src/core/index.js';
import type { OnShift } from './on-shift.js';
import type { Shift } from './shift.js';

/** The administrator's settings of the stories: customers are named, two minutes to reply, everything on. */
export const policy: PolicyLayer = {
  crm: true,
  typing: 'preview',
  summaries: true,
  response: { target: 120 },
  wrapUp: { disposition: 'optional', notes: 'optional' },
};

/** Answers the request of a tape, so many seconds after the beginning. */
export const answerAt = async (
  { desk, playTo, chatOf, settled }: Shift,
  tape: string,
  seconds: number,
): Promise<void> => {
  await playTo(seconds);
  await desk.accept(chatOf(tape));
  await settled();
};

/** Two and a half minutes of a busy morning: five chats, each in another state. */
export const busyMorning: OnShift = {
  tapes: ['late-delivery', 'refund', 'password', 'wrong-size', 'appointment'],
  policy,
  before: async (shift) => {
    const { desk, playTo, chatOf, settled } = shift;
    // The agent takes one look at two of the chats, so that something is left unread.
    desk.attend(false);
    const look = (): void => {
      desk.attend(true);
      desk.attend(false);
    };
    const answer = async (tape: string, seconds: number): Promise<void> => answerAt(shift, tape, seconds);
    await answer('late-delivery', 13);
    look();
    await desk.send(chatOf('late-delivery'), 'Good morning, Ana. Let me look that up.');
    await answer('refund', 21);
    await answer('password', 29);
    look();
    await desk.send(chatOf('password'), 'Please try the newest mail: each link works once.');
    await answer('wrong-size', 65);
    await playTo(112);
    await desk.send(chatOf('late-delivery'), 'It left the depot this morning. It will be with you tomorrow.');
    await playTo(150);
    await desk.select(chatOf('late-delivery'));
    await settled();
  },
};
