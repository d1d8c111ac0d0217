import { host } from './host.js';
import { CHAT, conversation, markOf, messageAt, placeIn, recordOf } from './messages.js';
import { countNodes, lowestSeen, nextPaint, paints, untilSeen, type Painted } from './painted.js';
import { subject, type AdapterSubject } from './subjects.js';

const adapter = (): AdapterSubject => subject('adapter') as AdapterSubject;

/** How many messages of each chat were told. */
const told = new Map<string, number>();

/** Opens the adapter with so many chats of so many messages, the first of them selected. */
export const open = async (chats: number, count: number, limit: number): Promise<Painted> => {
  const ids = Array.from({ length: chats }, (_, index) => `chat-${index + 1}`);
  for (const id of ids) told.set(id, count);
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
  const seen = await untilSeen(host(), markOf(chatId, told.get(chatId) ?? 0), begin, limit);
  await selected;
  return seen;
};

/** How many frames are waited for after a chat was seen, so that its last work counts as its own. */
const AFTER = 2;

/** Selects one chat, then the other, and so on; who takes longer than `budget` milliseconds does fewer. */
export const switchChats = async (times: number, limit: number, budget: number): Promise<readonly Painted[]> => {
  const painted: Painted[] = [];
  const end = performance.now() + budget;
  while (painted.length < times && (painted.length === 0 || performance.now() < end)) {
    const seen = await select(painted.length % 2 === 0 ? 'chat-2' : CHAT, limit);
    painted.push(seen);
    await paints(AFTER);
    if (!seen.seen) break;
  }
  return painted;
};

/** The same frames and looks as for so many switches to the open chat, and none of them: what the bench itself takes. */
export const rest = async (count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) {
    await untilSeen(host(), markOf(CHAT, told.get(CHAT) ?? 0), await nextPaint(), 0);
    await paints(AFTER);
  }
};

/** How the page did while it was written in, and how a stream arrived. */
export interface Watched {
  /** Milliseconds from each key to the paint after it. */
  readonly keys: readonly number[];
  /** When each frame began, in milliseconds. Each has left a mark in the page's timeline too. */
  readonly frames: readonly number[];
  /** How often the end of the open chat was not in sight. */
  readonly lost: number;
  /** By how many messages the desk has more. */
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

/** What each frame leaves in the page's timeline. */
export const FRAME_MARK = 'bench-frame';

/** How many frames later than told a message may be in sight. */
const FRAMES_LATE = 3;

/** Whether what has been told of the open chat is at the lower end of what is seen a few frames later. */
const seesEnd = async (): Promise<boolean> => {
  const newest = told.get(CHAT) ?? 0;
  await paints(FRAMES_LATE);
  return lowestSeen(host(), placeIn) >= newest;
};

/** Reads keys and frames until it is told to stop. */
const watchPage = (): (() => Pick<Watched, 'keys' | 'frames'>) => {
  const keys: number[] = [];
  const frames: number[] = [];
  let watching = true;
  const onKey = ({ timeStamp }: KeyboardEvent): void => void nextPaint().then((time) => keys.push(time - timeStamp));
  const onFrame = (time: number): void => {
    if (!watching) return;
    frames.push(time);
    performance.mark(FRAME_MARK);
    performance.clearMarks(FRAME_MARK);
    requestAnimationFrame(onFrame);
  };
  addEventListener('keydown', onKey, true);
  requestAnimationFrame(onFrame);
  return () => {
    watching = false;
    removeEventListener('keydown', onKey, true);
    return { keys, frames };
  };
};

/** Lets messages come from a worker; `take` gets each one's number. Settles when all have come. */
const streamTo = (rate: number, total: number, take: (number: number) => void): Promise<void> => {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return new Promise((resolve) => {
    let taken = 0;
    worker.onmessage = ({ data }: MessageEvent<number>) => {
      take(data);
      taken += 1;
      if (taken < total) return;
      worker.terminate();
      resolve();
    };
    worker.postMessage({ rate, total });
  });
};

/**
 * Lets so many messages a second arrive over all chats, and watches keys and frames meanwhile. `heard: false`: the worker
 * says as much, and nobody is told: what the bench itself costs.
 */
export const watch = async (rate: number, chats: number, seconds: number, heard: boolean): Promise<Watched> => {
  const messages = Array.from({ length: rate * seconds }, (_, index) => {
    const chatId = `chat-${(index % chats) + 1}`;
    return { chatId, message: messageAt(chatId, (told.get(chatId) ?? 0) + 1 + Math.floor(index / chats)) };
  });
  const before = keptMessages();
  const stop = watchPage();
  const arrived =
    messages.length === 0
      ? Promise.resolve()
      : streamTo(rate, messages.length, (number) => {
          const due = messages[number];
          if (due === undefined || !heard) return;
          adapter().emit({ type: 'messages', chatId: due.chatId, messages: [due.message] });
          told.set(due.chatId, due.message.seq ?? 0);
        });
  let lost = 0;
  for (let second = 0; second < seconds; second += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    if (!(await seesEnd())) lost += 1;
  }
  await arrived;
  if (!(await seesEnd())) lost += 1;
  return { ...stop(), lost, kept: keptMessages() - before };
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

/** How many nodes the document has. The browser counts those that are nowhere any more as well. */
export const nodes = (): number => countNodes();

/** For a look at what is left: how many chats the desk still has. */
export const chatsLeft = (): number => adapter().desk().chats$.value.length;
