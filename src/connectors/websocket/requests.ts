import { ConnectorError, type Clock, type RefusalCode } from '../../core/index.js';
import { toJson } from '../../core/to-json.js';
import type { AgentSends, EndUserSends, OkFrame, RefusedFrame } from '../../wire/index.js';
import { createTimer } from './timer.js';

type Asking = Extract<AgentSends | EndUserSends, { readonly id: string }>;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** What can be asked for; it gets its id here. */
export type Request = WithoutId<Asking>;

/** What was asked for and has no answer yet, over however many sockets. */
export interface Requests {
  /** As frames, in the order they were asked for. */
  readonly open: ReadonlyMap<string, string>;
  /** Begins a request and gives its frame to `send`. Rejects with `unavailable` when there is no answer in time. */
  ask(request: Request, send: (id: string, text: string) => void): Promise<OkFrame>;
  answer(frame: OkFrame | RefusedFrame): void;
  refuse(id: string, code: RefusalCode, reason: string): void;
  refuseAll(code: RefusalCode, reason: string): void;
}

interface Open {
  readonly resolve: (frame: OkFrame) => void;
  readonly reject: (reason: ConnectorError) => void;
}

/** What only asks. That there is no answer to one of these says nothing of the connection. */
const READS: ReadonlySet<Request['type']> = new Set(['history', 'dispositions', 'summarize']);

/**
 * @param within milliseconds
 * @param unanswered told when a command has no answer in time, before that is rejected
 */
export const createRequests = (clock: Clock, within: number, unanswered: (reason: string) => void): Requests => {
  const open = new Map<string, string>();
  const promises = new Map<string, Open>();
  let count = 0;

  const settle = (id: string, how: (promise: Open) => void): void => {
    const promise = promises.get(id);
    promises.delete(id);
    open.delete(id);
    if (promise !== undefined) how(promise);
  };
  const refuse = (id: string, code: RefusalCode, reason: string): void =>
    settle(id, ({ reject }) => reject(new ConnectorError(code, reason)));

  return {
    open,
    ask(request, send) {
      const id = String((count += 1));
      const bound = createTimer(clock);
      const answer = new Promise<OkFrame>((resolve, reject) => promises.set(id, { resolve, reject }));
      const text = toJson({ ...request, id });
      open.set(id, text);
      bound.start(within, () => {
        const reason = `There was no answer within ${within / 1000} s.`;
        if (!READS.has(request.type)) unanswered(reason);
        refuse(id, 'unavailable', reason);
      });
      send(id, text);
      return answer.finally(() => bound.stop());
    },
    answer: (frame) =>
      settle(frame.id, ({ resolve, reject }) =>
        frame.type === 'ok' ? resolve(frame) : reject(new ConnectorError(frame.code, frame.message)),
      ),
    refuse,
    refuseAll(code, reason) {
      for (const id of [...open.keys()]) refuse(id, code, reason);
    },
  };
};
