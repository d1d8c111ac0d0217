import { css } from 'lit';

export const builderStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(280px, 360px) minmax(0, 1fr);
    gap: 20px;
    color: CanvasText;
    font:
      13px/1.45 system-ui,
      sans-serif;
  }
  @media (max-width: 760px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  h2 {
    margin: 0 0 6px;
    font-size: 15px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
    grid-column: 1 / -1;
  }
  .tools label {
    display: grid;
    gap: 2px;
    max-inline-size: 100%;
  }
  [type='file'] {
    inline-size: 100%;
  }
  button,
  select,
  input,
  textarea {
    box-sizing: border-box;
    min-block-size: 30px;
    padding: 3px 8px;
    border: 1px solid #7d8797;
    border-radius: 6px;
    background: Field;
    color: FieldText;
    font: inherit;
  }
  .primary {
    border-color: #2455d6;
    background: #2455d6;
    color: #fff;
    font-weight: 600;
  }
  [aria-pressed='true'] {
    border-color: #7a1fa2;
    background: #7a1fa2;
    color: #fff;
  }
  :focus-visible {
    outline: 2px solid #2455d6;
    outline-offset: 1px;
  }
  .tokens {
    max-block-size: 78vh;
    overflow-y: auto;
    padding-inline-end: 8px;
  }
  @media (max-width: 760px) {
    .tokens {
      max-block-size: 50vh;
    }
  }
  summary {
    padding: 8px 0;
    font-weight: 600;
    text-transform: capitalize;
    cursor: pointer;
  }
  .token {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    padding: 6px 0;
    border-block-end: 1px solid color-mix(in srgb, CanvasText 15%, Canvas);
  }
  .token.pointed {
    background: color-mix(in srgb, #7a1fa2 18%, Canvas);
  }
  .token code {
    overflow-wrap: anywhere;
    font:
      12px/1.4 ui-monospace,
      monospace;
  }
  .changed code {
    font-weight: 700;
  }
  .token p {
    margin: 0;
    grid-column: 1 / -1;
    color: color-mix(in srgb, CanvasText 75%, Canvas);
    font-size: 12px;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 6px;
  }
  .values :is(label, .value) {
    display: flex;
    flex: 1 1 120px;
    align-items: center;
    gap: 4px;
  }
  .values input:not([type='color']) {
    inline-size: 100%;
    min-inline-size: 70px;
  }
  input[type='color'] {
    inline-size: 34px;
    padding: 1px;
    flex: none;
  }
  [aria-invalid='true'] {
    border-color: #cf222e;
    outline: 1px solid #cf222e;
  }
  .samples {
    display: grid;
    align-content: start;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    gap: 16px;
    min-inline-size: 0;
  }
  .sample {
    padding: 16px;
    border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas);
    border-radius: 8px;
    background: Canvas;
    color: CanvasText;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  .whole {
    block-size: 480px;
  }
  .beside {
    display: grid;
    grid-template: minmax(0, 1fr) / 92px minmax(0, 1fr);
    block-size: 100%;
  }
  .pieces {
    display: grid;
    gap: 14px;
    margin-block-start: 16px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .looking .sample {
    cursor: crosshair;
  }
  .outline {
    position: fixed;
    z-index: 2000;
    outline: 2px solid #7a1fa2;
    pointer-events: none;
  }
  .piece,
  .warnings {
    grid-column: 1 / -1;
    padding: 8px 12px;
    border: 1px solid color-mix(in srgb, CanvasText 20%, Canvas);
    border-radius: 8px;
  }
  .piece {
    min-block-size: 74px;
  }
  .piece p,
  .warnings p,
  .warnings ul {
    margin: 2px 0;
  }
  .bad {
    border-color: #cf222e;
  }
  .piece button {
    min-block-size: 24px;
    padding: 0 6px;
    font:
      12px ui-monospace,
      monospace;
  }
  dialog {
    inline-size: min(560px, 90vw);
    border: 1px solid #7d8797;
    border-radius: 10px;
    background: Canvas;
    color: CanvasText;
  }
  textarea {
    inline-size: 100%;
    block-size: 220px;
    font:
      12px/1.5 ui-monospace,
      monospace;
  }
`;
