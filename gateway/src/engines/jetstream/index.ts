import { type Clock, isOver, systemClock, wakeAt } from '../../../../src/core/index.js';
import { nuid } from '@nats-io/transport-node';
import type { Engine, KeptMessage } from '../../engine.js';
import { createArchive, createSweeper } from './archive.js';
import { createFollower } from './follow.js';
import { createKept } from './kept.js';
import { openLink, Unsuitable } from './link.js';
import { createLog } from './log.js';
import { createModel } from './model.js';
import { namesFor } from './names.js';
import { createPlaces } from './places.js';
import { type Commit, decode, encode, readCommit } from './record.js';
import type { JetStreamSettings } from './settings.js';
import { ensureStreams } from './streams.js';
import { refusalOf } from './version.js';

export { jetStreamSettings, type JetStreamSettings } from './settings.js';

export interface JetStreamOptions extends JetStreamSettings {
  readonly clock?: Clock;
  /** How long, in ms, a finished chat stays in the log. Longer than a commit can be under way. */
  readonly grace?: number;
  /** Hears of what an administrator should look at. */
  readonly onTrouble?: (error: unknown) => void;
}

const GRACE = 60_000;

/** `healthy` answers within two seconds. */
const HEALTH_TIME = 1800;

/** So long, in ms, a reader waits for the log to be heard; then it reads itself. */
const CATCHING_UP = 250;

/** Resolves with what `work` resolves with, or rejects after `ms`. */
const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came in ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * One question at a time for all who ask. Those who ask while it is under way share the next one, since the answer to
 * this one may be older than their call: a thousand sessions that come back at once ask the server twice.
 */
const shared = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asking: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const start = (): Promise<T> => (asking = ask().finally(() => (asking = undefined)));
  return () => {
    if (asking === undefined) return start();
    next ??= asking
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
};

/**
 * An engine on NATS JetStream. One log holds all: each commit is one record on its chat's subject, published under
 * compare and set on the chat's newest record, so that one of two wins and a chat never parts from its messages. What is
 * read comes from a model in memory that follows the log.
 */
export const openJetStream = async (options: JetStreamOptions): Promise<Engine> => {
  const { clock = systemClock, grace = GRACE, onTrouble = () => undefined } = options;
  const names = namesFor(options.prefix);
  const link = await openLink(options);
  const { nc, jsm } = link;
  const version = (): string => link.server().version;
  let replicas: number = options.replicas;
  // Asked at each commit: after a cut, the connection may lead to an older node.
  const assertNewEnough = (): void => {
    const refusal = refusalOf(version(), replicas);
    if (refusal !== undefined) throw new Unsuitable(refusal);
  };
  try {
    assertNewEnough();
    replicas = await ensureStreams(link, names, options.replicas, options.keep);
    assertNewEnough();
  } catch (error) {
    await link.close();
    throw error;
  }

  const log = createLog(link, names.log);
  const kept = createKept(link, names.kept);
  const archive = createArchive(kept, names);
  const model = createModel();
  const gateway = nuid.next();
  const listeners = new Set<{ told: (chatId: string, version?: number) => void; gap: () => void }>();

  const sweeper = createSweeper(
    clock,
    grace,
    async (chatId) => {
      const entry = model.find(chatId);
      if (entry === undefined || !isOver(entry.chat.state)) return;
      if (!(await archive.has(chatId))) await archive.put(entry);
      // Up to what was put away, and no further. Where another gateway did so, there is nothing to do.
      await jsm.streams.purge(names.log, { filter: names.chat(chatId), seq: entry.place + 1 });
      model.forget(chatId);
    },
    onTrouble,
  );

  const tell = (chatId: string, version?: number): void => {
    for (const { told } of [...listeners]) told(chatId, version);
  };

  const take = (commit: Commit, place: number): void => {
    if (!model.take(commit, place)) return;
    sweeper.notice(commit.chat, false);
    tell(commit.chat.id, commit.chat.version);
  };

  let identity: string | undefined;
  let behindSince: number | undefined;
  /** Whether chats may have been put away unheard. */
  let unsure = true;
  /** Whether what was told before is no longer what the log says. */
  let replaced = false;

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
      replaced = true;
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
        tell(chatId);
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
    if (replaced) {
      replaced = false;
      for (const { gap } of [...listeners]) gap();
    }
    return true;
  });

  /** Resolves when the model holds all that was committed before the call. */
  const current = async (): Promise<void> => {
    const end = performance.now() + link.patience;
    // Asked anew each time, because the newest record may have been put away before it was heard.
    while (!(await isCurrent())) {
      if (performance.now() > end || nc.isClosed()) throw new Error(`${names.log} cannot be read to its end.`);
    }
  };

  /** Reads on where the model stands with one chat, from the log itself. */
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

  /** A chat that is in the log, as it is now. */
  const entryOf = async (chatId: string): Promise<Commit | undefined> => {
    if (!(await isCurrent())) await catchUp(chatId);
    return model.find(chatId);
  };

  const conversation = async (chatId: string): Promise<Commit | undefined> =>
    (await entryOf(chatId)) ?? (await archive.find(chatId));

  const takePlace = createPlaces(
    kept,
    names,
    () => clock.now(),
    link.patience,
    async () => {
      await current();
      return { openOf: model.ofAgent, version: (chatId) => model.find(chatId)?.chat.version ?? 0 };
    },
  );

  const commit = async (chat: Commit['chat'], messages: readonly KeptMessage[], most?: number): Promise<boolean> => {
    assertNewEnough();
    const subject = names.chat(chat.id);
    const before = chat.version - 1;
    if ((model.find(chat.id)?.chat.version ?? 0) < before) await catchUp(chat.id);
    const entry = model.find(chat.id);
    if ((entry?.chat.version ?? 0) !== before) return false;
    // A chat that was put away has left the log: there, its id is free.
    if (before === 0 && (await archive.has(chat.id))) return false;
    // The model is whole up to this version, and compare and set lets nothing come between: all ids there are are known.
    const ids = new Set(messages.map(({ id }) => id));
    if (ids.size < messages.length || messages.some(({ id }) => entry?.byId.has(id))) return false;
    if (most !== undefined && chat.agent !== undefined && !(await takePlace(chat.agent, chat, most))) return false;
    const data = encode({ chat, messages } satisfies Commit);
    const place = await log.append(subject, data, entry?.place ?? 0);
    if (place === undefined) {
      await catchUp(chat.id);
      return false;
    }
    // As it will be read by others: a copy, and plain data.
    take(decode(data) as Commit, place);
    sweeper.notice(chat, true);
    return true;
  };

  // Records can also be put away unheard because too many came before them; and who waits to be told asks nothing.
  let cancel = (): void => undefined;
  const lookAround = (): void => {
    cancel = wakeAt(clock, clock.now() + grace, lookAround);
    unsure = true;
    isCurrent().catch(() => undefined);
  };

  try {
    await current();
    lookAround();
  } catch (error) {
    follower.close();
    await link.close();
    throw error;
  }

  return {
    name: 'jetstream',
    serverVersion: version(),
    find: async (chatId) => (await conversation(chatId))?.chat,
    commit: (chat, messages = [], most) => commit(chat, messages, most),
    messageOf: async (chatId, id) => (await conversation(chatId))?.messages.find((message) => message.id === id),
    async messages(chatId, after, upTo = Infinity, limit) {
      const found = (await conversation(chatId))?.messages.filter(({ seq }) => seq > after && seq <= upTo) ?? [];
      return found.slice(0, limit);
    },
    async waiting() {
      await current();
      return model.waiting();
    },
    async ofAgent(agent) {
      await current();
      return model.ofAgent(agent);
    },
    async live() {
      await current();
      return model.live();
    },
    async latestOf(endUserId) {
      const [past] = await Promise.all([archive.newestOf(endUserId), current()]);
      const present = model.latestOf(endUserId);
      return present === undefined || (past?.visit ?? 0) > present.visit ? past : present;
    },
    async watch(told, gap) {
      // What was there before the call is for the caller to read, and not told.
      await current();
      const listener = { told, gap };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    whisper(text) {
      // Kept back until the connection is there again, it would be told when it is no longer true.
      if (link.isConnected()) nc.publish(names.whisper, text);
    },
    onWhisper(hear) {
      const subscription = nc.subscribe(names.whisper, {
        callback: (error, message) => {
          if (error === null) hear(message.string());
        },
      });
      return () => subscription.unsubscribe();
    },
    async healthy() {
      try {
        assertNewEnough();
        if (!link.isConnected()) return false;
        // Only a write tells whether there is a majority.
        const probe = link.js.publish(names.probe(gateway), '', { timeout: HEALTH_TIME });
        await within(HEALTH_TIME, Promise.all([probe, current()]));
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      cancel();
      sweeper.close();
      follower.close();
      listeners.clear();
      await link.close();
    },
  };
};
