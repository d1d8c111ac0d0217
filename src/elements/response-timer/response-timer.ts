import { html, isServer, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { InView } from '../../controllers/in-view.js';
import { isHydrating } from '../../controllers/is-hydrating.js';
import { Repaint } from '../../controllers/repaint.js';
import { warnOnce } from '../../core/warn-once.js';
import {
  DEFAULT_URGENT_AT,
  DEFAULT_WARN_AT,
  systemClock,
  type Clock,
  type Urgency,
  type Wait,
} from '../../core/index.js';
import { ChatElement } from '../chat-element.js';
import { numberAttribute } from '../number-attribute.js';
import { readingOf, type Reading } from './reading.js';
import { styles } from './response-timer.styles.js';
import { urgencyIcon } from './urgency-icon.js';

/** What each number is, for who wrote something else. */
const examples = {
  since: 'epoch milliseconds, such as since="1767225600000"',
  target: 'seconds, such as target="120"',
  'warn-at': 'seconds, 0 or more, such as warn-at="45"',
  'urgent-at': 'seconds, 0 or more, such as urgent-at="15"',
} as const;

/** How many characters there is room for without asking the text itself: `0:00`, `10:00`, `1:00:00`. */
const ROOMS: ReadonlySet<number> = new Set([4, 5, 7]);

/**
 * The time an end user has been waiting for a reply, and how urgent that makes it.
 *
 * It shows nothing without `since`, or without a `target` above 0.
 *
 * @summary Elapsed or remaining response time, with its urgency.
 * @tag response-timer
 * @attr {'none' | 'on-time' | 'soon' | 'urgent' | 'missed'} urgency - Written by the tag, never read.
 * @csspart timer - The pill.
 * @csspart glyph - The urgency's shape.
 * @csspart time - The digits.
 * @csspart digits - Their room, which does not change while only they do.
 * @cssstate on-time - A reply is owed.
 * @cssstate soon - Its time is running out.
 * @cssstate urgent - It has nearly run out.
 * @cssstate missed - It is over.
 */
export class ResponseTimer extends ChatElement {
  static readonly tag = 'response-timer';
  static readonly parts = 'timer glyph time digits';
  static override styles = styles;

  readonly #crossing = new Repaint(this, 'crossing');
  readonly #second = new Repaint(this, 'beat', () => this.#tick());
  readonly #inView = new InView(this, () => this.#tick());
  /** Written each second without an update of the whole tag. */
  readonly #digits = isServer ? undefined : document.createTextNode('');
  #waiting: Wait | undefined;
  #reading: Reading | undefined;
  #text = '';

  /** From when time counts: epoch milliseconds on the server's clock. */
  @property({ converter: numberAttribute }) since?: number | undefined;

  /** The target in seconds; decimals count. 0, negative or absent: no timer. */
  @property({ converter: numberAttribute }) target?: number | undefined;

  /** At or below this many seconds left the urgency is `soon`. Default 45. */
  @property({ attribute: 'warn-at', converter: numberAttribute }) warnAt?: number | undefined;

  /** Below this many seconds left the urgency is `urgent`. Default 15. */
  @property({ attribute: 'urgent-at', converter: numberAttribute }) urgentAt?: number | undefined;

  /** What the digits tell: the time since `since`, or the time left, negative past the target. */
  @property() display: 'elapsed' | 'remaining' = 'elapsed';

  /** Whether the urgency stays `missed` although time counts anew. */
  @property({ type: Boolean }) latched = false;

  /** The clock to read; by default the page's. The tag wakes by the page's `setTimeout`, or by the clock's own `wake`. */
  @property({ attribute: false }) clock?: Clock | undefined;

  /** How urgent a reply is, as of the last update. */
  get urgency(): Urgency {
    return this.#reading?.urgency ?? 'none';
  }

  protected override get states(): readonly unknown[] {
    return [this.urgency !== 'none' && this.urgency];
  }

  protected override willUpdate(): void {
    this.#waiting = this.#wait();
    this.#read();
    this.#crossing.at(this.#clock, this.#reading?.urgencyUntil);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.#tell();
  }

  get #clock(): Clock {
    return this.clock ?? systemClock;
  }

  /** Reads the clock. Digits that nobody sees do not run; the urgency, which pages read too, does. */
  #read(): void {
    const clock = this.#clock;
    this.#reading = readingOf(this.#waiting, this.display, clock.now());
    this.#second.at(clock, this.#inView.isSeen ? this.#reading?.textUntil : undefined);
    this.#text = this.#reading === undefined ? '' : this.words.clock(this.#reading.shown);
  }

  #tick(): void {
    const { urgency } = this;
    const { length } = this.#text;
    this.#read();
    if (this.#text.length !== length || this.urgency !== urgency) this.requestUpdate();
    else this.#tell();
  }

  /** Writes what time changes. */
  #tell(): void {
    const reading = this.#reading;
    if (this.getAttribute('urgency') !== this.urgency) this.setAttribute('urgency', this.urgency);
    if (reading === undefined || this.#digits === undefined) return;
    this.#digits.data = this.#text;
    // Words that nobody hears need not be found.
    if (this.ariaHidden !== 'true')
      this.#digits.parentElement?.closest('.urgency')?.setAttribute('aria-label', this.#label(reading));
  }

  #wait(): Wait | undefined {
    const since = this.#number('since', this.since, -Infinity);
    const target = this.#number('target', this.target, -Infinity);
    const warnAt = this.#number('warn-at', this.warnAt, 0) ?? DEFAULT_WARN_AT;
    const urgentAt = this.#number('urgent-at', this.urgentAt, 0) ?? DEFAULT_URGENT_AT;
    if (since === undefined || target === undefined) return undefined;
    return { since, target, warnAt, urgentAt, latched: this.latched };
  }

  /** A number that can be counted with; what is none is told once, and left out. */
  #number(name: keyof typeof examples, value: number | null | undefined, least: number): number | undefined {
    if (value === undefined || value === null) return undefined;
    if (Number.isFinite(value) && value >= least) return value;
    const written = this.getAttribute(name) ?? String(value);
    warnOnce(this, `<response-timer> cannot use ${name}="${written}": ${name} takes ${examples[name]}.`);
    return undefined;
  }

  #label({ urgency, shown }: Reading): string {
    const { words } = this;
    const duration = words.duration(shown);
    const time =
      this.display !== 'remaining'
        ? words.text('timerElapsed', { duration })
        : words.text(shown < 0 ? 'timerOverdue' : 'timerRemaining', { duration });
    const said = [this.ariaLabel, words.urgency(urgency), time].filter(Boolean);
    return said.join(words.text('nameSeparator'));
  }

  override render(): TemplateResult | typeof nothing {
    const { urgency } = this;
    if (urgency === 'none') return nothing;
    const { length } = this.#text;
    // Never announced by itself: a number that changes every second would talk over everything else.
    return html`<span class="urgency ${urgency}" part="timer" role="timer" aria-live="off"
      >${urgencyIcon}<span part="time"
        ><span class="digits" part="digits" data-length=${ROOMS.has(length) ? length : nothing}
          >${isHydrating(this) ? this.#text : this.#digits}</span
        ></span
      ></span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'response-timer': ResponseTimer;
  }
}
