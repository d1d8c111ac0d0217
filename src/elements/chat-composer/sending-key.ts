/** After a composition ended, an Enter within this many milliseconds is still the one that confirmed it. */
const SAME_PRESS = 300;

/** An Enter that is part of a composition, as some browsers report it. */
const COMPOSING_KEY = 229;

/**
 * Tells the Enter that sends from the Enter that confirms a composition (Japanese, Chinese, Korean …). Chromium and Firefox
 * report the latter with `isComposing`; Safari ends the composition first and reports the key afterwards; Korean ones may
 * report one press twice.
 */
export class SendingKey {
  /** When a composition ended whose confirming key may still be down, by the events' own time. */
  #endedAt: number | undefined;

  readonly onCompositionEnd = (event: Event): void => {
    this.#endedAt = event.timeStamp;
  };

  /** A key that comes up, or a pointer: whatever confirmed is over. */
  readonly onRelease = (): void => {
    this.#endedAt = undefined;
  };

  /** What a key pressed in the field means. `confirm`: the composition has used it, and nothing else must. */
  read(event: KeyboardEvent): 'send' | 'confirm' | 'other' {
    if (event.key !== 'Enter' || event.isComposing) return 'other';
    const confirms = this.#endedAt !== undefined && event.timeStamp - this.#endedAt <= SAME_PRESS;
    if (confirms || event.keyCode === COMPOSING_KEY) return 'confirm';
    return event.shiftKey || event.ctrlKey || event.altKey || event.metaKey ? 'other' : 'send';
  }
}
