import type { KeptMessage, StoredChat } from '../../engine.js';

/** One commit, whole: a chat as it is from then on, and the messages that came with it. */
export interface Commit {
  readonly chat: StoredChat;
  readonly messages: readonly KeptMessage[];
}

/** JSON escapes lone surrogates, so a text of any kind comes back as it was. */
export const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

export const decode = <T>(data: Uint8Array): T => JSON.parse(new TextDecoder().decode(data)) as T;
