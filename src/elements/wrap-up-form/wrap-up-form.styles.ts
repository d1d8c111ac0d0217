import { css } from '../../theme/css.js';

export const styles = css`
  :host {
    background: var(--_surface);
    overflow-wrap: anywhere;
  }

  .header {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 3.5);
    border-block-end: 1px solid var(--_line);
  }

  h2 {
    font-size: var(--_size-large);
  }

  .soft {
    color: var(--_soft);
    font-size: var(--_size-small);
  }

  [part='time-left'] {
    margin-block-start: calc(var(--_space) * 1.5);
    font-variant-numeric: tabular-nums;
  }

  [data-little] {
    color: var(--_ink);
    font-weight: 600;
  }

  .fields,
  .group {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }

  .fields {
    gap: calc(var(--_space) * 4);
    max-inline-size: 40rem;
    padding: calc(var(--_space) * 4) calc(var(--_space) * 3.5);
  }

  .row,
  .said {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
    font-size: var(--_size-control);
  }

  .row {
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  label {
    font-size: var(--_size-control);
    font-weight: 600;
  }

  .said {
    align-items: start;
    color: var(--_soft);
  }

  .row .said {
    flex: 1 1 8rem;
  }

  .failed {
    color: var(--_danger);
  }

  .icon {
    flex: none;
  }

  /* Back is where a line begins. */
  #undo .icon:dir(rtl) {
    scale: -1 1;
  }

  .actions button {
    margin-inline-start: auto;
  }

  .problem {
    padding: calc(var(--_space) * 2);
    border-radius: var(--_radius-control);
    background: var(--_raised);
  }

  .field {
    display: grid;
    anchor-name: --field;
  }

  .field > * {
    grid-area: 1 / 1;
  }

  .mark {
    display: flex;
    gap: calc(var(--_space) * 1);
    place-self: center end;
    padding-inline: calc(var(--_space) * 2);
    color: var(--_soft);
    font-size: var(--_size-small);
    pointer-events: none;
  }

  input,
  textarea {
    inline-size: 100%;
    margin: 0;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.75);
    border: 1px solid var(--chat-field-line, var(--_control-line));
    border-radius: var(--chat-field-radius, var(--_radius-control));
    background: var(--_surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }

  input {
    padding-inline-end: calc(var(--_space) * 8);
    text-overflow: ellipsis;
  }

  /* What is typed may run against the form, at whose end the mark stays. */
  .field:dir(rtl) > input:dir(ltr):not(:placeholder-shown),
  .field:dir(ltr) > input:dir(rtl):not(:placeholder-shown) {
    padding-inline: calc(var(--_space) * 8) calc(var(--_space) * 2.75);
  }

  ::placeholder {
    color: var(--_soft);
    opacity: 1;
  }

  [aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  :is(textarea, input):read-only {
    background: var(--_raised);
    color: var(--_soft);
  }

  /* Below the field, or above it where there is more room; in the field's column its own insets keep it there. */
  [popover] {
    inline-size: 100%;
    max-block-size: min(20rem, 100% - var(--_space) * 2);
    margin-block: var(--_space) auto;
    padding: var(--_space);
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    position-anchor: --field;
    position-area: block-end center;
    position-try-fallbacks: flip-block;
    position-try-order: most-block-size;
  }

  li {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border-radius: calc(var(--_radius-control) - 2px);
    cursor: pointer;
  }

  .above {
    color: var(--_soft);
    font-size: var(--_size-small);
  }

  [aria-selected='true'] .leaf {
    font-weight: 600;
  }

  li:hover {
    background: var(--_raised);
  }

  [data-active] {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    background: var(--_tint);
  }
`;
