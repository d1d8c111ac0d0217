import type { Message } from './message.js';

/** Words a summarizer may need, already in the agent's language. */
export interface SummaryLabels {
  /** Marks the text as made by a machine. */
  readonly automatic: string;
  readonly endUser: string;
  readonly agent: string;
}

export interface SummaryRequest {
  /** BCP 47 language of the agent's interface. */
  readonly locale: string;
  readonly labels: SummaryLabels;
}

export interface Summary {
  readonly text: string;
  /** Whether a machine made it. */
  readonly automatic: boolean;
}

/** Makes a summary of a conversation. Rejects where it cannot; the agent is told, and nothing typed is touched. */
export interface Summarizer {
  summarize(messages: readonly Message[], request: SummaryRequest): Promise<Summary>;
}
