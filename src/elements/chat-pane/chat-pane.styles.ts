import { css } from '../../theme/css.js';

export const paneStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    block-size: 100%;
    background: var(--_surface);
    container-type: inline-size;
  }

  section {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }

  header {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2.5);
    align-items: center;
    min-block-size: 3.75rem;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border-block-end: 1px solid var(--_line);
  }

  .face {
    --_gap: var(--_sunken);

    display: grid;
    flex: none;
    place-items: center;
    inline-size: 2.375rem;
    block-size: 2.375rem;
    border-radius: 50%;
    background: var(--_sunken);
  }

  .who {
    flex: 1 4rem;
    min-inline-size: 0;
  }

  h2 {
    overflow: hidden;
    font-size: var(--_size-large);
    font-weight: 700;
    line-height: 1.35;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  /* Cut at the start: the box runs the other way, the number in it does not. */
  .phone {
    direction: rtl;
    text-align: end;
  }

  :host(:dir(rtl)) .phone {
    text-align: start;
  }

  .details {
    overflow: hidden;
    color: var(--_soft);
    font-size: var(--_size-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .timer {
    display: flex;
    flex: none;
    justify-content: flex-end;
    min-inline-size: 3.75rem;
  }

  .end,
  .more {
    position: relative;
    flex: none;
  }

  /* At the end also of a line of its own, so that its menu has room. */
  .more {
    margin-inline-start: auto;
  }

  .more button {
    min-inline-size: 2rem;
    padding-inline: calc(var(--_space) * 1);
  }

  .reason {
    position: absolute;
    inset-block-start: calc(100% + var(--_space) * 1.5);
    inset-inline-end: 0;
    z-index: 1;
    inline-size: max-content;
    max-inline-size: 13rem;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border-radius: var(--_radius-control);
    background: var(--_ink);
    color: var(--_surface);
    font-size: var(--_size-small);
    visibility: hidden;
  }

  .end:hover .reason:not(.hidden),
  .end:focus-within .reason:not(.hidden) {
    visibility: visible;
  }

  /* So that a pointer on its way to the words does not lose them. */
  .reason::before {
    position: absolute;
    inset-block-start: calc(var(--_space) * -1.5);
    inset-inline: 0;
    block-size: calc(var(--_space) * 1.5);
    content: '';
  }

  chat-transcript {
    flex: 1;
  }

  .notice {
    --_gap: var(--_raised);

    display: flex;
    flex: none;
    gap: calc(var(--_space) * 2.5);
    align-items: center;
    margin-block-end: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 4);
    border-block: 1px solid var(--_line);
    background: var(--_raised);
    color: var(--_soft);
    font-size: var(--_size-control);
    overflow-wrap: anywhere;
  }

  .notice p {
    min-inline-size: 0;
  }

  .notice channel-icon {
    flex: none;
    color: var(--_ink);
  }

  chat-composer {
    flex: none;
    inline-size: calc(100% - var(--_space) * 7);
    max-inline-size: 60rem;
    margin: 0 auto calc(var(--_space) * 3.5);
  }

  .empty {
    align-items: center;
    justify-content: center;
    min-block-size: 12rem;
    padding: calc(var(--_space) * 6);
    color: var(--_soft);
    text-align: center;
  }

  .empty h2 {
    color: var(--_ink);
    white-space: normal;
  }

  @container (max-width: 26em) {
    .timer {
      min-inline-size: 0;
    }
  }

  @container (max-width: 21.5em) {
    header {
      gap: calc(var(--_space) * 2);
      padding-inline: calc(var(--_space) * 3);
    }

    .end button {
      min-inline-size: 2rem;
      padding-inline: calc(var(--_space) * 1.5);
    }

    /* The icon stays; the word is only spoken. */
    .end .text {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    chat-composer {
      inline-size: calc(100% - var(--_space) * 4);
      margin-block-end: calc(var(--_space) * 2);
    }
  }

  @container (max-width: 18em) {
    .face {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .face,
    .reason {
      border: 1px solid CanvasText;
    }
  }
`;
