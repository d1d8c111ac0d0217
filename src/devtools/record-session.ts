import { Observable } from 'rxjs';
import {
  ConnectorError,
  systemClock,
  type ChatConnector,
  type ConnectorEvent,
  type RefusalCode,
} from '../core/index.js';
import { listen } from '../desk/inlet.js';
import type { RecordedCommand, RecordedStep, Recording } from './recording.js';
import { withoutWords } from './without-words.js';

export interface RecordOptions {
  /** Whether what people wrote, and who they are, is recorded as well. Default: no; letters are x and digits 0 then. */
  readonly texts?: boolean;
}

export interface SessionRecorder {
  /** Give this to the desk, or the adapter, in place of the other. */
  readonly connector: ChatConnector;
  /** What was recorded so far, as plain data. */
  recording(): Recording;
}

const refusalOf = (reason: unknown): RefusalCode => (reason instanceof ConnectorError ? reason.code : 'unavailable');

/** Records what a back end tells and answers, by standing between it and the desk. Nothing leaves the page. */
export const recordSession = (connector: ChatConnector, { texts = false }: RecordOptions = {}): SessionRecorder => {
  const clock = connector.clock ?? systemClock;
  const began = clock.now();
  const steps: RecordedStep[] = [];
  const keep = <T>(value: T): T => structuredClone(texts ? value : withoutWords(value));
  const step = (what: Omit<RecordedStep, 'at'>): void => void steps.push({ at: clock.now() - began, ...keep(what) });

  const answered = async <T>(
    call: Promise<T>,
    told: (outcome: { readonly message?: T; readonly refused?: RefusalCode }) => RecordedCommand,
  ): Promise<T> => {
    try {
      const message = await call;
      step({ answer: told({ message }) });
      return message;
    } catch (reason) {
      step({ answer: told({ refused: refusalOf(reason) }) });
      throw reason;
    }
  };
  const plain =
    (command: 'accept' | 'end' | 'done') =>
    (chatId: string): Promise<void> =>
      answered(connector[command](chatId), ({ refused }) => ({
        command,
        chatId,
        ...(refused !== undefined && { refused }),
      }));

  const recorded: ChatConnector = {
    // Methods of a class stay on it.
    ...Object.fromEntries(
      (['setTyping', 'dispositions', 'summarize'] as const).flatMap((name) =>
        connector[name] === undefined ? [] : [[name, (connector[name] as () => unknown).bind(connector)]],
      ),
    ),
    name: connector.name,
    agent: connector.agent,
    delivery: connector.delivery,
    ...(connector.abilities !== undefined && { abilities: connector.abilities }),
    ...(connector.clock !== undefined && { clock: connector.clock }),
    open: (session) => {
      if (steps.length > 0) step({ event: { type: 'connection', state: 'connecting' } });
      return new Observable<ConnectorEvent>((desk) =>
        listen(connector.open(session), {
          next: (told) => {
            // What is no event of ours the desk refuses, here and in the replay.
            step({ event: told as ConnectorEvent });
            desk.next(told as ConnectorEvent);
          },
          error: () => {
            step({ event: { type: 'connection', state: 'offline' } });
            desk.error(new Error('The line broke.'));
          },
          complete: () => {
            step({ event: { type: 'connection', state: 'closed' } });
            desk.complete();
          },
        }),
      );
    },
    ...(connector.history !== undefined && {
      async history(chatId: string, after: number, upTo?: number) {
        const messages = (await connector.history?.(chatId, after, upTo)) ?? [];
        step({ event: { type: 'messages', chatId, messages } });
        return messages;
      },
    }),
    accept: plain('accept'),
    end: plain('end'),
    done: plain('done'),
    send: (chatId, message) =>
      answered(connector.send(chatId, message), (outcome) => ({ command: 'send', chatId, ...outcome })),
    submitWrapUp: (chatId, values, reason) =>
      answered(connector.submitWrapUp(chatId, values, reason), ({ refused }) => ({
        ...{ command: 'submit', chatId, values, reason },
        ...(refused !== undefined && { refused }),
      })),
  };

  return {
    connector: recorded,
    recording: () => ({
      version: 1,
      began,
      texts,
      connector: {
        name: connector.name,
        delivery: connector.delivery,
        ...(connector.abilities !== undefined && { abilities: connector.abilities }),
      },
      steps: [...steps],
    }),
  };
};
