import { css } from '../../theme/css.js';

export const typingStyles = css`
  .alone {
    position: relative;
    inline-size: fit-content;
    padding: calc(var(--_space) * 2.75) calc(var(--_space) * 3);
    border-radius: var(--chat-bubble-radius, var(--_radius));
    border-end-start-radius: var(--chat-bubble-corner, 0.3125rem);
    background: var(--chat-bubble-color, var(--_sunken));
  }

  .dots {
    position: relative;
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    color: var(--_soft);
  }

  .dots i {
    inline-size: 0.375rem;
    block-size: 0.375rem;
    border-radius: 50%;
    background: currentColor;
    animation: typing 1.4s infinite ease-in-out;
  }

  .dots i:nth-child(2) {
    animation-delay: 0.18s;
  }

  .dots i:nth-child(3) {
    animation-delay: 0.36s;
  }

  @keyframes typing {
    0%,
    60%,
    100% {
      opacity: 0.4;
    }

    30% {
      opacity: 1;
    }
  }

  figure {
    margin: 0;
  }

  .text {
    inline-size: fit-content;
    max-inline-size: min(78%, 44rem);
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 2.75);
    border: 1.5px dashed var(--_soft);
    border-radius: var(--chat-bubble-radius, var(--_radius));
    border-end-start-radius: var(--chat-bubble-corner, 0.3125rem);
    color: var(--_soft);
    font-style: italic;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  figcaption {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
    margin: 0.1875rem calc(var(--_space) * 1) 0.3125rem;
    color: var(--_soft);
    font-size: var(--_size-tiny);
    line-height: 1.45;
  }

  figcaption .dots {
    gap: 0.1875rem;
  }

  figcaption .dots i {
    inline-size: 0.25rem;
    block-size: 0.25rem;
  }

  @media (prefers-reduced-motion: reduce) {
    .dots i {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .alone {
      border: 1px solid CanvasText;
    }

    .dots i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
