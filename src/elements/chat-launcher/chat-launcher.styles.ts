import { base } from '../../theme/base.js';
import { css } from '../../theme/css.js';
import { badge, pulse } from '../../theme/pulse.js';

export const styles = [
  ...base,
  badge,
  pulse,
  css`
    :host {
      display: inline-block;
    }

    .launcher {
      display: inline-block;
      position: relative;
      vertical-align: top;
    }

    button {
      display: grid;
      place-items: center;
      inline-size: var(--chat-launcher-size, 3.25rem);
      block-size: var(--chat-launcher-size, 3.25rem);
      margin: 0;
      padding: 0;
      border: 1px solid transparent;
      border-radius: var(--chat-launcher-radius, 999px);
      background: var(--chat-launcher-color, var(--_accent));
      color: var(--chat-launcher-ink, var(--_on-accent));
      font: inherit;
      cursor: pointer;
      transition: background-color var(--_speed);
    }

    button:not(.pulsing) {
      box-shadow: var(--_shadow-low);
    }

    button:hover {
      background: color-mix(in srgb, var(--chat-launcher-color, var(--_accent)) 88%, var(--_ink));
    }

    /* Clear of the ring that pulses. */
    .pulsing:focus-visible {
      outline-offset: 0.4375rem;
    }

    .icon {
      inline-size: 1.625rem;
      block-size: 1.625rem;
    }

    .badge {
      inset-block-start: -0.25rem;
      inset-inline-end: -0.25rem;
      pointer-events: none;
      border-color: var(--_surface);
      background: var(--_ink);
      color: var(--_surface);
    }

    @media (forced-colors: active) {
      button {
        border-color: ButtonText;
      }
    }
  `,
];
