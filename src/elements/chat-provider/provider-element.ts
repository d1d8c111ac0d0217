import { property } from 'lit/decorators.js';
import type { ChatConnector, Clock, Crm, DeskStorage, PolicyLayer } from '../../core/index.js';
import type { ChatDesk } from '../../desk/index.js';
import { ChatElement } from '../chat-element.js';
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

  /** The desk in use, once there is one: the given one, the one made here, or that of the provider around this one. */
  get currentDesk(): ChatDesk | undefined {
    return this.provide.desk;
  }

  /** Whether the conversations that it shows are in sight; `undefined` where it shows none itself. */
  protected get shows(): boolean | undefined {
    return undefined;
  }
}
