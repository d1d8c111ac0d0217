import { base } from '../../theme/base.js';
import { buttons } from '../../theme/buttons.js';
import { css } from '../../theme/css.js';

export const styles = [
  ...base,
  buttons,
  css`
    :host {
      display: flex;
      flex-direction: column;
      inline-size: 5.75rem;
      max-inline-size: 100%;
      min-block-size: 0;
      background: var(--chat-list-color, var(--_raised));
    }

    :host([expanded]) {
      inline-size: 18rem;
    }

    .frame {
      display: grid;
      position: relative;
      flex: 1;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      min-block-size: 0;
      min-inline-size: 0;
    }

    .chats {
      display: flex;
      flex-direction: column;
      gap: 0.375rem;
      min-block-size: 0;
      /* A column of less than 5 rem has no room to give away. */
      padding: 0.625rem clamp(0.1875rem, calc((100% - 3.25rem) / 5), 0.5rem);
      overflow: hidden auto;
      overscroll-behavior: contain;
      /* Whatever has the focus stands clear of the hints. */
      scroll-padding: 2rem;
      scrollbar-width: thin;
    }

    li {
      flex: none;
      min-inline-size: 0;
    }

    /* Of a long list only a part is rendered; what is not takes its room all the same. */
    .part {
      overflow-anchor: none;
    }

    .part li {
      block-size: var(--_row);
      margin-block-start: var(--_hole);
    }

    .cut::after {
      flex: none;
      block-size: var(--_rest);
      content: '';
    }

    .hint {
      position: absolute;
      inset-block-end: 0.25rem;
      inset-inline: 0;
      z-index: 1;
      gap: 0.125rem;
      inline-size: fit-content;
      min-block-size: 1.5rem;
      min-inline-size: 0;
      margin-inline: auto;
      padding: 0 0.375rem;
      border-radius: 0.75rem;
      box-shadow: var(--_shadow-low);
    }

    .hint[part='new-before'] {
      inset-block: 0.25rem auto;
    }

    .hint .icon {
      inline-size: 0.9375rem;
      block-size: 0.9375rem;
    }

    .hint[part='new-before'] .icon:last-child {
      transform: rotate(180deg);
    }

    chat-indicator {
      inline-size: 100%;
    }

    .empty {
      margin-block: auto;
      padding: 0.75rem 0.25rem;
      color: var(--_soft);
      font-size: var(--_size-small);
      text-align: center;
    }

    .tools {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      gap: 0.25rem;
      justify-content: center;
      padding: 0.375rem;
    }

    :host([expanded]) .tools {
      justify-content: start;
      padding-inline: 0.75rem;
    }

    .tools button {
      min-block-size: 1.875rem;
      min-inline-size: 1.875rem;
      padding: 0.25rem;
      border-color: transparent;
      background: none;
      color: var(--_soft);
    }

    .tools button:hover,
    .tools button[aria-pressed='true'] {
      background: color-mix(in srgb, var(--_ink) 8%, transparent);
      color: var(--_ink);
    }

    .tools .icon {
      inline-size: 1.125rem;
      block-size: 1.125rem;
    }

    :dir(rtl) .turns .icon {
      transform: scaleX(-1);
    }

    :host([orientation='horizontal']) {
      flex-direction: row;
      inline-size: auto;
    }

    :host([orientation='horizontal']) .chats {
      flex-direction: row;
      min-inline-size: 0;
      padding: 0.375rem;
      overflow: auto hidden;
    }

    :host([orientation='horizontal']) li {
      inline-size: 4.75rem;
    }

    :host([orientation='horizontal'][expanded]) li {
      inline-size: min(15rem, 80cqi);
    }

    :host([orientation='horizontal']) .part li {
      block-size: auto;
      margin-block-start: 0;
      margin-inline-start: var(--_hole);
    }

    :host([orientation='horizontal']) .cut::after {
      block-size: auto;
      inline-size: var(--_rest);
    }

    :host([orientation='horizontal']) .hint {
      inset-block: 0;
      inset-inline: auto 0.25rem;
      block-size: fit-content;
      margin-block: auto;
    }

    :host([orientation='horizontal']) .hint[part='new-before'] {
      inset-inline: 0.25rem auto;
    }

    :host([orientation='horizontal']) .hint .icon:last-child {
      transform: rotate(-90deg);
    }

    :host([orientation='horizontal']) .hint[part='new-before'] .icon:last-child {
      transform: rotate(90deg);
    }

    :host([orientation='horizontal']) .hint:dir(rtl) .icon:last-child {
      scale: -1 1;
    }

    :host([orientation='horizontal']) .empty {
      flex: 1;
    }

    :host([orientation='horizontal']) .tools {
      flex-direction: column;
      justify-content: center;
    }

    @media (forced-colors: active) {
      .tools button[aria-pressed='true'] {
        border-color: Highlight;
      }
    }
  `,
];
