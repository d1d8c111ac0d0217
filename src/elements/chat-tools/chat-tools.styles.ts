import { css } from '../../theme/css.js';

/** In the pane: the menu, the bars, and what is printed, which nobody sees. */
export const toolsStyles = css`
  .menu {
    position: absolute;
    inset-block-start: calc(100% + var(--_space));
    inset-inline-end: 0;
    /* Above the adapter's notices. */
    z-index: 3;
    display: flex;
    flex-direction: column;
    inline-size: max-content;
    max-inline-size: 16rem;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .menu button {
    justify-content: flex-start;
    border-color: transparent;
    font-weight: 400;
    text-align: start;
  }

  .menu button:focus-visible {
    outline-offset: -2px;
  }

  .bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3.5);
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
    font-size: var(--_size-control);
  }

  .bar input {
    flex: 1 7rem;
    min-inline-size: 0;
    min-block-size: 2rem;
    margin: 0;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2);
    border: 1px solid var(--chat-field-line, var(--_control-line));
    border-radius: var(--chat-field-radius, var(--_radius-control));
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
  }

  .bar input::placeholder {
    color: var(--_soft);
    opacity: 1;
  }

  .bar input:focus-visible {
    outline: var(--_focus);
  }

  .bar p {
    flex: 1;
    min-inline-size: 0;
  }

  .count {
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }

  .count:empty {
    display: none;
  }

  .up svg {
    rotate: 180deg;
  }

  .paper {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    border: 0;
    visibility: hidden;
  }
`;

/** In the transcript: what was found. */
export const transcriptToolsStyles = css`
  ::highlight(agent-chat-found) {
    background-color: var(--_on-time);
    color: var(--_on-time-ink);
  }

  ::highlight(agent-chat-found-current) {
    background-color: var(--_soon);
    color: var(--_soon-ink);
  }

  [part~='found'] .bubble {
    outline: 2px solid var(--_soon);
  }

  [part~='found-current'] .bubble {
    outline: 3px solid var(--_accent);
  }

  @media (forced-colors: active) {
    ::highlight(agent-chat-found) {
      background-color: Mark;
      color: MarkText;
    }

    ::highlight(agent-chat-found-current) {
      background-color: Highlight;
      color: HighlightText;
    }

    [part~='found'] .bubble {
      outline-color: Mark;
    }

    [part~='found-current'] .bubble {
      outline-color: Highlight;
    }
  }
`;
