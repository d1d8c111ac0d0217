import { JetStreamApiCodes, JetStreamApiError, type NextMsgRequest, type StoredMsg } from '@nats-io/jetstream';
import { headers, nuid } from '@nats-io/transport-node';
import type { Link } from './link.js';

/** Appending to a stream under compare and set, and reading what stands there. Every read is the leader's. */
export interface Log {
  /**
   * Appends to a subject if its newest record still stands at `place` (0: it has none). Resolves with the new record's
   * place, or with `undefined` if another record stands there. Rejects only if neither could be learned.
   */
  append(subject: string, data: Uint8Array, place: number): Promise<number | undefined>;
  /** The first record of a subject from `place` on. */
  next(subject: string, place: number): Promise<StoredMsg | undefined>;
  /** The newest record of a subject; `>`: of all. */
  newest(subject: string): Promise<StoredMsg | undefined>;
}

const wrongPlace: ReadonlySet<number> = new Set([
  JetStreamApiCodes.StreamWrongLastSequence,
  JetStreamApiCodes.StreamWrongLastSequenceUnknown,
]);

const RECORD_ID = 'Chat-Record-Id';

export const createLog = ({ js, jsm, patiently, server }: Link, stream: string): Log => {
  const read = async (subject: string, place: number): Promise<StoredMsg | undefined> => {
    const request: NextMsgRequest & { seq: number } = { seq: place, next_by_subj: subject };
    return (await jsm.streams.getMessage(stream, request)) ?? undefined;
  };

  return {
    async append(subject, data, place) {
      const most = server().max_payload;
      // The headers take part of it.
      if (data.length + 512 > most) {
        throw new Error(`A record of ${data.length} bytes is more than nats-server's max_payload of ${most}.`);
      }
      // One id for all tries of this very record: a reader tells it from another gateway's that says the same. It is not
      // `Nats-Msg-Id`: servers of 2.10 acknowledge a second try of that as a duplicate while the first is only proposed
      // (`"seq":0,"duplicate":true`), and if their leader then changes, neither was ever kept.
      const id = nuid.next();
      const given = headers();
      given.set(RECORD_ID, id);
      return patiently(async () => {
        try {
          return (await js.publish(subject, data, { headers: given, expect: { lastSubjectSequence: place } })).seq;
        } catch (error) {
          if (!(error instanceof JetStreamApiError && wrongPlace.has(error.code))) throw error;
          // Somebody was quicker, or an earlier try of this record arrived and its acknowledgement did not. What stands
          // after `place` tells which, and for ever: compare and set lets one record follow another.
          const follower = await read(subject, place + 1);
          // The leader counts records that it has not applied yet; they can still come to nothing. Ask again.
          if (follower === undefined) {
            throw new Error(`What follows ${place} on ${subject} is not settled.`, { cause: error });
          }
          return follower.header.get(RECORD_ID) === id ? follower.seq : undefined;
        }
      });
    },
    next: (subject, place) => patiently(() => read(subject, place)),
    newest: async (subject) =>
      (await patiently(() => jsm.streams.getMessage(stream, { last_by_subj: subject }))) ?? undefined,
  };
};
