import type { EventDetail } from '../asking-event.js';

/** What a launcher asks for. */
export interface LauncherToggleDetail extends EventDetail {
  /** Whether the agent wants the adapter open. */
  readonly open: boolean;
}

/**
 * Tells whoever placed the launcher that the agent wants the adapter open or closed. It does not leave a shadow root: of a
 * launcher inside an adapter, pages hear `adapter-toggle`. `preventDefault()` keeps the launcher as it is.
 */
export class LauncherToggleEvent extends CustomEvent<LauncherToggleDetail> {
  static readonly type = 'launcher-toggle';

  constructor(detail: LauncherToggleDetail) {
    super(LauncherToggleEvent.type, { detail, bubbles: true, composed: false, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'launcher-toggle': LauncherToggleEvent;
  }
}
