import type { Channel } from '../../core/index.js';

/** When a step begins: so long after the step before it, or at a moment of the tape. Milliseconds; default: at once. */
export type TapeTime =
  { readonly after?: number; readonly at?: never } | { readonly at: number; readonly after?: never };

/** One thing an end user does. */
export type TapeStep = TapeTime &
  (
    | { readonly do: 'write'; readonly text: string }
    /** Types letter by letter over `over` milliseconds, then sends it, or clears it again. */
    | { readonly do: 'type'; readonly text: string; readonly over: number; readonly then?: 'send' | 'clear' }
    /** Does nothing for `for` milliseconds. */
    | { readonly do: 'pause'; readonly for: number }
    | { readonly do: 'leave' }
    | { readonly do: 'return' }
    /** Writes several messages, `every` milliseconds apart. */
    | { readonly do: 'burst'; readonly texts: readonly string[]; readonly every?: number }
    /** Goes on when an agent has written, or after `within` milliseconds. */
    | { readonly do: 'wait-for-reply'; readonly within: number }
  );

/** A scripted end user: plain data. The first thing it writes makes the request. */
export interface Tape {
  readonly name: string;
  readonly channel: Channel;
  readonly queue?: string;
  readonly endUser: { readonly name?: string; readonly phone?: string };
  readonly steps: readonly TapeStep[];
}
