import { shared } from '../../shared.js';
import { createFollower } from './follow.js';
import type { Link } from './link.js';
import type { Log } from './log.js';
import type { Model } from './model.js';
import type { Names } from './names.js';
import { type Commit, readCommit } from './record.js';

/** So long, in ms, a reader waits for the log to be heard; then it reads itself. */
const CATCHING_UP = 250;

export interface ReaderNews {
  /** A commit was taken into the model. */
  readonly taken: (commit: Commit) => void;
  /** A chat left the log, and the model, without its end having been heard. */
  readonly forgotten: (chatId: string) => void;
  /** What was read before is no longer what the log says. */
  readonly replaced: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Keeps the model up to the log. */
export interface Reader {
  /** Takes in a record that this gateway wrote. */
  take(commit: Commit, place: number): void;
  /** Resolves when the model holds all that was committed before the call. */
  current(): Promise<void>;
  /** Reads on where the model stands with one chat, from the log itself. */
  catchUp(chatId: string): Promise<void>;
  /** A chat that is in the log, as it is now. */
  entryOf(chatId: string): Promise<Commit | undefined>;
  /** Chats may have been put away unheard: looks which are no longer in the log. */
  doubt(): void;
  close(): void;
}

export const createReader = (
  link: Link,
  names: Names,
  log: Log,
  model: Model,
  { taken, forgotten, replaced, onTrouble }: ReaderNews,
): Reader => {
  const { nc, jsm } = link;
  let identity: string | undefined;
  let behindSince: number | undefined;
  /** Whether chats may have been put away unheard. */
  let unsure = true;
  let isReplaced = false;

  const take = (commit: Commit, place: number): void => {
    if (model.take(commit, place)) taken(commit);
  };

  const follower = createFollower(link, {
    stream: names.log,
    hear(data, place) {
      const commit = readCommit(data);
      if (commit === undefined) onTrouble(new Error(`Record ${place} of ${names.log} was written by no gateway.`));
      else take(commit, place);
    },
    from(stream, next) {
      unsure = true;
      const { description = '' } = stream.config;
      const isBehind = description === identity && stream.state.last_seq < next - 1;
      behindSince = isBehind ? (behindSince ?? performance.now()) : undefined;
      // A new leader may need a moment to know what the last one told. It is asked again, and in the end believed.
      if (behindSince !== undefined && performance.now() - behindSince < link.patience) {
        throw new Error(`The leader of ${names.log} has not caught up.`);
      }
      const isSame = identity === undefined || (description === identity && !isBehind);
      identity = description;
      if (isSame) return next;
      onTrouble(
        new Error(`Reading anew: the stream ${names.log} is another one, or an older copy of the one that was read.`),
      );
      model.clear();
      isReplaced = true;
      return 1;
    },
  });

  /** Forgets chats that left the log before their end was heard: the log is silent about what it holds no more. */
  const prune = async (): Promise<void> => {
    unsure = false;
    try {
      const known = model.ids();
      const { state } = await link.patiently(() => jsm.streams.info(names.log, { subjects_filter: names.chats }));
      for (const chatId of known) {
        if (state.subjects?.[names.chat(chatId)] !== undefined) continue;
        // A new leader that has not caught up knows less than was heard, and proves nothing.
        if ((model.find(chatId)?.place ?? 0) > state.last_seq) {
          unsure = true;
          continue;
        }
        model.forget(chatId);
        forgotten(chatId);
      }
    } catch (error) {
      unsure = true;
      throw error;
    }
  };

  /** Whether the model holds all that was committed before the call, by whomever: soon, or not at all. */
  const isCurrent = shared(async () => {
    const newest = (await log.newest('>'))?.seq ?? 0;
    await follower.reached(newest, CATCHING_UP);
    if (follower.place() < newest) return false;
    if (unsure) await prune();
    if (isReplaced) {
      isReplaced = false;
      replaced();
    }
    return true;
  });

  const catchUp = async (chatId: string): Promise<void> => {
    const subject = names.chat(chatId);
    for (let place = model.find(chatId)?.place ?? 0; ;) {
      const record = await log.next(subject, place + 1);
      if (record === undefined) return;
      const commit = readCommit(record.data);
      if (commit !== undefined) take(commit, record.seq);
      place = record.seq;
    }
  };

  return {
    take,
    catchUp,
    async current() {
      const end = performance.now() + link.patience;
      // Asked anew each time, because the newest record may have been put away before it was heard.
      while (!(await isCurrent())) {
        if (performance.now() > end || nc.isClosed()) throw new Error(`${names.log} cannot be read to its end.`);
      }
    },
    async entryOf(chatId) {
      if (!(await isCurrent())) await catchUp(chatId);
      return model.find(chatId);
    },
    doubt() {
      unsure = true;
      isCurrent().catch(() => undefined);
    },
    close: () => follower.close(),
  };
};
