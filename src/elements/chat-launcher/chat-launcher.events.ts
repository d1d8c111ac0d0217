/** What a launcher asks its adapter for. */
export interface LauncherToggleDetail {
  /** Whether the agent wants the adapter open. */
  readonly open: boolean;
}

/**
 * Tells the adapter around it that the agent wants it open or closed. It does not leave the shadow root: pages hear
 * `adapter-toggle`. `preventDefault()` keeps the launcher as it is.
 * @internal
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
