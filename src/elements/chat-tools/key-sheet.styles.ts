import { css } from '../../theme/css.js';

export const keySheetStyles = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(34rem, 100% - 2rem);
    max-block-size: calc(100% - 2rem);
    margin: auto;
    padding: calc(var(--_space) * 5);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }

  dialog::backdrop {
    background: var(--_scrim);
  }

  .top {
    display: flex;
    align-items: start;
    justify-content: space-between;
  }

  h2,
  h3,
  dl,
  dd {
    margin: 0;
  }

  h2 {
    font-size: 1.0625rem;
    line-height: 1.3;
  }

  h3 {
    margin-block: calc(var(--_space) * 4) var(--_space);
    color: var(--_soft);
    font-size: var(--_size-small);
    font-weight: 600;
  }

  dl:nth-of-type(even) {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    column-gap: calc(var(--_space) * 6);
  }

  dl > div {
    display: flex;
    gap: calc(var(--_space) * 4);
    align-items: baseline;
    justify-content: space-between;
    padding-block: calc(var(--_space) * 1.25);
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }

  dd {
    flex: none;
  }

  kbd {
    display: inline-block;
    min-inline-size: 1.5rem;
    padding: 0 0.375rem;
    border: 1px solid var(--_control-line);
    border-radius: 0.25rem;
    background: var(--_raised);
    font: inherit;
    font-size: var(--_size-small);
    text-align: center;
  }

  button {
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_soft);
    cursor: pointer;
  }

  button:hover {
    background: var(--_sunken);
    color: var(--_ink);
  }

  @media (pointer: coarse) {
    button {
      inline-size: 2.75rem;
      block-size: 2.75rem;
    }
  }
`;
