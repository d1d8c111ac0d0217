import { base } from '../../theme/base.js';
import { css } from '../../theme/css.js';
import { badge, pulse } from '../../theme/pulse.js';
import { urgencyPill } from '../response-timer/response-timer.styles.js';

/** The tile of the collapsed strip: icon, name, and a line that is there also when it is empty, so that nothing jumps. */
const tile = css`
  :host {
    container-type: inline-size;
    inline-size: 5.25rem;
    max-inline-size: 100%;
  }

  .tile,
  .card {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    position: relative;
    border: 1px solid transparent;
    border-inline-width: 0.1875rem 1px;
    border-radius: var(--chat-indicator-radius, 0.75rem);
    color: var(--_soft);
    transition: background-color var(--_speed);
  }

  .look,
  button {
    grid-area: 1 / 1;
  }

  /* What is raised in it must not take the clicks. */
  .look {
    display: grid;
    grid-template: 'face' auto 'name' auto 'status' 1.25rem / minmax(0, 1fr);
    gap: 0.1875rem;
    align-items: center;
    justify-items: center;
    padding: 0.5rem 0.25rem 0.3125rem;
    font-size: var(--_size-tiny);
    line-height: 1.25;
    text-align: center;
    pointer-events: none;
  }

  /* In the same cell, over the tile's border too: each box that is placed by itself costs its share of every second's paint. */
  button {
    margin-block: -1px;
    margin-inline: -0.1875rem -1px;
    padding: 0;
    border: 0;
    border-radius: inherit;
    background: none;
    cursor: pointer;
  }

  .tile:hover,
  .card:hover {
    background: color-mix(in srgb, var(--_ink) 6%, transparent);
  }

  .selected,
  .selected:hover {
    border-color: var(--_line);
    border-inline-start-color: var(--chat-indicator-bar-color, var(--_accent));
    background: var(--chat-indicator-selected-color, var(--_surface));
  }

  /* Dimmed, and legible all the same. */
  .busy {
    color: var(--_ink);
  }

  .busy .look {
    opacity: 0.8;
  }

  .busy button {
    cursor: progress;
  }

  button:focus-visible {
    outline-offset: -2px;
  }

  .face {
    --_gap: var(--chat-indicator-face-color, var(--_sunken));

    display: grid;
    grid-area: face;
    place-items: center;
    inline-size: 2.375rem;
    block-size: 2.375rem;
    border-radius: 50%;
    background: var(--_gap);
    color: var(--_ink);
    /* Painted by itself, not looked through each second. */
    isolation: isolate;
  }

  .counted {
    position: relative;
  }

  .face > .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }

  .new .face {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .new .badge {
    box-shadow: 0 0 0 1.5px var(--_raised);
  }

  .name {
    grid-area: name;
    max-inline-size: 100%;
    overflow: hidden;
    color: var(--_ink);
    font-weight: 600;
    line-height: 0.875rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* What overflows is cut at the end of the line: in a line that runs leftwards, that is a number's beginning. */
  .name.phone {
    direction: rtl;
    font-variant-numeric: tabular-nums;
  }

  /* Two lines, where a language needs them, in the height of one and the status, clear of what pulses. */
  .new .look {
    grid-template-rows: auto 1.5rem 0.875rem;
    padding-block-end: 0.0625rem;
  }

  .new .name {
    font-weight: 700;
    line-height: 1.15;
    white-space: normal;
    word-break: auto-phrase;
  }

  .status {
    display: flex;
    grid-area: status;
    align-items: center;
    justify-content: center;
    max-inline-size: 100%;
    white-space: nowrap;
  }

  .word {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  @container (max-width: 4em) {
    .tile .name {
      display: none;
    }

    .tile .face {
      inline-size: 2.125rem;
      block-size: 2.125rem;
    }

    .tile .look {
      grid-template: 'face' auto 'status' 1.25rem / minmax(0, 1fr);
      padding: 0.5rem 0 0.3125rem;
    }

    .tile .urgency,
    .tile response-timer::part(timer) {
      gap: 0.125rem;
      padding-inline: 0.125rem;
      letter-spacing: -0.02em;
    }
  }
`;

/** The preview card of the expanded list: the newest message beside the icon. */
const card = css`
  :host([expanded]) {
    inline-size: 17rem;
  }

  .card .look {
    grid-template: 'face name status' auto 'face note note' auto / auto minmax(0, 1fr) auto;
    gap: 0.125rem 0.625rem;
    justify-items: start;
    padding-block: 0.5rem;
    padding-inline: 0.4375rem 0.5625rem;
    font-size: var(--_size-small);
    line-height: 1.4;
    text-align: start;
  }

  .card .name {
    font-size: var(--_size);
    line-height: 1.4;
  }

  .card .status {
    min-block-size: 1.25rem;
  }

  .note {
    grid-area: note;
    max-inline-size: 100%;
    /* Also where there is nothing to preview: all cards are of one size. */
    min-block-size: 1.125rem;
    overflow: hidden;
    font-size: var(--_size-small);
    line-height: 1.125rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

export const styles = [
  ...base,
  badge,
  pulse,
  urgencyPill,
  tile,
  card,
  css`
    @media (prefers-reduced-motion: reduce) {
      .new .name {
        font-weight: 900;
      }
    }

    @media (forced-colors: active) {
      .tile,
      .card {
        border-color: Canvas;
      }

      .selected {
        border-color: Highlight;
      }

      .face:not(.pulsing) {
        outline: 1px solid CanvasText;
      }
    }
  `,
];
