// Made from tokens.json: change that and run `npm run tokens`.
import { css } from './css.js';

/**
 * The design tokens. A page sets `--chat-*` (documented, each with a default); the tags read the private `--_*` made
 * from them here. Light and dark follow the `color-scheme` that the page gives.
 */
export const tokens = css`
  :host {
    --_surface: var(
      --chat-color-surface,
      light-dark(var(--chat-palette-neutral-0, #fff), var(--chat-palette-neutral-900, #15181d))
    );
    --_raised: var(
      --chat-color-raised,
      light-dark(var(--chat-palette-neutral-50, #f6f7f9), var(--chat-palette-neutral-800, #1c2027))
    );
    --_sunken: var(
      --chat-color-sunken,
      light-dark(var(--chat-palette-neutral-100, #eceff3), var(--chat-palette-neutral-950, #0f1216))
    );
    --_line: var(
      --chat-color-line,
      light-dark(var(--chat-palette-neutral-200, #dde1e8), var(--chat-palette-neutral-700, #2d343f))
    );
    --_control-line: var(--chat-color-control-line, var(--chat-palette-neutral-500, #7d8797));
    --_ink: var(
      --chat-color-ink,
      light-dark(var(--chat-palette-neutral-900, #15181d), var(--chat-palette-neutral-100, #eceff3))
    );
    --_soft: var(
      --chat-color-soft,
      light-dark(var(--chat-palette-neutral-600, #566071), var(--chat-palette-neutral-400, #9ba6b5))
    );
    --_accent: var(
      --chat-color-accent,
      light-dark(var(--chat-palette-accent-600, #2455d6), var(--chat-palette-accent-300, #8fb0ff))
    );
    --_on-accent: var(
      --chat-color-on-accent,
      light-dark(var(--chat-palette-neutral-0, #fff), var(--chat-palette-accent-950, #0d1524))
    );
    --_tint: var(
      --chat-color-tint,
      light-dark(var(--chat-palette-accent-50, #e6edfd), var(--chat-palette-accent-900, #20304f))
    );
    --_on-time: var(--chat-color-on-time, var(--chat-palette-yellow-400, #f4c81b));
    --_on-time-ink: var(--chat-color-on-time-ink, var(--chat-palette-yellow-950, #2b2300));
    --_soon: var(--chat-color-soon, var(--chat-palette-orange-400, #f58a1f));
    --_soon-ink: var(--chat-color-soon-ink, var(--chat-palette-orange-950, #2b1400));
    --_late: var(
      --chat-color-late,
      light-dark(var(--chat-palette-red-600, #cf222e), var(--chat-palette-red-400, #ff6b6b))
    );
    --_late-ink: var(
      --chat-color-late-ink,
      light-dark(var(--chat-palette-neutral-0, #fff), var(--chat-palette-red-950, #2a0505))
    );
    --_danger: var(
      --chat-color-danger,
      light-dark(var(--chat-palette-red-600, #cf222e), var(--chat-palette-red-400, #ff6b6b))
    );
    --_on-danger: var(
      --chat-color-on-danger,
      light-dark(var(--chat-palette-neutral-0, #fff), var(--chat-palette-red-950, #2a0505))
    );
    --_scrim: var(--chat-color-scrim, rgb(10 12 15 / 45%));
    --_font: var(--chat-font, system-ui, sans-serif);
    --_font-mono: var(--chat-font-mono, ui-monospace, monospace);
    --_size: var(--chat-font-size, 0.875rem);
    --_size-tiny: var(--chat-font-size-tiny, 0.6875rem);
    --_size-small: var(--chat-font-size-small, 0.75rem);
    --_size-control: var(--chat-font-size-control, 0.8125rem);
    --_size-large: var(--chat-font-size-large, 0.9375rem);
    --_space: var(--chat-space, 0.25rem);
    --_radius: var(--chat-radius, 0.875rem);
    --_radius-control: var(--chat-radius-control, 0.5625rem);
    --_shadow: var(--chat-shadow, 0 0.75rem 2.5rem rgb(0 0 0 / 20%));
    --_shadow-low: var(--chat-shadow-low, 0 0.25rem 0.875rem rgb(0 0 0 / 22%));
    --_focus: var(--chat-focus, 2px solid var(--_accent));
    --_speed: var(--chat-speed, 150ms);
  }

  @media (prefers-contrast: more) {
    :host {
      --_line: var(--_control-line);
      --_control-line: var(--_ink);
      --_soft: var(--_ink);
      --_focus: 3px solid var(--_ink);
    }
  }

  @media (prefers-reduced-transparency: reduce) {
    :host {
      --_scrim: var(--_sunken);
    }
  }
`;
