import type { Message } from './message.js';

/** Where an end user stands. `left`: they went, and can come back. `ended`: writing again asks for a new chat. */
export type EndUserState = 'new' | 'waiting' | 'active' | 'left' | 'ended';

/** What an end user sees: their own newest conversation, without the agents' notes. */
export interface EndUserView {
  readonly chatId?: string;
  readonly state: EndUserState;
  /** In order. */
  readonly messages: readonly Message[];
  readonly agentTyping: boolean;
}

/** The end user's side of a chat. Its promises settle when the back end has it, and reject with a `ConnectorError`. */
export interface EndUserSide {
  /** Who it is, as the back end knows them. */
  readonly id: string;
  readonly value: EndUserView;
  /** Calls `listener` now and at every change; returns what ends that. */
  subscribe(listener: (view: EndUserView) => void): () => void;
  /** Settles once an earlier chat of this id has been found, or none. */
  readonly ready: Promise<void>;
  /** The first message asks for a chat; after the end of one, the next message asks for a new one. */
  send(text: string): Promise<Message>;
  /** Tells what is being typed, live; the empty string: nothing any more. Never stored. */
  type(text: string): void;
  /** Leaves. While still waiting this withdraws the request. */
  leave(): Promise<void>;
  /** Takes leaving back. A withdrawn request is asked for anew, with what was written in it. */
  comeBack(): Promise<void>;
  /** Lets go of everything. Where the page stands for the end user, agents see them leave after a moment. */
  close(): void;
}
