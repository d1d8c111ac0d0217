import { css } from '../../theme/css.js';

/** How a message looks, in `<chat-message>` and in the transcript's rows. */
export const messageStyles = css`
  .message {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
  }

  .outgoing {
    align-items: flex-end;
  }

  .bubble {
    max-inline-size: min(78%, 44rem);
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 2.75);
    border: 1px solid transparent;
    border-radius: var(--chat-bubble-radius, var(--_radius));
    border-end-start-radius: var(--chat-bubble-corner, 0.3125rem);
    background: var(--chat-bubble-color, var(--_sunken));
    color: var(--chat-bubble-ink, var(--_ink));
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .outgoing .bubble {
    border-end-start-radius: var(--chat-bubble-radius, var(--_radius));
    border-end-end-radius: var(--chat-bubble-corner, 0.3125rem);
    background: var(--chat-bubble-own-color, var(--_tint));
    color: var(--chat-bubble-own-ink, var(--_ink));
  }

  .bot .bubble {
    border-color: var(--_line);
    background: var(--_raised);
    color: var(--_ink);
  }

  .internal .bubble {
    border-color: var(--_soft);
    background: var(--_raised);
    color: var(--_ink);
  }

  .failed .bubble {
    border-color: var(--_danger);
    background: var(--_surface);
    color: var(--_ink);
  }

  .system {
    align-items: center;
    color: var(--_soft);
    font-size: var(--_size-small);
    text-align: center;
  }

  .system .bubble {
    padding-block: 0;
    background: none;
    color: inherit;
  }

  .own {
    max-inline-size: min(78%, 44rem);
  }

  .placeholder {
    border: 1px solid var(--_line);
    background: var(--_raised);
    color: var(--_ink);
    white-space: normal;
  }

  .placeholder > p:first-child {
    color: var(--_soft);
    font-size: var(--_size-small);
  }

  .caption {
    white-space: pre-wrap;
  }

  a {
    color: inherit;
  }

  /* The character is there, to be copied; alone in a box it turns nothing around. */
  .unseen {
    display: inline-block;
    font-size: 0;
  }

  .unseen::before,
  [data-host]::before {
    display: inline-block;
    margin-inline: 0.25em;
    padding-inline: 0.35em;
    border: 1px solid;
    border-radius: 0.3em;
    background: var(--_surface);
    color: var(--_danger);
    font: 600 var(--_size-tiny) / 1.4 var(--_font-mono);
    text-decoration: none;
    content: attr(data-code);
  }

  [data-host]::before {
    content: '→ ' attr(data-host);
  }

  .label,
  .line {
    margin-inline: calc(var(--_space) * 1);
    color: var(--_soft);
    font-size: var(--_size-tiny);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  .label {
    margin-block-end: 0.125rem;
    font-weight: 600;
  }

  .line {
    margin-block: 0.1875rem 0.3125rem;
  }

  .delivery.failed {
    color: var(--_danger);
    font-weight: 600;
  }

  .delivery svg {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin-inline-end: 0.25em;
    vertical-align: -0.2em;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    justify-content: flex-end;
    margin-block-end: calc(var(--_space) * 1.5);
  }

  .actions button {
    min-block-size: 1.625rem;
    padding-block: 0.125rem;
    font-size: var(--_size-small);
  }

  .actions svg {
    inline-size: 1em;
    block-size: 1em;
  }

  @media (forced-colors: active) {
    .bubble,
    .outgoing .bubble {
      border-color: CanvasText;
    }

    .outgoing .bubble {
      border-inline-end-width: 3px;
    }

    .system .bubble {
      border-color: transparent;
    }
  }
`;
