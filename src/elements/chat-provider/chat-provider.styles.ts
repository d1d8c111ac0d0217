import { css } from '../../theme/css.js';

// No look: what is inside takes part in the page's layout as if the provider were not there.
export const styles = css`
  :host {
    display: contents;
  }

  :host([hidden]) {
    display: none;
  }

  .spoken {
    position: fixed;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: pre;
  }
`;
