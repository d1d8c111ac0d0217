import { html, render } from 'lit';
import { figuresOf, type Figure, type Figures } from './contrast.js';
import type { Mode } from './modes.js';
import { settled } from './settle.js';
import { roomOf, type SheetState, type TagStates } from './state.js';

/** One state of one tag in one mode. */
export interface Shown {
  readonly of: TagStates;
  readonly state: SheetState;
  readonly mode: Mode;
}

/** How a cell comes to be seen: in this page, in a page of its own, or as a picture that was taken of it. */
export type Way =
  | { readonly by: 'page' }
  | { readonly by: 'frame'; readonly address: string }
  | {
      readonly by: 'picture';
      readonly address: string;
      readonly x: number;
      readonly y: number;
      readonly figures: Figures;
    };

/** What a page that shows one cell tells the frame it is in. */
const FIGURES = 'sheet-figures';

const written = (name: string, figure: Figure | undefined): string =>
  figure === undefined ? '' : `${name} ${figure.ratio.toFixed(1)}`;

const figuresText = ({ text, graphics }: Figures): string =>
  [written('text', text), written('graphics', graphics)].filter(Boolean).join(' · ');

const figuresTitle = ({ text, graphics }: Figures): string =>
  [text, graphics]
    .map((figure) => (figure ? `${figure.ratio.toFixed(2)}:1 – ${figure.of}` : ''))
    .join('\n')
    .trim();

/** One cell of the sheet, with its name and its contrast below. It is filled when it comes near to being seen. */
export class StateCell extends HTMLElement {
  shown!: Shown;
  way: Way = { by: 'page' };
  /** Whether it is filled at once, wherever it stands. */
  eager = false;
  /** Resolves when it has been painted and measured. */
  readonly painted: Promise<Figures>;

  #tell!: (figures: Promise<Figures>) => void;
  #watch: IntersectionObserver | undefined;
  #isFilled = false;

  constructor() {
    super();
    this.painted = new Promise((resolve) => (this.#tell = resolve));
  }

  connectedCallback(): void {
    if (this.#isFilled) return;
    const { of, state, mode } = this.shown;
    const [inline, block] = roomOf(of, state, mode.textSize);
    const room = document.createElement('div');
    room.className = 'sheet-room';
    room.style.blockSize = `${block}px`;
    // Whole pixels: what follows is painted just as it would be elsewhere.
    this.style.inlineSize = `${inline}px`;
    const caption = document.createElement('p');
    caption.className = 'sheet-caption';
    caption.append(state.name, document.createElement('small'));
    this.replaceChildren(room, caption);
    if (this.eager) return this.#fill(room);
    this.#watch = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#fill(room),
      { rootMargin: '50%' },
    );
    this.#watch.observe(room);
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
  }

  #fill(room: HTMLElement): void {
    this.#watch?.disconnect();
    this.#isFilled = true;
    const { way } = this;
    const figures =
      way.by === 'page'
        ? this.#showHere(room)
        : way.by === 'frame'
          ? this.#showFramed(room, way.address)
          : this.#showPicture(room);
    this.#tell(figures.then((found) => this.#caption(found)));
  }

  async #showHere(room: HTMLElement): Promise<Figures> {
    const { of, state, mode } = this.shown;
    room.dir = mode.direction;
    room.lang = mode.locale;
    room.style.colorScheme = mode.scheme;
    render(html`<chat-provider .locale=${mode.locale}>${state.show()}</chat-provider>`, room);
    await settled(room);
    if (state.act) {
      const isThere = state.act(room.querySelector(of.tag) as HTMLElement);
      await settled(room, isThere);
    }
    return figuresOf(room);
  }

  #showFramed(room: HTMLElement, address: string): Promise<Figures> {
    const frame = document.createElement('iframe');
    frame.title = `${this.shown.of.tag}, ${this.shown.state.name}, ${this.shown.mode.title}`;
    frame.src = address;
    room.append(frame);
    return new Promise((resolve) =>
      frame.addEventListener(FIGURES, (event) => resolve((event as CustomEvent<Figures>).detail), { once: true }),
    );
  }

  async #showPicture(room: HTMLElement): Promise<Figures> {
    const { way } = this;
    if (way.by !== 'picture') return {};
    room.classList.add('sheet-picture');
    room.role = 'img';
    room.ariaLabel = `Picture of ${this.shown.of.tag}, ${this.shown.state.name}, ${this.shown.mode.title}`;
    room.style.background = `url("${way.address}") -${way.x}px -${way.y}px`;
    return way.figures;
  }

  #caption(figures: Figures): Figures {
    const small = this.querySelector('small');
    small?.replaceChildren(figuresText(figures));
    if (small) small.title = figuresTitle(figures);
    // A page that shows this cell alone is in the frame of another one.
    globalThis.frameElement?.dispatchEvent(new CustomEvent(FIGURES, { detail: figures }));
    return figures;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'state-cell': StateCell;
  }
}
