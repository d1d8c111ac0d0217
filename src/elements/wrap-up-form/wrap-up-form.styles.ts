import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
    background: var(--_surface);
    overflow-wrap: anywhere;
  }

  .header {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 3.5);
    border-block-end: 1px solid var(--_line);
  }

  h2 {
    font-size: var(--_size-large);
    line-height: 1.35;
  }

  [part='details'] {
    overflow: hidden;
    color: var(--_soft);
    font-size: var(--_size-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .time-left {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
    margin-block-start: calc(var(--_space) * 1.5);
    color: var(--_soft);
    font-size: var(--_size-small);
  }

  .time-left[data-little] {
    color: var(--_ink);
    font-weight: 600;
  }

  .digits {
    font-variant-numeric: tabular-nums;
  }

  .fields {
    display: grid;
    gap: calc(var(--_space) * 4);
    align-content: start;
    inline-size: 100%;
    max-inline-size: 40rem;
    padding: calc(var(--_space) * 4.5) calc(var(--_space) * 5);
  }

  .group {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }

  .label {
    display: flex;
    gap: calc(var(--_space) * 2);
    align-items: baseline;
    justify-content: space-between;
    font-size: 0.8125rem;
  }

  label {
    font-weight: 600;
  }

  .required {
    color: var(--_soft);
    font-size: var(--_size-small);
  }

  .field,
  textarea {
    inline-size: 100%;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_ink);
  }

  input,
  textarea {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
  }

  textarea {
    display: block;
    min-block-size: 7.375rem;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.75);
    line-height: 1.45;
    resize: vertical;
  }

  ::placeholder {
    color: var(--_soft);
    opacity: 1;
  }

  .field:has(input:focus-visible),
  textarea:focus-visible {
    outline: var(--_focus);
    outline-offset: 1px;
  }

  input:focus-visible {
    outline: none;
  }

  [aria-invalid='true']:is(textarea),
  .field:has([aria-invalid='true']) {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  :is(textarea, input):is(:read-only, :disabled),
  .field[data-locked] {
    background: var(--_raised);
    color: var(--_soft);
    cursor: default;
  }

  .error,
  .problem p {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    align-items: start;
    font-size: 0.8125rem;
  }

  .error {
    color: var(--_danger);
  }

  .problem {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
    justify-content: space-between;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.75);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_raised);
  }

  .problem p {
    flex: 1 1 12rem;
  }

  .icon {
    flex: none;
  }

  .summary {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
    align-items: center;
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .summary .status {
    flex: 1 1 8rem;
  }

  .status {
    color: var(--_soft);
    font-size: 0.8125rem;
  }

  .status.failed {
    color: var(--_danger);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 3);
    align-items: center;
    justify-content: end;
  }

  .actions .status {
    display: flex;
    flex: 1 1 8rem;
    gap: calc(var(--_space) * 1.5);
    align-items: center;
  }

  .actions button {
    margin-inline-start: auto;
    padding-inline: calc(var(--_space) * 3.5);
  }

  @container (inline-size < 22rem) {
    .fields {
      padding: calc(var(--_space) * 3.5);
    }
  }

  @media (forced-colors: active) {
    .field,
    textarea {
      border-color: FieldText;
    }
  }
`;
