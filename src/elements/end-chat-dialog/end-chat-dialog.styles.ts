import { css } from '../../theme/css.js';

export const styles = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(var(--chat-dialog-inline-size, 22.5rem), 100% - 2rem);
    max-block-size: calc(100% - 2rem);
    margin: auto;
    padding: calc(var(--_space) * 5);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--chat-dialog-radius, var(--_radius));
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    overflow-wrap: anywhere;
  }

  dialog::backdrop {
    background: var(--_scrim);
  }

  dialog[open] {
    animation: rise var(--_speed) ease-out;
  }

  @keyframes rise {
    from {
      translate: 0 0.5rem;
    }
  }

  h2 {
    font-size: 1.0625rem;
    line-height: 1.3;
    text-wrap: balance;
  }

  [part='text'] {
    margin-block-start: calc(var(--_space) * 3);
    color: var(--_soft);
  }

  [aria-live] {
    white-space: pre;
  }

  [part='arrived'] {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 3.5);
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_raised);
    color: var(--_soft);
    font-size: var(--_size-control);
  }

  [part='arrived-message'] {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    color: var(--_ink);
    white-space: pre-line;
  }

  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2.5);
    justify-content: end;
    margin-block-start: calc(var(--_space) * 5);
  }

  button.danger.primary {
    padding-inline: calc(var(--_space) * 3.5);
  }

  @media (forced-colors: active) {
    button.danger.primary {
      outline-offset: 3px;
      border-width: 2px;
    }
  }
`;
