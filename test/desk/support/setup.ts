import type { ChatRecord, ConnectorEvent, DeskStorage, Message } from '../../../src/core/index.js';
import { createChatDesk, type ChatDeskOptions, type Happening, type HappeningType } from '../../../src/desk/index.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { aChat, aMessage, at, MORNING } from '../../support/builders.js';
import { createFakeConnector, type FakeOptions } from './fake-connector.js';

/** Lets every promise that needs no timer settle. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** A storage in memory that a test can look into. */
export const createStorage = (): DeskStorage & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};

export const snapshotOf = (
  chats: readonly ChatRecord[],
  messages: Readonly<Record<string, readonly Message[]>> = {},
  serverTime = MORNING,
): ConnectorEvent => ({ type: 'snapshot', serverTime, chats, messages });

/** An own, active chat. */
export const anActive = (given: Partial<ChatRecord> = {}): ChatRecord =>
  aChat({ state: 'active', acceptedAt: MORNING, ...given });

/** An end user's message with its place: `said(1)` is the first. */
export const said = (seq: number, given: Partial<Message> = {}): Message =>
  aMessage({ id: `message-${seq}`, seq, time: at(seq), ...given });

export interface SetupOptions extends FakeOptions {
  readonly desk?: Partial<Omit<ChatDeskOptions, 'connector' | 'clock' | 'warn'>>;
  /** What the first snapshot holds; `null`: none comes. */
  readonly chats?: readonly ChatRecord[] | null;
  readonly messages?: Readonly<Record<string, readonly Message[]>>;
}

/** A desk over a fake connector at nine in the morning, with what it told. */
export const setup = (options: SetupOptions = {}) => {
  const clock = createManualClock(MORNING);
  const connector = createFakeConnector(options);
  const warnings: string[] = [];
  let ids = 0;
  const desk = createChatDesk({
    connector,
    clock,
    newId: () => `own-${(ids += 1)}`,
    warn: (text) => void warnings.push(text),
    ...options.desk,
  });
  const happenings: Happening[] = [];
  desk.happenings$.subscribe((happening) => void happenings.push(happening));
  if (options.chats !== null) connector.emit(snapshotOf(options.chats ?? [], options.messages));
  const told = <T extends HappeningType>(type: T) =>
    happenings.filter((happening): happening is Extract<Happening, { type: T }> => happening.type === type);
  const view = (chatId = 'chat-1') => {
    const found = desk.chat(chatId).view$.value;
    if (found === undefined) throw new Error(`No chat ${chatId}.`);
    return found;
  };
  const texts = (chatId = 'chat-1') => desk.chat(chatId).messages$.value.map(({ text }) => text);
  return { clock, connector, desk, happenings, told, texts, view, warnings };
};
