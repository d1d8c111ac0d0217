import type { AgentHears, Chat, Message, SnapshotFrame } from '../../src/wire/index.js';
import type { KeptMessage } from './engine.js';

/** Room for what stands around the parts of a frame. */
const AROUND = 2048;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1;

/** The kept and the told message are one and the same; the wire's type only says so with fields that can be written. */
export const toldMessages = (messages: readonly KeptMessage[]): Message[] => [...messages];

/** Parts of a list that each fit into a frame. An empty list is one empty part. */
export const inParts = (messages: readonly KeptMessage[], frameBytes: number): readonly (readonly KeptMessage[])[] => {
  // One message always fits, by the limit on its text.
  if (messages.length < 2) return [messages];
  const parts: KeptMessage[][] = [[]];
  let room = frameBytes - AROUND;
  for (const message of messages) {
    const bytes = bytesOf(message);
    if (bytes > room && parts.at(-1)?.length !== 0) {
      parts.push([]);
      room = frameBytes - AROUND;
    }
    parts.at(-1)?.push(message);
    room -= bytes;
  }
  return parts;
};

/** A snapshot as frames, none longer than a frame may be. */
export const snapshotFrames = (
  chats: readonly Chat[],
  conversations: ReadonlyMap<string, readonly KeptMessage[]>,
  { serverTime, resumed }: Pick<SnapshotFrame, 'serverTime' | 'resumed'>,
  frameBytes: number,
): readonly AgentHears[] => {
  const begin = (place: number): SnapshotFrame => ({
    ...{ type: 'snapshot', serverTime, resumed, part: place, last: false },
    // Without a prototype: a chat may be called as a field that every other object has.
    ...{ chats: [], messages: Object.create(null) as SnapshotFrame['messages'] },
  });
  let part = begin(0);
  const frames = [part];
  let room = frameBytes - AROUND;
  let empty = true;
  /** The part that has room for so many bytes: this one, or another. */
  const partFor = (bytes: number): SnapshotFrame => {
    if (bytes > room && !empty) {
      part = begin(frames.length);
      frames.push(part);
      room = frameBytes - AROUND;
    }
    empty = false;
    room -= bytes;
    return part;
  };
  for (const chat of chats) partFor(bytesOf(chat)).chats.push(chat);
  for (const [chatId, messages] of conversations) {
    const key = bytesOf(chatId) + 4;
    for (const message of messages) (partFor(bytesOf(message) + key).messages[chatId] ??= []).push(message);
  }
  part.last = true;
  return frames;
};
