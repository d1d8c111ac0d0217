import { css } from './css.js';

/** Buttons: quiet by default, `.primary` filled once per view, `.danger` for what cannot be undone. */
export const buttons = css`
  button {
    display: inline-flex;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
    justify-content: center;
    min-block-size: var(--chat-button-size, 2rem);
    margin: 0;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--chat-button-radius, var(--_radius-control));
    background: var(--_surface);
    color: var(--_ink);
    font: 600 var(--_size-control) / 1.25rem var(--_font);
    cursor: pointer;
    transition: background-color var(--_speed);
  }

  button:hover:not([aria-disabled='true'], :disabled) {
    background: var(--_sunken);
  }

  button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.primary:hover:not([aria-disabled='true'], :disabled) {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }

  button.danger {
    color: var(--_danger);
  }

  button.danger.primary {
    background: var(--_danger);
    color: var(--_on-danger);
  }

  button.danger.primary:hover:not([aria-disabled='true'], :disabled) {
    background: color-mix(in srgb, var(--_danger) 88%, var(--_ink));
  }

  button[aria-disabled='true'],
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }

  /* For a finger, however small a tag makes its button. */
  @media (pointer: coarse) {
    button,
    input,
    textarea,
    [role='option'] {
      min-block-size: 2.75rem !important;
    }

    button {
      min-inline-size: 2.75rem !important;
    }
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }

    button[aria-disabled='true'],
    button:disabled {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }
  }
`;
