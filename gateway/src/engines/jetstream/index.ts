import { nuid } from '@nats-io/transport-node';
import { type Clock, isOver, systemClock, wakeAt } from '../../../../src/core/index.js';
import type { Engine, KeptMessage } from '../../engine.js';
import { createArchive, createSweeper } from './archive.js';
import { createKept } from './kept.js';
import { openLink, Unsuitable } from './link.js';
import { createLog } from './log.js';
import { createModel } from './model.js';
import { namesFor } from './names.js';
import { createPlaces } from './places.js';
import { createReader } from './reader.js';
import { type Commit, decode, encode } from './record.js';
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

  const reader = createReader(link, names, log, model, {
    taken({ chat }) {
      sweeper.notice(chat, false);
      tell(chat.id, chat.version);
    },
    forgotten: (chatId) => tell(chatId),
    replaced() {
      for (const { gap } of [...listeners]) gap();
    },
    onTrouble,
  });
  const { take, current, catchUp } = reader;

  const conversation = async (chatId: string): Promise<Commit | undefined> =>
    (await reader.entryOf(chatId)) ?? (await archive.find(chatId));

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
    reader.doubt();
  };

  try {
    await current();
    lookAround();
  } catch (error) {
    reader.close();
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
      reader.close();
      listeners.clear();
      await link.close();
    },
  };
};
