import type {
  ConnectorEvent,
  DeliveryGuarantee,
  ChannelAbilities,
  Message,
  RefusalCode,
  WrapUpReason,
  WrapUpValues,
} from '../core/index.js';

/** What a desk asked of the back end, and what became of it. */
export type RecordedCommand =
  | { readonly command: 'accept' | 'end' | 'done'; readonly chatId: string; readonly refused?: RefusalCode }
  | {
      readonly command: 'send';
      readonly chatId: string;
      readonly message?: Message;
      readonly refused?: RefusalCode;
    }
  | {
      readonly command: 'submit';
      readonly chatId: string;
      readonly values: WrapUpValues;
      readonly reason: WrapUpReason;
      readonly refused?: RefusalCode;
    };

/** One thing that came from the back end, so many milliseconds after the session began. */
export interface RecordedStep {
  readonly at: number;
  readonly event?: ConnectorEvent;
  readonly answer?: RecordedCommand;
}

/** A session as plain data, to keep as JSON. */
export interface Recording {
  readonly version: 1;
  /** When it began: epoch milliseconds. */
  readonly began: number;
  /** Whether it has what people wrote and who they are; without them letters are x and digits 0. */
  readonly texts: boolean;
  readonly connector: {
    readonly name: string;
    readonly delivery: DeliveryGuarantee;
    readonly abilities?: Readonly<Record<string, ChannelAbilities>>;
  };
  readonly steps: readonly RecordedStep[];
}
