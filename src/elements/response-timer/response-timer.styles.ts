import { base } from '../../theme/base.js';
import { css } from '../../theme/css.js';

/** A pill in the colour of an urgency, with its icon: the timer's, and an indicator's that has no time to show. */
export const urgencyPill = css`
  .urgency {
    display: inline-flex;
    gap: var(--_space);
    align-items: center;
    justify-content: center;
    min-block-size: 1.1875rem;
    padding-inline: 0.375rem;
    /* Seen only in forced colours, where the fill is taken away. */
    border: 1px solid transparent;
    border-radius: var(--chat-timer-radius, 0.5rem);
    font: 600 var(--_size-tiny) / 1.0625rem var(--chat-timer-font, var(--_font-mono));
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  /* Painted by itself: what does not change each second is not looked through when the digits do. */
  .urgency .icon {
    flex: none;
    isolation: isolate;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    stroke-width: 2.4;
  }

  /* Of its four shapes one is seen. The others are as large: a crossing lays nothing out. */
  .urgency path {
    fill-opacity: 0;
    stroke-opacity: 0;
  }

  .on-time path:nth-child(1),
  .soon path:nth-child(2),
  .urgent path:nth-child(3),
  .missed path:nth-child(4) {
    fill-opacity: 1;
    stroke-opacity: 1;
  }

  .on-time {
    background: var(--_on-time);
    color: var(--_on-time-ink);
  }

  .soon {
    background: var(--_soon);
    color: var(--_soon-ink);
  }

  .urgent,
  .missed {
    background: var(--_late);
    color: var(--_late-ink);
  }
`;

export const styles = [
  ...base,
  urgencyPill,
  css`
    :host {
      display: inline-flex;
      vertical-align: middle;
    }

    /* Room by the number of digits, so that a second that passes lays out nothing around them. No item of a flex box may do that. */
    .digits {
      display: block;
      block-size: 1.0625rem;
    }

    .digits[data-length] {
      contain: size layout;
      text-align: center;
    }

    [data-length='4'] {
      inline-size: 4ch;
    }

    [data-length='5'] {
      inline-size: 5ch;
    }

    [data-length='7'] {
      inline-size: 7ch;
    }
  `,
];
