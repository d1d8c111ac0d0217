import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createPlayback, type Playable, type Playback } from './playback.js';

/** What a story's player plays. */
export interface Reel extends Playable {
  /** Goes to the next thing that happens. */
  next(): void | Promise<void>;
  /** Goes back to the beginning. */
  rewind(): void | Promise<void>;
  /** What else can be played here, and what is. */
  readonly tapes?: Tapes;
}

export interface Tapes {
  readonly names: readonly string[];
  readonly chosen: string;
  choose(name: string): void | Promise<void>;
}

const SPEEDS = [1, 5, 20, 60] as const;

/** Drawn, not written: a font need not have these signs, and some write them as coloured pictures. */
const signs = {
  rewind: 'M4 3h2v10H4zM13 3v10L6.5 8z',
  play: 'M4 2.5v11l9-5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  next: 'M3 3l6.5 5L3 13zM10.5 3h2v10h-2z',
} as const;

/**
 * The clock of a story, with the controls of a player. It stands in the story's own tree, so that a test finds the tags
 * where the story put them.
 */
export class StoryPlayer extends LitElement {
  static override properties = { reel: { attribute: false }, story: { attribute: false } };

  declare reel: Reel;
  /** What must be painted anew when the reel was rewound; a story that need not be stands beside the player. */
  declare story: (() => TemplateResult) | undefined;

  #playback: Playback | undefined;
  #drags = 0;
  readonly #changed = (): void => this.requestUpdate();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#playback?.pause();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('reel')) return;
    this.#playback?.pause();
    this.#playback = createPlayback(this.reel, { changed: this.#changed });
  }

  protected override updated(): void {
    const slider = this.querySelector<HTMLInputElement>('.story-clock input');
    // Under a hand that has moved on, the slider stays where it was put.
    if (slider && this.#drags === 0) slider.value = String(this.reel.at);
  }

  async #drag(event: Event): Promise<void> {
    this.#playback?.pause();
    this.#drags += 1;
    await this.reel.go((event.target as HTMLInputElement).valueAsNumber);
    this.#drags -= 1;
    this.requestUpdate();
  }

  async #do(act: () => void | Promise<void>): Promise<void> {
    this.#playback?.pause();
    await act();
    this.requestUpdate();
  }

  #button(sign: keyof typeof signs, name: string, act: () => void): TemplateResult {
    return html`<button type="button" title=${name} aria-label=${name} @click=${act}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${signs[sign]} /></svg>
    </button>`;
  }

  #tapes({ names, chosen, choose }: Tapes): TemplateResult {
    const changed = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      void this.#do(() => choose(value));
    };
    return html`<label>
      Tape
      <select @change=${changed}>
        ${names.map((name) => html`<option ?selected=${name === chosen}>${name}</option>`)}
      </select>
    </label>`;
  }

  override render(): TemplateResult {
    const { reel } = this;
    const playback = this.#playback as Playback;
    const speedChanged = (event: Event): void => {
      playback.speed = Number((event.target as HTMLSelectElement).value);
    };
    return html`<div class="story-clock" role="group" aria-label="Player">
        ${this.#button('rewind', 'Rewind', () => void this.#do(() => reel.rewind()))}
        ${
          playback.playing
            ? this.#button('pause', 'Pause the tape', () => playback.pause())
            : this.#button('play', 'Play the tape', () => playback.play())
        }
        ${this.#button('next', 'Next event', () => void this.#do(() => reel.next()))}
        <label class="story-time">
          Story clock
          <input type="range" min="0" max=${reel.most} step="1" @input=${(event: Event) => this.#drag(event)} />
          <span dir="ltr">+${Math.round(reel.at)} s</span>
        </label>
        <label>
          Speed
          <select @change=${speedChanged}>
            ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === playback.speed}>${speed}×</option>`)}
          </select>
        </label>
        ${reel.tapes ? this.#tapes(reel.tapes) : nothing}
      </div>
      ${this.story?.() ?? nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'story-player': StoryPlayer;
  }
}
