import type { Channel } from './channel.js';
import type { Clock } from './clock.js';
import type { Disposition } from './dispositions.js';
import type { ChatState } from './life.js';
import type { Message } from './message.js';
import type { EndUser } from './name.js';
import type { PolicyLayer } from './policy.js';
import type { ShapeProblem } from './shape.js';
import type { Summary, SummaryRequest } from './summary.js';
import type { WrapUpReason, WrapUpValues } from './wrap-up.js';

/**
 * What a back end promises of a send. `idempotent`: client ids are de-duplicated by the server and events replay from a
 * cursor. `archived`: the client id can be looked up before sending again. `at-most-once`: neither, so a message is
 * only ever "handed over".
 */
export type DeliveryGuarantee = 'idempotent' | 'archived' | 'at-most-once';

/** What a channel can do. Absent means yes. */
export interface ChannelAbilities {
  /** Whether the end user's typing is told, and the agent's typing is shown to the end user. */
  readonly typing?: boolean;
  readonly preview?: boolean;
  readonly history?: boolean;
  /** Whether it is told that the end user has left. */
  readonly left?: boolean;
  readonly summary?: boolean;
}

/** `connecting`: not yet, or again. `online`: events flow. `offline`: given up until something changes. */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'closed';

/** Who ended a chat, or left it. */
export type Party = 'agent' | 'end-user' | 'system';

/** Why a request went away: another agent was quicker, the end user gave up, or the back end took it back. */
export type WithdrawnReason = 'answered-elsewhere' | 'end-user-left' | 'withdrawn';

/** A chat as the back end knows it. Times are epoch milliseconds on the server's clock. */
export interface ChatRecord {
  readonly id: string;
  readonly channel: Channel;
  readonly queue?: string;
  readonly endUser: EndUser;
  readonly state: ChatState;
  readonly requestedAt: number;
  /** How many messages the end user had sent, or has sent so far, before an agent answered. */
  readonly waiting: number;
  /** When this agent was assigned. */
  readonly acceptedAt?: number;
  readonly leftAt?: number;
  readonly endedAt?: number;
  readonly endedBy?: Party;
  /** Whether its wrap-up was submitted and only Done is left. */
  readonly submitted?: WrapUpValues;
}

/**
 * What a back end tells an agent's desk. Events of one chat come in order; messages carry a gapless `seq`. A desk drops
 * what it has seen, so telling a thing twice does no harm.
 */
export type ConnectorEvent =
  /** First, and again after a gap that could not be filled: everything this agent must know, in place of all before. */
  | {
      readonly type: 'snapshot';
      readonly serverTime: number;
      /** Every waiting request, and this agent's own chats. */
      readonly chats: readonly ChatRecord[];
      /** Whether `messages` go on from the session's cursors, instead of being whole. */
      readonly resumed?: boolean;
      /** The conversations of this agent's own chats, by chat id, in order. */
      readonly messages: Readonly<Record<string, readonly Message[]>>;
    }
  | { readonly type: 'connection'; readonly state: ConnectionState; readonly reason?: string }
  | { readonly type: 'server-time'; readonly serverTime: number }
  /** The connector's layers of the policy; `queues` in it are the connector's queues. */
  | { readonly type: 'policy'; readonly policy: PolicyLayer }
  /** A request arrived, or its waiting count or end user changed; or a chat became this agent's. */
  | { readonly type: 'chat'; readonly chat: ChatRecord }
  /** A waiting request is no longer one, for this agent. */
  | { readonly type: 'withdrawn'; readonly chatId: string; readonly reason: WithdrawnReason }
  /** New messages of an own chat, this agent's included. Their ids are the client ids. */
  | { readonly type: 'messages'; readonly chatId: string; readonly messages: readonly Message[] }
  /** The end user types (`preview`: what, where it is told), or stopped. Never stored, never replayed. */
  | { readonly type: 'typing'; readonly chatId: string; readonly typing: boolean; readonly preview?: string }
  | { readonly type: 'left'; readonly chatId: string; readonly time: number; readonly reason?: string }
  | { readonly type: 'returned'; readonly chatId: string; readonly time: number }
  | {
      readonly type: 'ended';
      readonly chatId: string;
      readonly time: number;
      readonly by: Party;
      readonly reason?: string;
    }
  | {
      readonly type: 'wrap-up-submitted';
      readonly chatId: string;
      readonly values: WrapUpValues;
      readonly reason: WrapUpReason;
    }
  | { readonly type: 'done'; readonly chatId: string };

/** An Observable of any RxJS version, or of another library. */
export interface EventObservable {
  subscribe(observer: { next(event: ConnectorEvent): void; error(reason: unknown): void; complete(): void }): {
    unsubscribe(): void;
  };
}

/**
 * Anything that gives events, as RxJS's `ObservableInput`. What becomes one by `Symbol.observable` may have that in place
 * of `'@@observable'`.
 */
export type EventSource =
  | EventObservable
  | { readonly '@@observable': () => EventObservable }
  | AsyncIterable<ConnectorEvent>
  | Iterable<ConnectorEvent | PromiseLike<ConnectorEvent>>
  | PromiseLike<ConnectorEvent>;

/** What a desk gives a connector when it opens. */
export interface ConnectorSession {
  /** The last `seq` the desk has of each of its chats: events go on from there. Empty at first. */
  readonly cursors: ReadonlyMap<string, number>;
  /**
   * Tells of something from the back end that the connector itself cannot use, so that the agent's page hears of it as
   * the error `bad-wire-input`. It names places, never what stood there: that may be private.
   */
  complain?(problems: readonly ShapeProblem[]): void;
}

/** An agent's message on its way. */
export interface OutgoingMessage {
  /** The client's id. Sending the same id again never makes a second message. */
  readonly id: string;
  readonly text: string;
  /** When the agent sent it: epoch milliseconds on the server's clock. */
  readonly time: number;
}

/** Why a back end refused. `taken`: another agent was quicker. `gone`: no such chat, or not in that state any more. */
export type RefusalCode = 'taken' | 'gone' | 'not-allowed' | 'unavailable' | 'invalid' | 'unsupported';

/** A refusal by the back end. Commands reject with it. */
export class ConnectorError extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConnectorError';
    this.code = code;
  }
}

/**
 * A way to a back end: all an integrator implements. Every promise settles on the back end's word, not on a socket
 * write, and rejects with a {@link ConnectorError}.
 *
 * Before a command (all but `history`, `dispositions` and `summarize`) rejects with `unavailable` because the back end
 * cannot be reached or does not answer, the connection is told as not online, or the events end with an error: what a desk
 * may try again then waits until it is online again, instead of going round in a circle.
 */
export interface ChatConnector {
  /** Names it in warnings, events and storage keys. */
  readonly name: string;
  /** Who answers, as the back end knows the agent: keeps drafts of several agents apart. */
  readonly agent: string;
  readonly delivery: DeliveryGuarantee;
  /** By channel; `default` for all others. */
  readonly abilities?: Readonly<Record<string, ChannelAbilities>>;
  /**
   * What a desk counts by from one telling of the server's time to the next, unless its host gives it a clock. Default:
   * the machine's, which is right where the back end goes by that clock too, however it is set.
   */
  readonly clock?: Clock;
  /** Begins to tell events; unsubscribing ends it. */
  open(session: ConnectorSession): EventSource;
  /** Makes a waiting request this agent's. One winner: the others' calls reject with `taken`. */
  accept(chatId: string): Promise<void>;
  /**
   * Resolves with the message as the back end keeps it. Where delivery is `idempotent`, it may be called again with an id
   * that is still on its way, as a desk does that is online again: both calls settle alike, with one message.
   */
  send(chatId: string, message: OutgoingMessage): Promise<Message>;
  /** Tells the end user that the agent types, or stopped. May be dropped. */
  setTyping?(chatId: string, typing: boolean): void;
  /** Ends a chat. Ending one that has ended resolves. */
  end(chatId: string): Promise<void>;
  submitWrapUp(chatId: string, values: WrapUpValues, reason: WrapUpReason): Promise<void>;
  /** Lets go of a chat whose wrap-up was submitted. */
  done(chatId: string): Promise<void>;
  /** The messages after `after`, up to `upTo` where it is given: what a desk misses when it was told messages with a gap. */
  history?(chatId: string, after: number, upTo?: number): Promise<readonly Message[]>;
  /** The disposition tree of a queue, where the policy does not carry it. */
  dispositions?(queue: string | undefined): Promise<readonly Disposition[]>;
  /** A summary of a chat. Rejects with `unsupported` where there is none. */
  summarize?(chatId: string, request: SummaryRequest): Promise<Summary>;
}
