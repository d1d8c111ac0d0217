import { html, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isKnownChannel, type Channel, type KnownChannel } from '../../core/index.js';
import { ChatElement } from '../chat-element.js';
import { mobileIcon } from '../icons/channel-mobile.js';
import { otherChannelIcon } from '../icons/channel-other.js';
import { smsIcon } from '../icons/channel-sms.js';
import { webIcon } from '../icons/channel-web.js';
import { whatsappIcon } from '../icons/channel-whatsapp.js';
import { styles } from './channel-icon.styles.js';

const icons: Readonly<Record<KnownChannel, TemplateResult>> = {
  web: webIcon,
  mobile: mobileIcon,
  whatsapp: whatsappIcon,
  sms: smsIcon,
};

/** A line right through the icon, with a gap around it so that it stands out of the lines below. */
const strike = svg`<path class="gap" d="M4 20 20 4" /><path class="line" d="M4 20 20 4" />`;

/**
 * Where an end user writes from, and whether they have left.
 *
 * @summary A channel's icon; struck through once the end user has left.
 * @tag channel-icon
 * @csspart icon - The icon.
 * @csspart glyph - Its drawing.
 * @csspart strike - The line through it.
 * @cssstate left - The end user has left.
 * @cssstate web - From a web page.
 * @cssstate mobile - From an app.
 * @cssstate whatsapp - From WhatsApp.
 * @cssstate sms - From SMS.
 * @cssstate other - From elsewhere.
 */
export class ChannelIcon extends ChatElement {
  static readonly tag = 'channel-icon';
  static readonly parts = 'icon glyph strike';
  static override styles = styles;

  /** `web`, `mobile`, `whatsapp` or `sms`; anything else gets a neutral icon. */
  @property() channel: Channel = '';

  /** Whether the end user has left. */
  @property({ type: Boolean, reflect: true }) left = false;

  protected override get states(): readonly unknown[] {
    return [this.left && 'left', isKnownChannel(this.channel) ? this.channel : 'other'];
  }

  #label(): string {
    const channel = this.words.channel(this.channel);
    return this.ariaLabel ?? (this.left ? this.words.text('channelHasLeft', { channel }) : channel);
  }

  override render(): TemplateResult {
    return html`<span class="channel" part="icon" role="img" aria-label=${this.#label()}
      >${isKnownChannel(this.channel) ? icons[this.channel] : otherChannelIcon}${
        this.left
          ? html`<svg class="strike" part="strike" viewBox="0 0 24 24" aria-hidden="true">${strike}</svg>`
          : nothing
      }</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'channel-icon': ChannelIcon;
  }
}
