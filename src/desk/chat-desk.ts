import type { Observable } from 'rxjs';
import type {
  Channel,
  ChatConnector,
  ChatState,
  Clock,
  ConnectionState,
  Crm,
  DeskStorage,
  DispositionLeaf,
  EffectivePolicy,
  Explanation,
  Message,
  Naming,
  Party,
  PolicyLayer,
  PolicyPath,
  SummaryRequest,
  Urgency,
  Wait,
  WrapUpFields,
  WrapUpValues,
} from '../core/index.js';
import type { By, Happening, HappeningDetails, LogEntry } from './happenings.js';
import type { ValueStream } from './value-stream.js';

/** A chat as an agent may see it: named by the rule, counted, without the end user's record. */
export interface ChatView {
  readonly id: string;
  readonly state: ChatState;
  readonly channel: Channel;
  readonly queue?: string;
  /** The name, or the phone number, or nothing (say a neutral word then). */
  readonly naming: Naming;
  /** How many messages the end user sent before an agent answered. */
  readonly waiting: number;
  readonly unread: number;
  /** The first message not yet read when the agent opened the chat: where the unread line stands. */
  readonly unreadFrom?: string;
  readonly selected: boolean;
  readonly requestedAt: number;
  readonly acceptedAt?: number;
  readonly leftAt?: number;
  readonly endedAt?: number;
  readonly endedBy?: Party;
  /** What the response timer shows; absent where nothing is owed or no target is set. */
  readonly wait?: Wait;
  /** The urgency of `wait` now. */
  readonly urgency: Urgency;
  readonly typing: boolean;
  /** The newest message, for a preview card. */
  readonly last?: Pick<Message, 'author' | 'text' | 'kind' | 'time'>;
  /** How many messages the conversation has. */
  readonly count: number;
  /** Messages are missing: they are being fetched, or that failed. What came after them is held back. */
  readonly gap?: 'filling' | 'failed';
  /** Whether a command on it is under way. */
  readonly pending?: 'accept' | 'end' | 'submit' | 'done';
}

/** What the end user types, as far as the policy and the channel let the agent see it. */
export interface Typing {
  readonly typing: boolean;
  readonly preview?: string;
}

/** What an agent has begun to write. Positions count UTF-16 units, `scroll` pixels of the text field. */
export interface Draft {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly scroll: number;
  /** Whether it was written in another tab: it never goes under the hand of an agent who writes here. */
  readonly elsewhere?: boolean;
}

/** Where an agent was reading: this message at this many pixels below the top; absent means at the end. */
export interface ReadingPlace {
  readonly messageId: string;
  readonly offset: number;
  /** The newest message when they left the end: what came after it is offered when they come back. */
  readonly seen?: string | undefined;
}

/** The closing form of one chat. */
export interface WrapUpView {
  readonly fields: WrapUpFields;
  readonly values: WrapUpValues;
  readonly status: 'editing' | 'submitting' | 'submitted' | 'failed';
  readonly dispositions: {
    readonly status: 'loading' | 'ready' | 'failed';
    readonly leaves: readonly DispositionLeaf[];
  };
  /** `off`: summaries are not on here. */
  readonly summary: 'off' | 'idle' | 'pending' | 'failed';
  /** Whether an inserted summary can be taken back. */
  readonly canUndoSummary: boolean;
  /** When the time limit ends: epoch milliseconds on the server's clock. */
  readonly deadline?: number;
}

/** One chat's streams. They stay valid, and complete when the chat has left the list or the desk is disposed. */
export interface ChatHandle {
  readonly id: string;
  /** `undefined` once the chat has left the list. */
  readonly view$: ValueStream<ChatView | undefined>;
  /**
   * The conversation, settled order first, then what is not yet accepted. It is the desk's own growing list, told anew at
   * every change: copy it to keep it. The older part of a long one may be in the storage while nobody reads here: reading
   * brings it back, newest first. {@link ChatDesk.whole} says when all of it is there.
   */
  readonly messages$: ValueStream<readonly Message[]>;
  readonly typing$: ValueStream<Typing>;
  readonly wait$: ValueStream<Wait | undefined>;
  readonly urgency$: ValueStream<Urgency>;
  readonly policy$: ValueStream<EffectivePolicy>;
  readonly draft$: ValueStream<Draft>;
  readonly wrapUp$: ValueStream<WrapUpView>;
}

/** An agent's message that the back end has not accepted. */
export interface UnsentMessage {
  readonly chatId: string;
  readonly messageId: string;
  readonly text: string;
  readonly time: number;
  /** `sending`: on its way, or waiting for the line. `failed`: the agent decides. */
  readonly delivery: 'sending' | 'failed';
  readonly channel: Channel;
  /** To whom; as it was when it was sent, where the chat is no longer there. */
  readonly naming: Naming;
  /** Whether its conversation has ended: it can only be given up. */
  readonly over: boolean;
}

/** Something an agent should be told in passing. The interface puts it into words by its code. */
export interface Notice {
  readonly id: number;
  /** A refusal of the back end (`taken` …) or what failed. */
  readonly code:
    | 'taken'
    | 'accept-failed'
    | 'send-failed'
    | 'end-failed'
    | 'wrap-up-failed'
    | 'done-failed'
    | 'host-veto'
    | 'host-decision-failed';
  readonly chatId?: string;
  /** Words of the host, for a veto. */
  readonly text?: string;
}

/**
 * What an agent does. Every promise settles on the connector's word and rejects with a `ConnectorError` or, for a step
 * the chat cannot take, a `DeskError`. A second call while the same one is under way gets the same promise.
 */
export interface DeskCommands {
  /** Answers a waiting request and selects it. */
  accept(chatId: string): Promise<void>;
  /** Opens a conversation, or none. */
  select(chatId: string | undefined): Promise<void>;
  /**
   * Sends text; resolves with the accepted message. Rejects blank text. Clears the draft when it was that text. One message
   * of a chat is under way at a time; over an `idempotent` connector it waits while there is no connection.
   */
  send(chatId: string, text: string): Promise<Message>;
  /** Sends a failed message again, under the same id. */
  retry(chatId: string, messageId: string): Promise<Message>;
  /** Gives a failed message up: it leaves the conversation. The chat may be gone. */
  discard(chatId: string, messageId: string): Promise<void>;
  end(chatId: string): Promise<void>;
  /** Appends a summary to the notes; resolves with the notes. */
  insertSummary(chatId: string, request: SummaryRequest): Promise<string>;
  /** Submits `values`, or what the form holds. In variant A this finishes the chat. */
  submitWrapUp(chatId: string, values?: WrapUpValues): Promise<void>;
  /** Lets the chat go; the most urgent remaining chat is selected. */
  done(chatId: string): Promise<void>;
}

/** A desk: one agent's chats over one connector. Two desks share nothing. */
export interface ChatDesk extends DeskCommands {
  /** Unique in the page; in every event's detail. */
  readonly id: string;
  readonly connector: ChatConnector;
  /** Waiting requests and own chats, in order of arrival. */
  readonly chats$: ValueStream<readonly ChatView[]>;
  /** Only the waiting requests, in order of arrival. */
  readonly requests$: ValueStream<readonly ChatView[]>;
  readonly selected$: ValueStream<string | undefined>;
  readonly connection$: ValueStream<ConnectionState>;
  /** Why the connection is as it is, in the connector's words; `undefined` where it gives none. */
  readonly connectionReason$: ValueStream<string | undefined>;
  /** The agent's messages that are not sent, of all chats, those that are gone as well; oldest first. */
  readonly unsent$: ValueStream<readonly UnsentMessage[]>;
  /** The policy outside any queue. */
  readonly policy$: ValueStream<EffectivePolicy>;
  readonly notices$: ValueStream<readonly Notice[]>;
  /** Numbered happenings, the last 1,000 replayed on subscribe. No text. */
  readonly log$: Observable<LogEntry>;
  /** Happenings as they happen, with what events may tell. Not replayed. */
  readonly happenings$: Observable<Happening>;
  /** The server's clock as far as the connector told it; wakes as the desk's clock does. */
  readonly clock: Clock;
  /** One chat's streams; for an unknown id their values are empty. */
  chat(chatId: string): ChatHandle;
  /** The commands, told in the log as done by `by`. The desk's own are the host's. */
  as(by: By): DeskCommands;
  /** Sets the host's layer of the policy; live. Bad values warn once by path and fall to the next layer. */
  setPolicy(policy: PolicyLayer | undefined): void;
  /** Which layer decides a setting, and what it says. */
  explain(path: PolicyPath, queue?: string): Explanation;
  setCrm(crm: Crm | undefined): void;
  /** Whether the agent can see the selected chat: only then do its messages count as read. */
  attend(attending: boolean): void;
  setDraft(chatId: string, draft: Draft): void;
  /** Tells the end user that the agent types: call it at every input; it says by itself when typing stopped. */
  typing(chatId: string): void;
  setReadingPlace(chatId: string, place: ReadingPlace | undefined): void;
  readingPlace(chatId: string): ReadingPlace | undefined;
  setWrapUpValues(chatId: string, values: WrapUpValues): void;
  /** Takes an inserted summary out of the notes; what was typed stays. */
  undoSummary(chatId: string): void;
  /** Asks for the disposition list again. */
  loadDispositions(chatId: string): void;
  /** Asks again for messages that are missing and could not be fetched. */
  fillGap(chatId: string): void;
  /**
   * The conversation from its first message on, once what the storage has of it is back; it stays while the chat is shown,
   * and until another one is selected. Rejects where a part of it can be had from nowhere.
   */
  whole(chatId: string): Promise<readonly Message[]>;
  /** Tells a happening that only the interface knows (`adapter-toggle`, a host's veto as `chat-error`). */
  tell<T extends keyof HappeningDetails>(type: T, detail: HappeningDetails[T], by: By, chatId?: string): void;
  notify(notice: Omit<Notice, 'id'>): void;
  dismissNotice(id: number): void;
  /** Writes drafts and wrap-up values to storage now. */
  flush(): void;
  /**
   * Lets go of the connector, every timer and stream. Further commands reject, and those that wait for the connection, with
   * a `DeskError` `disposed`; a message that waits stays in the storage, for the agent's next desk.
   */
  dispose(): void;
}

export interface ChatDeskOptions {
  readonly connector: ChatConnector;
  /** The host's layer. */
  readonly policy?: PolicyLayer;
  readonly crm?: Crm;
  /** Default: the page's. */
  readonly clock?: Clock;
  /** Default: none, so that nothing outlives the desk. Desks of one agent over one storage that can be watched agree. */
  readonly storage?: DeskStorage;
  /** How long a message may wait to be sent before it fails, in milliseconds; default 15 minutes. */
  readonly timeToLive?: number;
  /**
   * So many messages of all chats stay in memory, about; default 50,000. What is more, the older part of long conversations
   * that are not shown, goes to the storage's `pages` where it has them, and comes back when it is read.
   */
  readonly messagesInMemory?: number;
  /** Makes message ids; default `crypto.randomUUID`. */
  readonly newId?: () => string;
  /** Where a warning for the developer goes; default `console.warn`. */
  readonly warn?: (text: string) => void;
}
