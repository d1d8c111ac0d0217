import { css } from 'lit';

/** The disposition field and its list. */
export const popupStyles = css`
  .field {
    position: relative;
    display: flex;
    align-items: center;
    cursor: pointer;
  }

  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.375rem;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.75);
    padding-inline-end: calc(var(--_space) * 9);
    border: 0;
    border-radius: inherit;
    background: none;
    color: inherit;
    text-overflow: ellipsis;
    cursor: inherit;
  }

  input[aria-expanded='true'] {
    cursor: text;
  }

  .chevron {
    position: absolute;
    inset-inline-end: calc(var(--_space) * 2.5);
    display: grid;
    color: var(--_soft);
    pointer-events: none;
  }

  [popover] {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: calc(var(--_space) * 1);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }

  [role='option'] {
    display: block;
    min-block-size: 2rem;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border-radius: calc(var(--_radius-control) - 2px);
    text-align: start;
    cursor: pointer;
  }

  .above {
    color: var(--_soft);
    font-size: var(--_size-small);
  }

  [role='option'][aria-selected='true'] .leaf {
    font-weight: 600;
  }

  [role='option']:hover {
    background: var(--_raised);
  }

  [role='option'][data-active] {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    background: var(--_tint);
  }

  .empty {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    color: var(--_soft);
  }

  @media (pointer: coarse) {
    [role='option'] {
      min-block-size: 2.75rem;
      padding-block: calc(var(--_space) * 2.75);
    }
  }

  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      color: SelectedItemText;
      background: SelectedItem;
      forced-color-adjust: none;
    }

    [role='option'][aria-selected='true'] .above {
      color: inherit;
    }

    [role='option'][data-active] {
      outline-color: Highlight;
    }
  }
`;
