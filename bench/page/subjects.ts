import type { ConnectorEvent, Message } from '../../src/core/index.js';
import type { ChatDesk } from '../../src/desk/index.js';
import type { HandChat } from '../baselines/hand-ticking.js';

/** One conversation in a page. */
export interface ConversationSubject {
  open(host: HTMLElement, messages: readonly Message[]): void | Promise<void>;
  append(message: Message): void;
  close(): void;
}

/** Many running timers. */
export interface TickingSubject {
  open(host: HTMLElement, chats: readonly HandChat[], all: boolean): void;
  close(): void;
}

/** A page with no chat. */
export interface EmptySubject {
  open(host: HTMLElement): void;
}

/** The whole adapter over a connector that tells what the bench wants. */
export interface AdapterSubject {
  open(host: HTMLElement, messages: Readonly<Record<string, readonly Message[]>>): Promise<void>;
  emit(event: ConnectorEvent): void;
  desk(): ChatDesk;
  close(): void;
}

const loaded = new Map<string, unknown>();

/** Fetches and runs a subject's bundle. */
export const load = async (name: string): Promise<void> => {
  loaded.set(name, await import(`/subjects/${name}.js`));
};

/** A subject that was loaded. */
export const subject = (name: string): unknown => loaded.get(name);
