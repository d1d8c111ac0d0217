import { css } from 'lit';

/** The look of the sheet itself; the rooms of the story's own things are as wide as the adapter makes them. */
export const sheetStyles = css`
  state-cell {
    display: block;
  }

  .sheet-room {
    position: relative;
    box-sizing: border-box;
    padding: 12px;
    overflow: clip;
    /* What stands in the corner of a page stands in the corner of its room. */
    contain: layout;
    /* Where colours are forced, no test can hide the caret: it does not blink, then. */
    caret-animation: manual;
    border: 1px solid color-mix(in srgb, CanvasText 14%, Canvas);
    background: Canvas;
    color: CanvasText;
  }

  .sheet-room > iframe {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }

  .sheet-room > chat-provider {
    display: contents;
  }

  .sheet-picture {
    /* The picture has its own. */
    border: 0;
    forced-color-adjust: none;
  }

  .sheet-caption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    box-sizing: border-box;
    block-size: 32px;
    margin: 4px 0 0;
    overflow: clip;
    direction: ltr;
    font:
      12px/16px system-ui,
      sans-serif;
  }

  .sheet-caption small {
    font-size: inherit;
    font-variant-numeric: tabular-nums;
    opacity: 0.8;
  }

  .sheet-page {
    display: block;
    padding: 16px;
    background: Canvas;
    color: CanvasText;
    font:
      14px/1.5 system-ui,
      sans-serif;
    direction: ltr;
  }

  .sheet-filter {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
    position: sticky;
    inset-block-start: 0;
    z-index: 2000;
    padding-block: 8px;
    background: Canvas;
  }

  .sheet-filter label {
    display: grid;
  }

  .sheet-filter :is(select, input) {
    min-block-size: 32px;
    font: inherit;
  }

  .sheet-table {
    display: grid;
    grid-template-columns: repeat(var(--sheet-modes), max-content);
    gap: 12px;
    overflow-x: auto;
    padding: 2px;
  }

  .sheet-mode {
    margin: 0;
    font-weight: 600;
  }

  .sheet-alone .sheet-room {
    border: 0;
    contain: none;
  }

  .sheet-alone .sheet-caption {
    display: none;
  }

  .sheet-icon {
    --chat-icon-size: 48px;
  }

  .sheet-tile {
    inline-size: 5.75rem;
  }

  .sheet-card {
    inline-size: 18rem;
    max-inline-size: 100%;
  }

  .sheet-strip,
  .sheet-cards,
  .sheet-fill {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
  }

  .sheet-strip {
    inline-size: 5.75rem;
  }

  .sheet-layout {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) 5.75rem;
    block-size: 100%;
  }

  .sheet-fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
`;

/** Gives a page the look of the sheet. */
export const styleSheet = (): void => {
  const { styleSheet: sheet } = sheetStyles;
  if (sheet && !document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
};
