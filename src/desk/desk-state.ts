import {
  resolve,
  type ChatRecord,
  type ConnectionState,
  type CrmAnswer,
  type DispositionLeaf,
  type EffectivePolicy,
  type Message,
  type PolicyLayers,
  type RefusalCode,
  type Unanswered,
  type Urgency,
  type Wait,
  type WithdrawnReason,
  type WrapUpReason,
  type WrapUpValues,
} from '../core/index.js';
import type { ChatView, Draft, Notice } from './chat-desk.js';
import type { By } from './happenings.js';
import type { OutboxItem } from './outbox-rules.js';

/** A command on a chat that waits for the connector's word. */
export type Command = NonNullable<ChatView['pending']>;

/** The closing form as the state keeps it. */
export interface WrapUp {
  readonly values: WrapUpValues;
  readonly status: 'editing' | 'submitting' | 'submitted' | 'failed';
  /** What the back end has; with it only Done is left. */
  readonly submitted?: { readonly values: WrapUpValues; readonly reason: WrapUpReason } | undefined;
  /** The connector's list. `none`: not asked for. */
  readonly list: {
    readonly status: 'none' | 'loading' | 'ready' | 'failed';
    readonly leaves: readonly DispositionLeaf[];
  };
  readonly summary: 'idle' | 'pending' | 'failed';
  /** The summary in the notes: the notes before it, and what was put behind them. */
  readonly inserted?: { readonly before: string; readonly text: string } | undefined;
  /** Whether the time limit has submitted it, or tried to. */
  readonly limitMet: boolean;
}

/** One chat. Its conversation is in a transcript beside the state. */
export interface Chat {
  /** As last told, with the state that the desk knows by now. */
  readonly record: ChatRecord;
  /** Its place in the list: when it was requested, as first told. */
  readonly arrival: number;
  /** `undefined`: not answered, or nobody found. */
  readonly crm?: CrmAnswer | undefined;
  readonly pending?: { readonly command: Command; readonly by: By } | undefined;
  /** The transcript's version that `last` and `count` are of. */
  readonly version: number;
  readonly last?: Message | undefined;
  readonly count: number;
  readonly unread: number;
  /** The `seq` up to which the agent has read in another tab, or before. */
  readonly read: number;
  readonly gap?: ChatView['gap'];
  readonly unreadFrom?: string | undefined;
  readonly owed?: Unanswered | undefined;
  /** Messages up to this `seq` owe nothing: the end user left after them. */
  readonly owedAfter: number;
  readonly wait?: Wait | undefined;
  readonly urgency: Urgency;
  /** The wait that was missed (its first message's time), under which target, and when that was seen. */
  readonly missed?:
    { readonly first: number; readonly response: EffectivePolicy['response']; readonly at: number } | undefined;
  /** What the end user types, whatever the policy lets the agent see, and until when that is believed. */
  readonly typing?: { readonly preview: string | undefined; readonly until: number } | undefined;
  readonly leftReason?: string | undefined;
  readonly endedReason?: string | undefined;
  /** It ended while messages of it were missing: the end is told after them. */
  readonly ending?: boolean | undefined;
  readonly draft: Draft;
  readonly wrapUp: WrapUp;
  /** When something about it changes by itself next: epoch milliseconds on the server's clock. */
  readonly wakeAt?: number | undefined;
}

/** Everything a desk knows, but for the conversations. */
export interface DeskState {
  /** Whether the first snapshot is there. */
  readonly ready: boolean;
  readonly connection: ConnectionState;
  readonly connectionReason?: string | undefined;
  readonly layers: PolicyLayers;
  readonly chats: ReadonlyMap<string, Chat>;
  /** The chats' ids by arrival. */
  readonly order: readonly string[];
  readonly selected?: string | undefined;
  readonly attending: boolean;
  readonly notices: readonly Notice[];
  readonly nextNotice: number;
  /** The agent's messages that are not sent, of all chats. */
  readonly unsent: readonly OutboxItem[];
  /** Chats that left the list lately, and why. */
  readonly gone: ReadonlyMap<string, WithdrawnReason | 'done'>;
}

export const NO_DRAFT: Draft = { text: '', start: 0, end: 0, scroll: 0 };

export const emptyWrapUp: WrapUp = {
  values: {},
  status: 'editing',
  list: { status: 'none', leaves: [] },
  summary: 'idle',
  limitMet: false,
};

export const emptyState = (layers: PolicyLayers): DeskState => ({
  ready: false,
  connection: 'connecting',
  layers,
  chats: new Map(),
  order: [],
  attending: true,
  notices: [],
  nextNotice: 1,
  unsent: [],
  gone: new Map(),
});

const resolved = new WeakMap<PolicyLayers, Map<string | undefined, EffectivePolicy>>();

/** The policy for a queue's chats; worked out once per change of the layers. */
export const policyOf = (layers: PolicyLayers, queue: string | undefined): EffectivePolicy => {
  const byQueue = resolved.get(layers) ?? new Map<string | undefined, EffectivePolicy>();
  resolved.set(layers, byQueue);
  let policy = byQueue.get(queue);
  if (policy === undefined) byQueue.set(queue, (policy = resolve(layers, queue)));
  return policy;
};

/** When a chat's wrap-up time limit ends, on the server's clock; `undefined` where there is none. 0 seconds means none. */
export const deadlineOf = ({ record, wrapUp }: Chat, { wrapUp: { timeLimit } }: EffectivePolicy): number | undefined =>
  record.state === 'wrap-up' &&
  record.endedAt !== undefined &&
  timeLimit !== undefined &&
  timeLimit > 0 &&
  wrapUp.submitted === undefined
    ? record.endedAt + timeLimit * 1000
    : undefined;

/** When the clock has to submit a wrap-up: not where it has tried, or the agent does. */
export const limitOf = (chat: Chat, policy: EffectivePolicy): number | undefined =>
  chat.wrapUp.limitMet || chat.wrapUp.status === 'submitting' ? undefined : deadlineOf(chat, policy);

/** Whether a refusal only means that somebody was quicker: the request goes, and nothing is broken. */
export const isLostRace = (command: Command, code: RefusalCode): boolean =>
  command === 'accept' && (code === 'taken' || code === 'gone');

/** Whether a message to a chat may still be sent, now or when the end user is back. */
export const canBeWrittenTo = ({ chats }: Pick<DeskState, 'chats'>, chatId: string): boolean => {
  const state = chats.get(chatId)?.record.state;
  return state === 'active' || state === 'left';
};

/** What a refusal is called in notices and errors. */
export const failureOf = (what: Command | 'send'): Notice['code'] =>
  what === 'submit' ? 'wrap-up-failed' : `${what}-failed`;
