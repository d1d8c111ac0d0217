import { CHAT, conversation, markOf, messageAt, recordOf } from './messages.js';
import { countNodes, isSeen, nextPaint, paints, untilSeen, type Painted } from './painted.js';
import { subject, type AdapterSubject } from './subjects.js';

const host = (): HTMLElement => document.querySelector<HTMLElement>('#host')!;
const adapter = (): AdapterSubject => subject<AdapterSubject>('adapter');

const counts = new Map<string, number>();

/** Opens the adapter with so many chats of so many messages, the first of them selected. */
export const open = async (chats: number, count: number, limit: number): Promise<Painted> => {
  const ids = Array.from({ length: chats }, (_, index) => `chat-${index + 1}`);
  for (const id of ids) counts.set(id, count);
  const messages = Object.fromEntries(ids.map((id) => [id, conversation(id, count)]));
  await new Promise((resolve) => setTimeout(resolve));
  const begin = performance.now();
  await adapter().open(host(), messages);
  if (chats === 0) {
    await nextPaint();
    return { seen: true, time: performance.now() - begin, frames: 1 };
  }
  return select(CHAT, limit);
};

/** Opens a chat; settles once its newest message is painted. */
export const select = async (chatId: string, limit: number): Promise<Painted> => {
  const begin = await nextPaint();
  const selected = adapter().desk().select(chatId);
  const seen = await untilSeen(host(), markOf(chatId, counts.get(chatId) ?? 0), begin, limit);
  await selected;
  return seen;
};

/** Selects one chat, then the other, and so on; gives what passed. */
export const switchChats = async (
  times: number,
  limit: number,
): Promise<{ painted: readonly Painted[]; frames: number }> => {
  const painted: Painted[] = [];
  let frames = 0;
  while (painted.length < times) {
    const seen = await select(painted.length % 2 === 0 ? 'chat-2' : CHAT, limit);
    painted.push(seen);
    await paints(2);
    frames += 1 + seen.frames + 2;
    if (!seen.seen) break;
  }
  return { painted, frames };
};

/** How the page did while it was written in, and how a stream arrived. */
export interface Watched {
  /** Milliseconds from each key to the paint after it. */
  readonly keys: readonly number[];
  /** Frames that came late, counted in frames that are missing. */
  readonly dropped: number;
  readonly frames: number;
  readonly worst: number;
  /** How often the newest message of the open chat was looked for, and not there. */
  readonly looks: number;
  readonly lost: number;
  readonly endSeen: boolean;
  /** Messages that were told, and that the desk has. */
  readonly told: number;
  readonly kept: number;
}

/** A worker tells when messages are due, as a socket would: one message, one task. */
const source = `onmessage = ({ data: { rate, total } }) => {
  const begin = performance.now();
  let told = 0;
  const timer = setInterval(() => {
    const due = Math.min(total, Math.floor(((performance.now() - begin) * rate) / 1000));
    while (told < due) postMessage(told++);
    if (told === total) clearInterval(timer);
  }, 4);
}`;

const FRAME = 1000 / 60;

/**
 * Lets so many messages a second arrive over so many chats, and watches keys and frames meanwhile. `heard: false`: the worker
 * tells as much, and nobody is told: what the bench itself costs.
 */
export const watch = async (rate: number, chats: number, seconds: number, heard: boolean): Promise<Watched> => {
  const total = rate * seconds;
  const made = Array.from({ length: total }, (_, index) => {
    const chatId = `chat-${(index % chats) + 1}`;
    const place = (counts.get(chatId) ?? 0) + 1;
    counts.set(chatId, place);
    return { chatId, message: messageAt(chatId, place) };
  });
  const keptBefore = keptMessages();
  const keys: number[] = [];
  const onKey = ({ timeStamp }: KeyboardEvent): void => void nextPaint().then((time) => keys.push(time - timeStamp));
  addEventListener('keydown', onKey, true);
  const times: number[] = [];
  let running = true;
  const onFrame = (time: number): void => {
    times.push(time);
    if (running) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);

  let told = 0;
  let newest = markOf(CHAT, counts.get(CHAT) ?? 0);
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  const arrived = new Promise<void>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      const due = made[data];
      told += 1;
      if (due !== undefined && heard) {
        adapter().emit({ type: 'messages', chatId: due.chatId, messages: [due.message] });
        if (due.chatId === CHAT) newest = markOf(CHAT, due.message.seq ?? 0);
      }
      if (told === total) resolve();
    };
  });
  if (total > 0) worker.postMessage({ rate, total });
  let looks = 0;
  let lost = 0;
  for (let second = 0; second < seconds; second += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    if (!heard) continue;
    const due = newest;
    const { seen } = await untilSeen(host(), due, performance.now(), 200);
    looks += 1;
    if (!seen) lost += 1;
  }
  if (total > 0) await Promise.race([arrived, new Promise((resolve) => setTimeout(resolve, 10_000))]);
  await paints(6);
  running = false;
  worker.terminate();
  removeEventListener('keydown', onKey, true);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return {
    keys,
    dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0),
    frames: gaps.length,
    worst: Math.max(0, ...gaps),
    looks,
    lost,
    endSeen: !heard || isSeen(host(), newest),
    told: heard ? told : 0,
    kept: keptMessages() - keptBefore,
  };
};

const keptMessages = (): number => {
  const desk = adapter().desk();
  return desk.chats$.value.reduce((sum, { id }) => sum + desk.chat(id).messages$.value.length, 0);
};

/** Lets so many requests arrive, each answered, used with `count` messages, ended, wrapped up and let go. */
export const useChats = async (from: number, chats: number, count: number): Promise<void> => {
  const desk = adapter().desk();
  for (let each = from; each < from + chats; each += 1) {
    const id = `used-${each}`;
    adapter().emit({ type: 'chat', chat: recordOf(id, 'waiting') });
    await desk.accept(id);
    const messages = conversation(id, count);
    for (const message of messages) adapter().emit({ type: 'messages', chatId: id, messages: [message] });
    await nextPaint();
    await desk.end(id);
    await nextPaint();
    await desk.submitWrapUp(id);
    await nextPaint();
  }
};

/** How many nodes the document has. The browser counts those that nobody can see any more as well. */
export const nodes = (): number => countNodes();

/** For a look at what is left: how many chats the desk still has. */
export const chatsLeft = (): number => adapter().desk().chats$.value.length;
