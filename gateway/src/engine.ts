import type { ChatRecord, Message, WrapUpReason } from '../../src/core/index.js';

/** A message that has its place. */
export type KeptMessage = Message & { readonly seq: number };

/** A chat as an engine keeps it. Plain data: what comes back from an engine equals what was given to it. */
export interface StoredChat extends ChatRecord {
  /** From 1, one more at each change: whoever changes a chat says which version they saw. */
  readonly version: number;
  /** The `seq` of its newest message; 0: there is none. */
  readonly count: number;
  /** Who answered. */
  readonly agent?: string;
  /** Which of this end user's chats it is, from 1. The id of a chat is made of both (`rules/chat-id.ts`). */
  readonly visit: number;
  /** Its place in the order of arrival: when it was made, in epoch milliseconds. Of two the smaller id stands first. */
  readonly arrival: number;
  readonly returnedAt?: number;
  readonly leftReason?: string;
  readonly endedReason?: string;
  /** Who submitted: the agent, or the time limit. */
  readonly submittedReason?: WrapUpReason;
  /** Of a channel from outside: up to which message the agent's replies were handed on to its provider. */
  readonly handedOn?: number;
  /** Once left: whether the end user said so, or their sockets just went away. */
  readonly onPurpose?: boolean;
}

/**
 * What a gateway stands on. The gateway keeps nothing: every guarantee is one of these. A command is a loop of `find`, a
 * pure decision (`rules/`) and `commit`, until a commit wins or the decision is a refusal.
 *
 * All ids given here are well-formed Unicode without U+0000, at most 200 UTF-16 code units long. Texts may hold anything
 * a JavaScript string can.
 */
export interface Engine {
  readonly name: 'pglite' | 'postgres' | 'jetstream';
  /** Of the server behind it, such as `15.13`. */
  readonly serverVersion: string;
  find(chatId: string): Promise<StoredChat | undefined>;
  /**
   * Keeps a chat if the stored version is still `chat.version - 1` (1: no chat has this id), with its new messages, all
   * of it or nothing. Mostly one message or none; a request that is asked for anew brings what was written in it.
   *
   * `false`: somebody was quicker; or a message with one of these ids is in the chat already (`messageOf` then has it);
   * or, with `most`, `chat.agent` has so many open chats (`ofAgent`) already without this one. Two commits at once never
   * pass `most` together. Rejects only where nobody can say what became of it.
   */
  commit(chat: StoredChat, messages?: readonly KeptMessage[], most?: number): Promise<boolean>;
  /** The message with this client id, if it is in the chat. */
  messageOf(chatId: string, id: string): Promise<KeptMessage | undefined>;
  /** Messages in order: those after `after`, up to `upTo`, the first `limit` of them. */
  messages(chatId: string, after: number, upTo?: number, limit?: number): Promise<readonly KeptMessage[]>;
  /** Every waiting request, in order of arrival. */
  waiting(): Promise<readonly StoredChat[]>;
  /** An agent's open chats (active, left, wrap-up), in order of arrival. */
  ofAgent(agent: string): Promise<readonly StoredChat[]>;
  /** Every waiting and active chat: those whose end user should be there. Asked seldom. */
  live(): Promise<readonly StoredChat[]>;
  /** An end user's newest chat: the one with the highest `visit`. */
  latestOf(endUserId: string): Promise<StoredChat | undefined>;
  /**
   * Tells of every commit by any gateway, its own included, after it can be read: of each chat in the order of its
   * versions, though one may be told again, and some may be left out where a later one is told. `gap`: word may have been missed, look again at
   * everything. Resolves when it listens; what it resolves with ends that. May be called several times.
   */
  watch(told: (chatId: string, version?: number) => void, gap: () => void): Promise<() => void>;
  /** Tells all other gateways what is never stored, such as typing. Best effort; whether one's own is heard is open. */
  whisper?(text: string): void;
  onWhisper?(hear: (text: string) => void): () => void;
  /** Whether it can commit right now. Settles within two seconds and never rejects. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}
