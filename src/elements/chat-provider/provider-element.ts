import { html, render } from 'lit';
import { property } from 'lit/decorators.js';
import { warnOnce } from '../../core/warn-once.js';
import type { ChatConnector, Clock, Crm, DeskStorage, KeyAction, Keys, PolicyLayer } from '../../core/index.js';
import type { ChatDesk } from '../../desk/index.js';
import { base } from '../../theme/base.js';
import { ChatElement } from '../chat-element.js';
import { levelOf } from '../heading-level.js';
import { closeIcon } from '../icons/close.js';
import { regionOfModal, speakInside } from '../modals.js';
import { numberAttribute } from '../number-attribute.js';
import { Announcements } from './announcements.js';
import { connectors, type ConnectorRegistry } from './connectors.js';
import { ProvideDesk } from './provide-desk.js';

/** A tag that gives a desk, words and a voice to the tags inside it. */
export abstract class ProviderElement extends ChatElement {
  /** @internal */
  static readonly connectors: ConnectorRegistry = connectors;

  protected readonly announcements = new Announcements(this);
  protected readonly provide: ProvideDesk = new ProvideDesk(this, {
    words: () => this.words,
    announcer: this.announcements,
    open: () => this.shows,
    act: (action) => this.act(action),
  });

  /** The name of a connector, as given to `registerConnector`. */
  @property({ attribute: 'connect-to' }) connectTo?: string | undefined;

  /** A desk to provide; the page that made it sets its policy and disposes of it. */
  @property({ attribute: false }) desk?: ChatDesk | undefined;

  /** The way to a back end, to make a desk of. */
  @property({ attribute: false }) connector?: ChatConnector | undefined;

  /** The host's layer of the policy, live. For a desk that is made here; a given `desk` has its own. */
  @property({ attribute: false }) policy?: PolicyLayer | undefined;

  /** The host's CRM, live. For a desk that is made here. */
  @property({ attribute: false }) crm?: Crm | undefined;

  /** The clock of a desk that is made here; without it the page's. */
  @property({ attribute: false }) clock?: Clock | undefined;

  /**
   * Where a desk that is made here keeps drafts and wrap-up values; `null` for nowhere. Without it the page's
   * `localStorage`, if the tag was registered by `define`.
   */
  @property({ attribute: false }) storage?: DeskStorage | null | undefined;

  /**
   * The keys that work from anywhere on the page: for each action a combination, such as `{ answer: 'Mod+Enter' }`, or `null`
   * for none; what is not named keeps its default, Alt+Shift (on a Mac Control+Shift) with a letter.
   */
  @property({ attribute: false }) keys?: Keys | undefined;

  /** The level of the headings that it shows itself, among the page's; those inside follow. Default 2. */
  @property({ attribute: 'heading-level', converter: numberAttribute }) headingLevel?: number | undefined;

  /** The desk in use, once there is one: the given one, the one made here, or that of the provider around this one. */
  get currentDesk(): ChatDesk | undefined {
    return this.provide.desk;
  }

  /** Does what a key stands for, if that is for the whole and not for a tag inside; says whether it did. */
  protected act(action: KeyAction): boolean {
    if (action === 'help') void this.#showKeys();
    return action === 'help';
  }

  /** The list of keys is fetched when it is first asked for. */
  async #showKeys(): Promise<void> {
    try {
      const { openKeySheet } = await import('../chat-tools/open-tools.js');
      const { stage } = this.provide;
      if (!this.isConnected || regionOfModal() !== undefined) return;
      openKeySheet({
        root: this.renderRoot as ShadowRoot,
        html,
        render,
        styles: base,
        closeIcon,
        speakInside,
        words: this.words,
        keys: stage.keys$.value,
        headingLevel: levelOf(this.headingLevel),
        isOpen: this.shows === true,
        isExpanded: stage.expanded$.value,
      });
    } catch (error) {
      warnOnce(this, `the list of keys could not be loaded (${String(error)}).`);
    }
  }

  /** Whether the conversations that it shows are in sight; `undefined` where it shows none itself. */
  protected get shows(): boolean | undefined {
    return undefined;
  }
}
