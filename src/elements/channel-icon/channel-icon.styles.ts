import { base } from '../../theme/base.js';
import { css } from '../../theme/css.js';

export const styles = [
  ...base,
  css`
    :host {
      display: inline-flex;
      vertical-align: middle;
    }

    .channel {
      display: inline-flex;
    }

    :host([left]) .channel {
      position: relative;
    }

    .icon {
      display: block;
      inline-size: var(--chat-icon-size, 1.25rem);
      block-size: var(--chat-icon-size, 1.25rem);
    }

    .strike {
      position: absolute;
      inset: -32%;
      overflow: visible;
      inline-size: 164%;
      block-size: 164%;
      fill: none;
      stroke-linecap: round;
    }

    .gap {
      stroke: var(--_gap, var(--_surface));
      stroke-width: 4;
    }

    .line {
      stroke: var(--_late);
      stroke-width: 1.7;
    }

    @media (forced-colors: active) {
      .gap {
        stroke: Canvas;
      }

      .line {
        stroke: CanvasText;
      }
    }
  `,
];
