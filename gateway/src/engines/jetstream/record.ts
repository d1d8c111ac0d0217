import type { KeptMessage, StoredChat } from '../../engine.js';

/** One commit, whole: a chat as it is from then on, and the messages that came with it. */
export interface Commit {
  readonly chat: StoredChat;
  readonly messages: readonly KeptMessage[];
}

/** JSON escapes lone surrogates, so a text of any kind comes back as it was. */
export const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

export const decode = (data: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(data));

/** A record of the log; `undefined`: no gateway wrote it. */
export const readCommit = (data: Uint8Array): Commit | undefined => {
  try {
    const { chat, messages } = decode(data) as Partial<Commit>;
    return chat !== undefined && Array.isArray(messages) ? { chat, messages } : undefined;
  } catch {
    return undefined;
  }
};
