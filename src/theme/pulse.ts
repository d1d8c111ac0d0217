import { css } from './css.js';

/**
 * A ring that draws the eye to something round (`.pulsing`): it spreads once in 1.4 s, far below three flashes a second. With
 * `.calm`, or where less motion is asked for, it stands still and is stronger instead.
 */
export const pulse = css`
  .pulsing {
    position: relative;
    box-shadow: 0 0 0 0.25rem color-mix(in srgb, var(--_accent) 28%, transparent);
  }

  .pulsing::before {
    position: absolute;
    inset: -1px;
    border: 0.1875rem solid var(--_accent);
    border-radius: inherit;
    animation: chat-pulse 1.4s ease-out infinite;
    content: '';
    pointer-events: none;
  }

  .pulsing.calm {
    box-shadow: 0 0 0 0.3125rem color-mix(in srgb, var(--_accent) 45%, transparent);
  }

  .pulsing.calm::before {
    animation: none;
    opacity: 0;
  }

  @keyframes chat-pulse {
    from {
      opacity: 0.75;
      transform: scale(1);
    }

    70%,
    to {
      opacity: 0;
      transform: scale(1.55);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .pulsing,
    .pulsing.calm {
      box-shadow: 0 0 0 0.3125rem color-mix(in srgb, var(--_accent) 45%, transparent);
    }

    .pulsing::before {
      animation: none !important;
      opacity: 0;
    }
  }

  @media (forced-colors: active) {
    .pulsing {
      outline: 0.1875rem solid Highlight;
      outline-offset: 0.125rem;
    }
  }
`;

/** A number on the corner of something: how many wait, or are unread. */
export const badge = css`
  .badge {
    position: absolute;
    inset-block-start: -0.3125rem;
    inset-inline-end: -0.4375rem;
    min-inline-size: 1.1875rem;
    block-size: 1.1875rem;
    padding-inline: 0.25rem;
    border: 1px solid transparent;
    border-radius: 0.625rem;
    background: var(--chat-badge-color, var(--_accent));
    color: var(--chat-badge-ink, var(--_on-accent));
    font: 600 var(--_size-tiny) / 1.0625rem var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: center;
    white-space: nowrap;
  }

  /* A long number must neither cover the icon nor reach the name. */
  .badge.long {
    inset-block-start: -0.4375rem;
    inset-inline-end: -0.5625rem;
    padding-inline: 0.125rem;
    font-size: 0.625rem;
  }
`;
