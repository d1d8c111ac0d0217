import { css } from 'lit';

/** How the stories' own pieces of a documentation page look: as the page around them. */
export const docsStyles = css`
  :host {
    display: block;
    color: #2e3338;
    font:
      14px/1.55 system-ui,
      sans-serif;
  }

  h3 {
    margin: 28px 0 8px;
    font-size: 16px;
  }

  code {
    padding: 1px 4px;
    border-radius: 4px;
    background: #eef1f6;
    color: #171b22;
    font:
      12px/1.5 ui-monospace,
      monospace;
    overflow-wrap: break-word;
  }

  ul {
    margin: 0;
    padding-inline-start: 20px;
  }

  li {
    margin-block: 4px;
  }

  a {
    color: #2455d6;
  }

  .scroll {
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 13px;
    text-align: start;
  }

  th,
  td {
    padding: 8px 10px;
    border-block-end: 1px solid #e3e7ee;
    text-align: start;
    vertical-align: top;
  }

  th {
    color: #566071;
    font-weight: 600;
  }

  td:last-child {
    min-inline-size: 180px;
  }
`;
