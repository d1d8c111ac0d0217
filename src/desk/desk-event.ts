import type {
  ConnectorEvent,
  CrmAnswer,
  DispositionLeaf,
  PolicyLayer,
  RefusalCode,
  WrapUpValues,
} from '../core/index.js';
import type { ChatView, Draft, Notice, ReadingPlace } from './chat-desk.js';
import type { Command } from './desk-state.js';
import type { By, HappeningDetails, HappeningType } from './happenings.js';
import type { OutboxItem } from './outbox-rules.js';
import type { Arrival, TranscriptView } from './transcript.js';

/** What storage kept of a chat from before. */
export interface Kept {
  readonly draft?: Draft | undefined;
  readonly values?: WrapUpValues | undefined;
  /** The `seq` up to which the agent had read. */
  readonly read?: number | undefined;
  readonly place?: ReadingPlace | undefined;
  /** The wait that was told as missed: its first message's time. */
  readonly missed?: number | undefined;
}

/** What the wire told, after the transcripts and the storage were asked. */
export interface WireEvent {
  readonly type: 'wire';
  readonly event: ConnectorEvent;
  /** What came to the transcripts, by chat. */
  readonly arrivals: ReadonlyMap<string, Arrival>;
  /** Of chats that are new here. */
  readonly kept: ReadonlyMap<string, Kept>;
  /** The selection from before; only with the first snapshot. */
  readonly keptSelection: string | undefined;
}

/** Everything that can change a desk's state, in one order. */
export type DeskEvent =
  | WireEvent
  | { readonly type: 'began'; readonly command: Command; readonly chatId: string; readonly by: By }
  | { readonly type: 'refused'; readonly command: Command; readonly chatId: string; readonly code: RefusalCode }
  | { readonly type: 'selected'; readonly chatId: string | undefined; readonly by: By }
  | { readonly type: 'attended'; readonly attending: boolean; readonly by: By }
  /** Own messages were put at the end of their chats, changed, settled or given up. */
  | { readonly type: 'outbox'; readonly unsent: readonly OutboxItem[] }
  | { readonly type: 'sent'; readonly chatId: string; readonly arrival: Arrival; readonly by: By }
  | { readonly type: 'send-failed'; readonly chatId: string; readonly code: RefusalCode }
  /** Another tab of the agent wrote a draft, filled in a closing form, or read up to this `seq`. */
  | {
      readonly type: 'elsewhere';
      readonly chatId: string;
      readonly draft?: Draft | undefined;
      readonly values?: WrapUpValues | undefined;
      readonly read?: number | undefined;
      readonly by: By;
    }
  /** A part of a conversation went to the storage, or came back. */
  | { readonly type: 'paged'; readonly chatId: string }
  /** Messages are missing in a chat, or no longer. */
  | { readonly type: 'gap'; readonly chatId: string; readonly gap: ChatView['gap'] }
  | { readonly type: 'drafted'; readonly chatId: string; readonly draft: Draft }
  | { readonly type: 'filled-in'; readonly chatId: string; readonly values: WrapUpValues }
  | {
      readonly type: 'dispositions';
      readonly chatId: string;
      readonly status: 'loading' | 'ready' | 'failed';
      readonly leaves: readonly DispositionLeaf[];
    }
  | {
      readonly type: 'summary';
      readonly chatId: string;
      readonly status: 'idle' | 'pending' | 'failed';
      readonly text?: string;
    }
  | { readonly type: 'summary-undone'; readonly chatId: string }
  | { readonly type: 'limit-met'; readonly chatId: string }
  | { readonly type: 'crm'; readonly chatId: string; readonly answer: CrmAnswer | undefined }
  | { readonly type: 'policy'; readonly layer: PolicyLayer | undefined }
  | { readonly type: 'clock' }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly message: string;
      readonly chatId?: string | undefined;
      readonly by: By;
    }
  | {
      readonly type: 'told';
      readonly happening: HappeningType;
      readonly detail: HappeningDetails[HappeningType];
      readonly chatId: string | undefined;
      readonly by: By;
    }
  | { readonly type: 'noticed'; readonly notice: Omit<Notice, 'id'> }
  | { readonly type: 'dismissed'; readonly id: number };

/** What the reducer may read besides the state: the time on the server's clock, and the conversations. */
export interface World {
  readonly now: number;
  transcript(chatId: string): TranscriptView | undefined;
}
