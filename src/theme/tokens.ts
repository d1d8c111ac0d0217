import { css } from './css.js';

/**
 * The design tokens. A page sets `--chat-*` (documented, each with a default); the tags read the private `--_*` made
 * from them here. Light and dark follow the `color-scheme` that the page gives.
 */
export const tokens = css`
  :host {
    --_surface: var(--chat-color-surface, light-dark(#fff, #15181d));
    --_raised: var(--chat-color-raised, light-dark(#f6f7f9, #1c2027));
    --_sunken: var(--chat-color-sunken, light-dark(#eceff3, #0f1216));
    --_line: var(--chat-color-line, light-dark(#dde1e8, #2d343f));
    --_control-line: var(--chat-color-control-line, light-dark(#7d8797, #737f90));
    --_ink: var(--chat-color-ink, light-dark(#171b22, #e9ecf1));
    --_soft: var(--chat-color-soft, light-dark(#566071, #9ba6b5));
    --_accent: var(--chat-color-accent, light-dark(#2455d6, #8fb0ff));
    --_on-accent: var(--chat-color-on-accent, light-dark(#fff, #0d1524));
    --_tint: var(--chat-color-tint, light-dark(#e6edfd, #20304f));
    --_on-time: var(--chat-color-on-time, #f4c81b);
    --_on-time-ink: var(--chat-color-on-time-ink, #2b2300);
    --_soon: var(--chat-color-soon, #f58a1f);
    --_soon-ink: var(--chat-color-soon-ink, #2b1400);
    --_late: var(--chat-color-late, light-dark(#cf222e, #ff6b6b));
    --_late-ink: var(--chat-color-late-ink, light-dark(#fff, #2a0505));
    --_danger: var(--chat-color-danger, light-dark(#cf222e, #ff6b6b));
    --_on-danger: var(--chat-color-on-danger, light-dark(#fff, #2a0505));
    --_font: var(--chat-font, system-ui, sans-serif);
    --_font-mono: var(--chat-font-mono, ui-monospace, monospace);
    --_size: var(--chat-font-size, 0.875rem);
    --_size-small: var(--chat-font-size-small, 0.75rem);
    --_size-large: var(--chat-font-size-large, 0.9375rem);
    --_space: var(--chat-space, 0.25rem);
    --_radius: var(--chat-radius, 0.875rem);
    --_radius-control: var(--chat-radius-control, 0.5625rem);
    --_shadow: var(--chat-shadow, 0 0.75rem 2.5rem rgb(0 0 0 / 20%));
    --_focus: var(--chat-focus, 2px solid var(--_accent));
    --_speed: var(--chat-speed, 150ms);
  }
`;
