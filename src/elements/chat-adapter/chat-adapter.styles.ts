import { css } from 'lit';
import { base, buttons } from '../../theme/base.js';

const panel = css`
  .panel {
    display: flex;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    container-type: inline-size;
  }

  .panel:focus-visible {
    outline-offset: -2px;
  }

  .columns {
    display: grid;
    flex: 1;
    grid-template: minmax(0, 1fr) / auto minmax(0, 1fr);
  }

  chat-list {
    grid-area: 1 / 1;
    border-inline-end: 1px solid var(--_line);
  }

  .main {
    display: grid;
    grid-area: 1 / 2;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }

  wrap-up-form {
    overflow: hidden auto;
  }

  /* No width for both: the cards take all of it until a chat is opened. */
  @container (max-width: 35rem) {
    .expanded chat-list {
      grid-column-end: 3;
      inline-size: auto;
      border: 0;
    }

    .expanded .main {
      display: none;
    }

    .expanded .notices {
      align-self: end;
      margin-block: 0 3.25rem;
    }
  }

  @container (max-width: 26.25rem) {
    .columns:not(.expanded) chat-list {
      inline-size: 3.75rem;
    }
  }
`;

const notices = css`
  .notices {
    display: grid;
    grid-area: 1 / 2;
    gap: calc(var(--_space) * 1.5);
    align-self: start;
    justify-items: center;
    z-index: 2;
    margin: 4.25rem calc(var(--_space) * 3) 0;
    pointer-events: none;
  }

  .notice {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
    pointer-events: auto;
  }

  .icon {
    flex: none;
  }

  .notice > .icon {
    color: var(--_danger);
  }

  .notice button {
    min-block-size: 1.75rem;
    padding: 0 calc(var(--_space) * 1);
    border-color: transparent;
    background: none;
  }

  .connecting {
    color: var(--_soft);
    /* Most connections are there before anybody has to know. */
    animation: chat-wait 1s step-end;
  }

  @keyframes chat-wait {
    from {
      visibility: hidden;
    }
  }
`;

const popover = css`
  /* The launcher in the page's corner, the panel above it; the page is in reach around them. */
  :host(:not([layout='inline'])) {
    display: flex;
    position: fixed;
    inset-block-end: var(--_inset);
    inset-inline-end: var(--_inset);
    flex-direction: column-reverse;
    gap: 0.75rem;
    align-items: end;
    z-index: var(--chat-adapter-layer, 1000);
    max-block-size: calc(100dvb - 2 * var(--_inset));
    pointer-events: none;
    --_inset: var(--chat-adapter-inset, 1.25rem);
  }

  chat-launcher,
  .panel {
    pointer-events: auto;
  }

  .panel {
    inline-size: min(var(--chat-adapter-inline-size, 47.5rem), 100vi - 2 * var(--_inset));
    block-size: min(var(--chat-adapter-block-size, 37.5rem), 100dvb - 2 * var(--_inset));
    box-shadow: var(--_shadow);
    animation: chat-open var(--_speed) ease-out;
  }

  @keyframes chat-open {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }

  /* A narrow page is all the panel's, but for the strip of the launcher. */
  @media (max-width: 30rem) {
    :host([open]:not([layout='inline'])) {
      gap: 0.5rem;
      block-size: 100dvb;
      padding-block-end: 0.5rem;
      background: var(--_raised);
      pointer-events: auto;
      --_inset: 0px;
    }

    .panel {
      flex: 1;
      border-width: 0 0 1px;
      border-radius: 0;
    }

    chat-launcher {
      margin-inline: 0.5rem;
    }
  }

  /* On a low one they stand side by side. */
  @media (min-width: 30.01rem) and (max-height: 30rem) {
    :host([open]:not([layout='inline'])) {
      flex-direction: row-reverse;
      max-inline-size: calc(100vi - 2 * var(--_inset));
      --_inset: 0.5rem;
    }
  }
`;

const inline = css`
  :host([layout='inline']) {
    block-size: 100%;
    min-block-size: 20rem;
  }

  :host([layout='inline']) .panel {
    inline-size: auto;
    block-size: 100%;
    min-block-size: inherit;
    box-shadow: none;
  }
`;

export const styles = [...base, buttons, notices, panel, popover, inline];
