import { css } from '../../theme/css.js';

export const composerStyles = css`
  .composer {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: flex-end;
    justify-content: end;
    padding: calc(var(--_space) * 1.5);
    padding-inline-start: calc(var(--_space) * 1);
    border: 1px solid var(--chat-composer-line, var(--_control-line));
    border-radius: var(--chat-composer-radius, 0.75rem);
    background: var(--chat-composer-color, var(--_surface));
    transition: border-color var(--_speed);
  }

  .composer:has(textarea:focus) {
    border-color: var(--_accent);
    outline: var(--_focus);
  }

  .composer:has([readonly]) {
    border-color: var(--_line);
    background: var(--_raised);
  }

  textarea {
    flex: 1 6rem;
    min-inline-size: 0;
    min-block-size: 2rem;
    /* Six lines, and half of the next so that one sees there is more. */
    max-block-size: calc(6.5lh + var(--_space) * 3);
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    overflow-y: auto;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: 400 var(--_size) / 1.25rem var(--_font);
    overflow-wrap: anywhere;
    overscroll-behavior: contain;
    resize: none;
    scrollbar-width: thin;
    field-sizing: content;
  }

  textarea:focus-visible {
    outline: none;
  }

  textarea::placeholder {
    color: var(--_soft);
    opacity: 1;
  }

  button {
    flex: none;
    max-inline-size: 100%;
  }

  #lock {
    margin: calc(var(--_space) * 1) calc(var(--_space) * 1) 0;
    color: var(--_soft);
    font-size: var(--_size-small);
    overflow-wrap: anywhere;
  }

  [part='gap-retry-button'] {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  @media (pointer: coarse) {
    textarea {
      min-block-size: 2.75rem;
      /* Smaller text makes phones zoom in on focus. */
      font-size: 1rem;
    }
  }
`;
