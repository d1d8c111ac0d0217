import { css } from './css.js';
import { tokens } from './tokens.js';

// Strong words are stronger in here than in the page. What a reader's own style sheet says is stronger still.
const foundations = css`
  :host {
    box-sizing: border-box;
    display: block;
    color: var(--_ink) !important;
    cursor: auto !important;
    font: 400 medium / 1.4 var(--_font) !important;
    letter-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-spacing: normal !important;
    --_chat-rem: 1em;
  }

  :where(:host) > * {
    font-size: var(--_size);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  p,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }

  ol,
  ul {
    list-style: none;
  }

  /* Of an empty field that follows its text, browsers say it runs from left to right. */
  :placeholder-shown {
    direction: inherit;
  }

  :focus-visible {
    outline: var(--_focus);
    outline-offset: 2px;
  }

  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }

  /* Paper is white, whatever the screen is, and what is drawn on a filled ground needs that ground. */
  @media print {
    :host {
      color-scheme: only light !important;
    }

    *,
    *::before,
    *::after {
      animation: none !important;
      box-shadow: none !important;
      transition: none !important;
      print-color-adjust: exact;
    }
  }
`;

/** What every tag's styles begin with. */
export const base = [tokens, foundations];
