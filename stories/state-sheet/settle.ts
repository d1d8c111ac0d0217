/** A few frames in which nothing moves are taken for rest. */
const CALM_FRAMES = 3;
const MOST_FRAMES = 600;

/** When in its course each animation is held, in milliseconds. */
const HELD_AT = 350;

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

const traceOf = (root: ParentNode): string =>
  [...root.querySelectorAll('*')]
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${x} ${y} ${width} ${height} ${element.shadowRoot ? traceOf(element.shadowRoot) : ''}`;
    })
    .join('\n');

/** The animations below `root`: each shadow root knows its own only. */
const animationsIn = (root: Document | ShadowRoot): readonly Animation[] => [
  ...root.getAnimations(),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? animationsIn(shadowRoot) : [])),
];

/** Holds every animation of the page at the same point of its course, and ends every transition. */
const holdAnimations = (): void => {
  for (const animation of new Set(animationsIn(document))) {
    if (animation instanceof CSSTransition) animation.finish();
    else {
      animation.pause();
      animation.currentTime = HELD_AT;
    }
  }
};

/** Resolves when all that is below `root` is there, has been painted and stands still. Throws where it never does. */
export const settled = async (root: ParentNode, isThere: () => boolean = () => true): Promise<void> => {
  await document.fonts.ready;
  let before = '';
  for (let calm = 0, frames = 0; calm < CALM_FRAMES; frames += 1) {
    if (frames > MOST_FRAMES) throw new Error('What is to be photographed never stands still.');
    holdAnimations();
    await frame();
    const trace = traceOf(root);
    calm = trace === before && isThere() ? calm + 1 : 0;
    before = trace;
  }
};
