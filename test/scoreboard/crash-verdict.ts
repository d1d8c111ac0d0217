/** What became of one text that an agent typed, after its page died and was opened again. */
export interface Account {
  readonly text: string;
  /** Whether the page had handled its Enter, so that the agent may take it for sent. */
  readonly entered: boolean;
  /** What of it had been typed long enough ago to be stored. */
  readonly typedBefore: string;
  /** How often the back end has it. */
  readonly kept: number;
  /** How often the agent's conversation shows it as sent; absent: the conversation is over, and not shown. */
  readonly shown?: number;
  /** How often it is shown as not sent. */
  readonly unsent: number;
  /** What stands in the composer. */
  readonly draft: string;
}

export type Fate = 'sentOnce' | 'shownUnsent' | 'stillDraft' | 'lost' | 'doubled';

/**
 * A text is somewhere, and in one place. What was sent and is offered to the agent once more, as not sent or as a draft,
 * counts as doubled: the agent would send it again.
 */
export const fateOf = ({ text, entered, typedBefore, kept, shown = kept, unsent, draft }: Account): Fate => {
  if (Math.max(kept, shown) + unsent + (draft.includes(text) ? 1 : 0) > 1) return 'doubled';
  if (kept === 1 && shown === 1) return 'sentOnce';
  // Shown as sent, and the back end does not have it.
  if (shown > kept) return 'lost';
  if (unsent === 1) return 'shownUnsent';
  const typed = entered ? text : typedBefore;
  return draft.startsWith(typed) && text.startsWith(draft) ? 'stillDraft' : 'lost';
};

/** How many of these texts stand after one that was typed later. Each counts where it stands first. */
export const countOutOfOrder = (typed: readonly string[], there: readonly string[]): number => {
  const places = [...new Set(there)].map((text) => typed.indexOf(text)).filter((place) => place >= 0);
  return places.filter((place, index) => places.slice(0, index).some((earlier) => earlier > place)).length;
};
