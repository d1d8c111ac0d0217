import type { ChannelAbilities, Channel, ChatConnector, DeliveryGuarantee } from '../../core/index.js';

/** What a connector says it can do: decides which clauses apply to it. */
export interface ConformanceCapabilities {
  /** As the connector declares it. */
  readonly delivery: DeliveryGuarantee;
  /** What the channel of the suite's end users can do. Absent means yes, as in `ChatConnector.abilities`. */
  readonly abilities?: ChannelAbilities;
  /** That channel. Default `web`. */
  readonly channel?: Channel;
  /** Whether the harness can cut an agent off from the network: it has `cut` and `restore`. Default: not. */
  readonly network?: boolean;
  /** Whether the connector has `history`. Default: not. */
  readonly history?: boolean;
  /** Whether the connector has `dispositions`. Default: not. */
  readonly dispositions?: boolean;
  /** Whether the connector has `summarize`, and can sum a chat up. Default: not. */
  readonly summary?: boolean;
  /** Whether a bot or the system writes in chats: the harness's end users have `interject`. Default: not. */
  readonly bots?: boolean;
  /** The longest text that the back end takes, in UTF-16 code units. Default: no limit is known. */
  readonly longestText?: number;
}

/** An end user of the back end under test, as the suite moves them. */
export interface ConformanceEndUser {
  /** As the back end tells it in `ChatRecord.endUser.id`. */
  readonly id: string;
  /** Writes a message; the first asks for a chat. Settles when the back end has it. */
  send(text: string): Promise<unknown>;
  /** Types, live; the empty string: nothing any more. */
  type?(text: string): unknown;
  /** Leaves. Needed unless the abilities say `left: false`. */
  leave?(): Promise<unknown>;
  comeBack?(): Promise<unknown>;
  /** The words that the end user sees of their conversation, in order. */
  texts(): readonly string[] | Promise<readonly string[]>;
  /** Whether the end user is shown that the agent types. */
  agentTypes?(): boolean | Promise<boolean>;
  /** Lets a bot or the system write in this end user's chat. */
  interject?(text: string): Promise<unknown>;
}

/** Who an end user is, as the back end knows them. */
export interface ConformanceEndUserOptions {
  readonly channel: Channel;
  readonly name: string;
  /** E.164. */
  readonly phone: string;
}

/** A back end, and what stands around it, for one clause. */
export interface ConformanceHarness {
  /**
   * A connector of an agent, not opened yet. Asked again for the same agent: another tab of theirs. The suite calls its
   * agents `agent-1` and `agent-2`; a harness over a back end that remembers gives them fresh accounts for each clause.
   */
  openAgent(agent: string): ChatConnector | Promise<ChatConnector>;
  /** A new end user of the channel that the capabilities name. */
  openEndUser(options: ConformanceEndUserOptions): ConformanceEndUser | Promise<ConformanceEndUser>;
  /** Cuts one connector off from the network, in the middle of whatever it does; end users and other agents go on. */
  cut?(connector: ChatConnector): void | Promise<void>;
  /** Gives the network back. */
  restore?(connector: ChatConnector): void | Promise<void>;
  /** The time on the server's clock, in epoch milliseconds. Default: this machine's. */
  now?(): number;
  /** Lets go of everything, at the end of the clause. */
  close?(): void | Promise<void>;
}

/** What is under test, and how long the suite waits. */
export interface ConformanceSubject {
  readonly capabilities: ConformanceCapabilities;
  /** Makes a back end and what stands around it: once for each clause. */
  make(): ConformanceHarness | Promise<ConformanceHarness>;
  /** How long one thing may take before it counts as never, in milliseconds. Default 2000. */
  readonly patience?: number;
  /** How long nothing must come before it counts as nothing, in milliseconds. Default 100. */
  readonly quiet?: number;
}
