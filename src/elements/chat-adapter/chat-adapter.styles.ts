import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';
import { css } from '../../theme/css.js';

const panel = css`
  .panel {
    display: flex;
    position: relative;
    min-inline-size: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    container-type: inline-size;
  }

  .panel:focus-visible {
    outline-offset: -2px;
  }

  .columns {
    display: grid;
    flex: 1;
    grid-template: auto minmax(0, 1fr) / auto minmax(0, 1fr);
    min-inline-size: 0;
  }

  chat-list {
    grid-area: 1 / 1 / 3;
    inline-size: 5.75rem;
    border-inline-end: 1px solid var(--_line);
  }

  .expanded chat-list {
    inline-size: 18rem;
  }

  .main {
    display: grid;
    grid-area: 1 / 2 / 3;
    grid-template: subgrid / minmax(0, 1fr);
    min-block-size: 0;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    max-block-size: min(14rem, 40dvh);
    overflow: auto;
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
    font-size: var(--_size-control);
  }

  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    justify-items: start;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    overflow-wrap: anywhere;
  }

  li .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    color: var(--_danger);
  }

  li p {
    margin: 0;
  }

  li textarea,
  li button {
    grid-column: 2;
  }

  li textarea {
    box-sizing: border-box;
    inline-size: 100%;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  chat-pane,
  wrap-up-form {
    grid-row: 2;
    min-inline-size: 0;
    min-block-size: 0;
  }

  wrap-up-form {
    overflow: hidden auto;
  }

  /* No width for both: the cards take all of it until a chat is opened. */
  @container (max-width: 40em) {
    .expanded {
      grid-template-columns: minmax(0, 1fr);
    }

    .expanded chat-list {
      inline-size: auto;
      max-inline-size: none;
      border: 0;
    }

    .expanded .main {
      display: none;
    }

    .expanded .notices {
      grid-area: 2 / 1;
      align-self: end;
      margin-block: 0 3.25rem;
    }
  }

  @container (max-width: 30em) {
    .columns:not(.expanded) chat-list {
      inline-size: 3.75rem;
    }
  }
`;

const notices = css`
  .notices {
    display: flex;
    flex-direction: column;
    position: relative;
    grid-area: 2 / 2;
    align-self: start;
    z-index: 2;
    /* However long a host's words are, what is done below them stays in reach. */
    max-block-size: calc(50% - 3rem);
    margin: 4.25rem calc(var(--_space) * 3) 0;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
    pointer-events: none;
  }

  .notice {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: safe center;
    min-block-size: 2rem;
    max-inline-size: min(100%, 30rem);
    overflow: auto;
    margin: 0;
    /* Beside the button there is room for a scrollbar that lies over what scrolls, and takes its clicks. */
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_raised);
    box-shadow: var(--_shadow-low);
    font-size: var(--_size-control);
    overflow-wrap: anywhere;
    pointer-events: auto;
  }

  .notice .icon {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }

  .notice > .icon {
    color: var(--_danger);
  }

  .words {
    min-inline-size: 0;
  }

  .notice button {
    position: sticky;
    inset-block: 0;
    flex: none;
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    padding: 0;
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
  /* Also where the page takes every style away from whatever stands in it. */
  :host(:not([layout='inline'])) {
    position: fixed !important;
    inset-block-end: var(--_inset) !important;
    inset-inline-end: var(--_inset) !important;
    z-index: var(--chat-adapter-layer, 1000) !important;
    --_inset: var(--chat-adapter-inset, 1.25rem);
    --_launcher: var(--chat-launcher-size, 3.25rem);
  }

  /* Above the panel, where that takes the whole page. */
  chat-launcher {
    display: block;
    position: relative;
    z-index: 1;
  }

  /* Shares of the page, as its units would be wrong where it is zoomed; of no less than a bit, should it stand in a box of its own. */
  :host(:not([layout='inline'])) .panel {
    position: fixed;
    inset-block-end: calc(var(--_inset) + var(--_launcher) + 0.75rem);
    inset-inline-end: var(--_inset);
    inline-size: min(var(--chat-adapter-inline-size, 47.5rem), max(20rem, 100% - 2 * var(--_inset)));
    block-size: min(
      var(--chat-adapter-block-size, 37.5rem),
      max(20rem, 100% - 2 * var(--_inset) - var(--_launcher) - 0.75rem)
    );
    box-shadow: var(--_shadow);
    animation: chat-open var(--_speed) ease-out;
  }

  @keyframes chat-open {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }

  /* On a narrow or low page all of it is the panel's, but for a strip on which the launcher stays in reach. */
  @media (max-width: 30rem) {
    :host([open]:not([layout='inline'])) {
      --_inset: 0.5rem;
    }

    :host(:not([layout='inline'])) .panel {
      inset: 0;
      inline-size: auto;
      block-size: auto;
      border: 0;
      border-radius: 0;
      padding-block-end: calc(var(--_launcher) + 2 * var(--_inset));
      background: var(--_raised);
    }

    .columns {
      border-block-end: 1px solid var(--_line);
    }
  }

  @media (min-width: 30.01rem) and (max-height: 30rem) {
    :host([open]:not([layout='inline'])) {
      --_inset: 0.5rem;
    }

    :host(:not([layout='inline'])) .panel {
      inset-block: 0;
      inset-inline-end: calc(var(--_launcher) + 2 * var(--_inset));
      inline-size: min(var(--chat-adapter-inline-size, 47.5rem), 100% - var(--_launcher) - 2 * var(--_inset));
      block-size: auto;
      border-radius: 0;
    }
  }
`;

/** On paper it stands where its tag is, and covers nothing of the page. */
const paper = css`
  @media print {
    :host(:not([layout='inline'])),
    :host(:not([layout='inline'])) .panel {
      position: static !important;
    }

    :host(:not([layout='inline'])) .panel {
      inline-size: auto;
      block-size: var(--chat-adapter-block-size, 37.5rem);
    }

    chat-launcher {
      display: none;
    }
  }
`;

const inline = css`
  [part='spoken'] {
    white-space: pre;
  }

  :host([layout='inline']) {
    block-size: 100%;
    min-block-size: 20rem;
  }

  :host([layout='inline']) .panel {
    block-size: 100%;
    min-block-size: inherit;
  }
`;

export const styles = [...base, buttons, notices, panel, popover, inline, paper];
