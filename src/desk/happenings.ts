import type {
  Author,
  Channel,
  ConnectionState,
  EndUser,
  Party,
  Urgency,
  WithdrawnReason,
  WrapUpReason,
  WrapUpValues,
} from '../core/index.js';

/** Who made a thing happen. */
export type By = 'agent' | 'host' | 'wire' | 'clock';

/** Every happening by its event name, with what it tells. Times are epoch milliseconds on the server's clock. */
export interface HappeningDetails {
  'chat-requested': { readonly channel: Channel; readonly queue?: string; readonly waiting: number };
  'chat-withdrawn': { readonly channel: Channel; readonly queue?: string; readonly reason: WithdrawnReason };
  /** The end user for a screen pop; the name only where the naming rule allows it. */
  'chat-accepted': { readonly channel: Channel; readonly queue?: string; readonly endUser: EndUser };
  'chat-selected': { readonly from: string | undefined; readonly to: string | undefined };
  'chat-message-added': { readonly messageId: string; readonly author: Author };
  /** `unread` of this chat, `total` of all. */
  'chat-unread-change': { readonly unread: number; readonly total: number };
  'chat-end-user-left': { readonly by: Party; readonly reason?: string };
  'chat-end-user-returned': { readonly by: Party };
  'chat-ended': { readonly by: Party; readonly reason?: string };
  /** `since` is absent with urgency `none`. `missed` is told exactly once per wait. */
  'response-urgency-change': { readonly urgency: Urgency; readonly since?: number; readonly target?: number };
  'wrap-up-submitted': { readonly values: WrapUpValues; readonly reason: WrapUpReason };
  'wrap-up-done': { readonly values: WrapUpValues; readonly reason: WrapUpReason };
  'adapter-toggle': { readonly open: boolean };
  'connection-change': { readonly state: ConnectionState; readonly reason?: string };
  'chat-error': { readonly code: string; readonly message: string };
}

export type HappeningType = keyof HappeningDetails;

/** One happening. `chatId` where a chat is meant. */
export type Happening = {
  readonly [T in HappeningType]: {
    readonly type: T;
    readonly by: By;
    /** Epoch milliseconds on the server's clock. */
    readonly time: number;
    readonly chatId?: string;
    readonly detail: HappeningDetails[T];
  };
}[HappeningType];

/** A happening as the log keeps it: numbered from 1, and without words that anybody wrote (wrap-up values are left out). */
export type LogEntry = Happening & { readonly seq: number };
