import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StageKeys } from '../../controllers/stage-keys.js';
import { StreamValue } from '../../controllers/stream-value.js';
import { LARGEST_SHOWN_COUNT } from '../../core/index.js';
import { DeskElement } from '../desk-element.js';
import { chatIcon } from '../icons/chat.js';
import { chevronDownIcon } from '../icons/chevron-down.js';
import { numberAttribute } from '../number-attribute.js';
import { LauncherToggleEvent } from './chat-launcher.events.js';
import { styles } from './chat-launcher.styles.js';

/**
 * The button that opens and closes the adapter, with the count of waiting requests.
 *
 * @summary Opens and closes the adapter.
 * @tag chat-launcher
 * @fires {LauncherToggleEvent} launcher-toggle - The agent wants the adapter open or closed; cancelable. It does not leave a shadow root.
 * @csspart launcher - The whole tag.
 * @csspart button - The round button.
 * @csspart glyph - Its drawing.
 * @csspart badge - The count of waiting requests; `data-count` is the whole number.
 * @cssstate open - The adapter is open.
 * @cssstate waiting - Requests wait.
 */
export class ChatLauncher extends DeskElement {
  static readonly tag = 'chat-launcher';
  static readonly parts = 'launcher button glyph badge';
  static override styles = styles;

  readonly #requests = new StreamValue(this, () =>
    this.waiting === undefined ? this.deskOf.value?.requests$ : undefined,
  );

  readonly #keys = new StageKeys(this, (action) => {
    const button = this.renderRoot.querySelector('button');
    // What is open loses the focus that is inside as it closes; a focus elsewhere on the page stays where it is.
    if (action === 'toggle' && (!this.open || (this.getRootNode() as ShadowRoot).activeElement !== null))
      button?.focus();
    if (action === 'toggle') button?.click();
    return action === 'toggle';
  });

  /** Whether the adapter is open. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** How many requests wait; without it as many as the desk has. */
  @property({ converter: numberAttribute }) waiting?: number | undefined;

  /** Whether it stands still instead of pulsing. */
  @property({ type: Boolean, reflect: true }) calm = false;

  /** Puts the focus on the button. */
  override focus(options?: FocusOptions): void {
    const focus = (): void => this.renderRoot.querySelector('button')?.focus(options);
    if (this.hasUpdated) focus();
    else void this.updateComplete.then(focus);
  }

  protected override get states(): readonly unknown[] {
    return [this.open && 'open', this.#count > 0 && 'waiting'];
  }

  get #count(): number {
    const count = this.waiting ?? this.#requests.value?.length ?? 0;
    return count > 0 ? count : 0;
  }

  readonly #onClick = (): void => {
    const open = !this.open;
    const { value, clock } = this.deskOf;
    const asked = new LauncherToggleEvent({ open, deskId: value?.id ?? '', time: clock.now() });
    if (this.dispatchEvent(asked)) this.open = open;
  };

  override render(): TemplateResult {
    const { words, open } = this;
    const count = this.#count;
    // While the adapter is open, its list draws the eye to what waits; opening it is what stops this one.
    const pulse = count > 0 && !open ? 'pulsing' : '';
    return html`<div class="launcher" part="launcher">
      <button
        type="button"
        part="button"
        class="${pulse} ${this.calm ? 'calm' : ''}"
        aria-label=${this.ariaLabel ?? words.text(open ? 'closeAdapter' : 'openAdapter')}
        aria-expanded=${open}
        aria-describedby=${count > 0 ? 'waiting' : nothing}
        aria-keyshortcuts=${this.#keys.of('toggle')}
        @click=${this.#onClick}
      >
        ${open ? chevronDownIcon : chatIcon}
      </button>
      ${
        count > 0
          ? html`<span
                class="badge ${count > LARGEST_SHOWN_COUNT ? 'long' : ''}"
                part="badge"
                data-count=${count}
                aria-hidden="true"
                ><bdi>${words.badge(count)}</bdi></span
              ><span id="waiting" hidden>${words.text('waitingRequests', { count })}</span>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-launcher': ChatLauncher;
  }
}
