import { setTimeout as pause } from 'node:timers/promises';
import type { HeldChat } from './held-chats.js';

/** How long the last messages may take to be heard after all are written, in milliseconds. */
const SETTLED_WITHIN = 60_000;

/** A message as people write them in chats: about ten words. */
const TEXT = 'Thank you, I have sent the form again with the right date on it.';

export interface Traffic {
  /** How many were written, and heard on the other side, so far. */
  readonly written: number;
  readonly heard: number;
  /** Those written since `mark` that were heard: how long each took, in milliseconds. */
  readonly took: readonly number[];
  /** Forgets how long the messages took that were written until now. */
  mark(): void;
  hear(id: string): void;
  /** Writes for so long, whether or not what was written before has been heard. */
  write(chats: readonly HeldChat[], perSecond: number, seconds: number): Promise<void>;
  /** Waits until all is heard; gives how many never were. */
  settle(): Promise<number>;
}

/** Messages of both sides, into any of the chats, at random moments: as many people do who know nothing of each other. */
export const createTraffic = (random: () => number): Traffic => {
  /** When each that has not been heard was to be written. */
  const under = new Map<string, number>();
  let written = 0;
  let heard = 0;
  let took: number[] = [];
  let markedFrom = 0;

  const writeOne = (chats: readonly HeldChat[], due: number): void => {
    const chat = chats[Math.floor(random() * chats.length)];
    if (chat === undefined) return;
    const id = `m-${written}`;
    written += 1;
    // Late because this process was late: the wait counts, as it would for who writes.
    under.set(id, Math.min(due, performance.now()));
    const message = { id, text: TEXT, time: Date.now() };
    if (written % 2 === 0) chat.endUser.send({ type: 'write', id, message });
    else chat.agent.send({ type: 'send', id, chatId: chat.id, message });
  };

  return {
    get written() {
      return written;
    },
    get heard() {
      return heard;
    },
    get took() {
      return took;
    },
    mark() {
      took = [];
      markedFrom = performance.now();
    },
    hear(id) {
      const at = under.get(id);
      if (at === undefined || !under.delete(id)) return;
      heard += 1;
      if (at >= markedFrom) took.push(performance.now() - at);
    },
    async write(chats, perSecond, seconds) {
      const end = performance.now() + seconds * 1000;
      const gap = (): number => (-Math.log(1 - random()) * 1000) / perSecond;
      for (let due = performance.now() + gap(); due < end; due += gap()) {
        const early = due - performance.now();
        if (early >= 1) await pause(early);
        writeOne(chats, due);
      }
      await pause(end - performance.now());
    },
    async settle() {
      for (const end = Date.now() + SETTLED_WITHIN; under.size > 0 && Date.now() < end;) await pause(20);
      const lost = under.size;
      under.clear();
      return lost;
    },
  };
};
