import { css } from '../../theme/css.js';

export const transcriptStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    max-block-size: 100vh;
    overflow: hidden;
  }

  .scroller {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-color: var(--_control-line) transparent;
    scrollbar-width: thin;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .content {
    flex: none;
    inline-size: 100%;
    max-inline-size: 60rem;
    margin-block-start: auto;
    margin-inline: auto;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  /* A row's box holds all its room: what rows are not there is made up for by the sum of their heights. */
  li {
    display: flow-root;
    padding-block-end: calc(var(--_space) * 1.5);
  }

  .none {
    color: var(--_soft);
    font-size: var(--_size-small);
    text-align: center;
  }

  .day,
  .unread {
    margin-block: calc(var(--_space) * 2);
    color: var(--_soft);
    font-size: var(--_size-small);
    text-align: center;
  }

  .unread {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: center;
    color: var(--_accent);
    font-weight: 600;
  }

  .unread::before,
  .unread::after {
    flex: 1;
    border-block-start: 1px solid currentColor;
    opacity: 0.5;
    content: '';
  }

  .jump {
    position: absolute;
    inset-block-end: calc(var(--_space) * 2);
    inset-inline: 0;
    gap: calc(var(--_space) * 1);
    inline-size: fit-content;
    margin-inline: auto;
    border-color: transparent;
    border-radius: 999px;
    background: var(--_accent);
    box-shadow: var(--_shadow-low);
    color: var(--_on-accent);
    font-size: var(--_size-small);
    white-space: nowrap;
  }

  .jump:hover:not([aria-disabled='true'], :disabled) {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }

  .jump svg {
    inline-size: 1.1em;
    block-size: 1.1em;
  }

  @media (forced-colors: active) {
    .jump {
      border-color: ButtonText;
    }
  }
`;
