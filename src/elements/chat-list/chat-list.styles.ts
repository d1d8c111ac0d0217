import { css } from 'lit';
import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';

export const styles = [
  ...base,
  buttons,
  css`
    :host {
      display: flex;
      flex-direction: column;
      inline-size: 5.75rem;
      max-inline-size: 100%;
      min-block-size: 0;
      background: var(--_raised);
    }

    :host([expanded]) {
      inline-size: 18rem;
    }

    .chats {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: 0.375rem;
      min-block-size: 0;
      /* A column of less than 5 rem has no room to give away. */
      padding: 0.625rem clamp(0.1875rem, calc((100% - 3.25rem) / 5), 0.5rem);
      overflow: hidden auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }

    li {
      flex: none;
      min-inline-size: 0;
    }

    chat-indicator {
      inline-size: 100%;
    }

    .empty {
      margin-block: auto;
      padding: 0.75rem 0.25rem;
      color: var(--_soft);
      font-size: var(--_size-small);
      text-align: center;
    }

    .tools {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      gap: 0.25rem;
      justify-content: center;
      padding: 0.375rem;
    }

    :host([expanded]) .tools {
      justify-content: start;
      padding-inline: 0.75rem;
    }

    .tools button {
      min-block-size: 1.875rem;
      min-inline-size: 1.875rem;
      padding: 0.25rem;
      border-color: transparent;
      background: none;
      color: var(--_soft);
    }

    .tools button:hover,
    .tools button[aria-pressed='true'] {
      background: color-mix(in srgb, var(--_ink) 8%, transparent);
      color: var(--_ink);
    }

    .tools .icon {
      inline-size: 1.125rem;
      block-size: 1.125rem;
    }

    :dir(rtl) .turns .icon {
      transform: scaleX(-1);
    }

    :host([orientation='horizontal']) {
      flex-direction: row;
      inline-size: auto;
    }

    :host([orientation='horizontal']) .chats {
      flex-direction: row;
      min-inline-size: 0;
      padding: 0.375rem;
      overflow: auto hidden;
    }

    :host([orientation='horizontal']) li {
      inline-size: 4.75rem;
    }

    :host([orientation='horizontal'][expanded]) li {
      inline-size: min(15rem, 80cqi);
    }

    :host([orientation='horizontal']) .empty {
      flex: 1;
    }

    :host([orientation='horizontal']) .tools {
      flex-direction: column;
      justify-content: center;
    }

    @media (pointer: coarse) {
      .tools button {
        min-block-size: 2.5rem;
        min-inline-size: 2.5rem;
      }
    }

    @media (forced-colors: active) {
      .tools button[aria-pressed='true'] {
        border-color: Highlight;
      }
    }
  `,
];
