import { Observable } from 'rxjs';
import {
  ConnectorError,
  systemClock,
  wakeAt,
  type ChatConnector,
  type ChatRecord,
  type Clock,
  type ConnectorEvent,
} from '../core/index.js';
import type { RecordedCommand, Recording } from './recording.js';

export interface ReplayOptions {
  /** What the replay runs by; default: the page's clock. */
  readonly clock?: Clock;
  /** 2 is twice as fast. Default 1. */
  readonly speed?: number;
}

/** What the back end's answer meant, as events: a desk counts what is told twice once. */
const eventsOf = (
  answer: RecordedCommand,
  time: number,
  chats: ReadonlyMap<string, ChatRecord>,
): readonly ConnectorEvent[] => {
  const { chatId } = answer;
  if (answer.refused !== undefined) return [];
  switch (answer.command) {
    case 'accept': {
      const chat = chats.get(chatId);
      return chat?.state === 'waiting' ? [{ type: 'chat', chat: { ...chat, state: 'active', acceptedAt: time } }] : [];
    }
    case 'send':
      return answer.message === undefined ? [] : [{ type: 'messages', chatId, messages: [answer.message] }];
    case 'end':
      return [{ type: 'ended', chatId, time, by: 'agent' }];
    case 'submit':
      return [{ type: 'wrap-up-submitted', chatId, values: answer.values, reason: answer.reason }];
    case 'done':
      return [{ type: 'done', chatId }];
  }
};

/**
 * A connector that plays a recording from its beginning, each time a desk opens it: what was told then is told again, at the
 * same pace and by the clock of that day. The agent of the replay can look at every chat; what would change one is refused.
 */
export const replaySession = (
  { began, connector: { name, delivery, abilities }, steps }: Recording,
  { clock: pace = systemClock, speed = 1 }: ReplayOptions = {},
): ChatConnector => {
  const started = pace.now();
  const toPace = (time: number): number => started + (time - began) / speed;
  const refuse = async (): Promise<never> => {
    throw new ConnectorError('not-allowed', 'This is a recording: what is in it cannot be changed.');
  };
  const clock: Clock = {
    now: () => began + (pace.now() - started) * speed,
    wake: (at, run) => wakeAt(pace, toPace(at), run),
  };
  return {
    name: `replay of ${name}`,
    agent: 'replay',
    delivery,
    ...(abilities !== undefined && { abilities }),
    clock,
    open: () =>
      new Observable<ConnectorEvent>((desk) => {
        const chats = new Map<string, ChatRecord>();
        const tell = (event: ConnectorEvent): void => {
          const told = event.type === 'snapshot' ? event.chats : event.type === 'chat' ? [event.chat] : [];
          for (const chat of told) chats.set(chat.id, chat);
          desk.next(event);
        };
        let cancel: (() => void) | undefined;
        const play = (place: number): void => {
          const step = steps[place];
          if (step === undefined || desk.closed) return;
          cancel = clock.wake?.(began + step.at, () => {
            if (step.event !== undefined) tell(step.event);
            for (const event of step.answer ? eventsOf(step.answer, clock.now(), chats) : []) tell(event);
            play(place + 1);
          });
        };
        play(0);
        return () => cancel?.();
      }),
    // What was missing came a little later in that session too, and comes by itself.
    history: () => new Promise(() => undefined),
    accept: refuse,
    send: refuse,
    end: refuse,
    submitWrapUp: refuse,
    done: refuse,
  };
};
