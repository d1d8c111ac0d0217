import type { AgentHears, Chat } from '../../../src/wire/index.js';

/** A desk as simple as can be: what an agent has after some frames. */
export interface SimpleDesk {
  hear(frame: AgentHears): void;
  /** Up to where it has each conversation. */
  cursors(): Readonly<Record<string, number>>;
  /** Each chat as it was told, and the places of its messages in the order they came. */
  readonly picture: {
    readonly chats: Readonly<Record<string, unknown>>;
    readonly seqs: Readonly<Record<string, readonly number[]>>;
  };
}

/** How far a chat's life has come says how to read the others, not how it stands. */
export const standing = ({ version: _version, ...chat }: Chat): Record<string, unknown> => chat;

export const createSimpleDesk = (): SimpleDesk => {
  let chats = new Map<string, Record<string, unknown>>();
  let seqs = new Map<string, readonly number[]>();
  let parts: Extract<AgentHears, { type: 'snapshot' }>[] = [];

  const said = (chatId: string, messages: readonly { readonly seq: number }[]): void =>
    void seqs.set(chatId, [...(seqs.get(chatId) ?? []), ...messages.map(({ seq }) => seq)]);

  const snapshot = (frame: Extract<AgentHears, { type: 'snapshot' }>): void => {
    parts.push(frame);
    if (!frame.last) return;
    const before = seqs;
    chats = new Map(parts.flatMap((part) => part.chats.map((chat) => [chat.id, standing(chat)])));
    seqs = new Map();
    for (const chatId of chats.keys()) if (frame.resumed && before.has(chatId)) said(chatId, []);
    if (frame.resumed) for (const chatId of seqs.keys()) seqs.set(chatId, before.get(chatId) ?? []);
    for (const part of parts) for (const [chatId, messages] of Object.entries(part.messages)) said(chatId, messages);
    parts = [];
  };

  return {
    hear(frame) {
      if (frame.type === 'welcome') parts = [];
      if (frame.type === 'snapshot') return snapshot(frame);
      if (frame.type === 'chat') chats.set(frame.chat.id, { ...chats.get(frame.chat.id), ...standing(frame.chat) });
      if (frame.type === 'messages') said(frame.chatId, frame.messages);
      if (frame.type === 'withdrawn' || frame.type === 'done') {
        chats.delete(frame.chatId);
        seqs.delete(frame.chatId);
      }
      const chat = 'chatId' in frame ? chats.get(frame.chatId) : undefined;
      if (chat === undefined) return;
      if (frame.type === 'left') Object.assign(chat, { state: 'left', leftAt: frame.time });
      if (frame.type === 'returned') {
        chat['state'] = 'active';
        delete chat['leftAt'];
      }
      if (frame.type === 'ended') Object.assign(chat, { state: 'wrap-up', endedAt: frame.time, endedBy: frame.by });
      if (frame.type === 'wrap-up-submitted') chat['submitted'] = frame.values;
    },
    cursors: () => {
      const last = [...seqs].map(([chatId, all]) => [chatId, all.at(-1) ?? 0] as const);
      return Object.fromEntries(last.filter(([, seq]) => seq > 0));
    },
    get picture() {
      return {
        chats: Object.fromEntries(chats),
        seqs: Object.fromEntries([...seqs].filter(([, all]) => all.length > 0)),
      };
    },
  };
};
