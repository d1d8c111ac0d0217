/** The weakest contrast of its kind, and what it was found on. */
export interface Figure {
  readonly ratio: number;
  readonly of: string;
}

/** Of texts, and of drawings and the frames of fields; absent where there is none. */
export interface Figures {
  readonly text?: Figure;
  readonly graphics?: Figure;
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const known = new Map<string, Colour>();
const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** A colour of any notation, as the browser paints it. */
const colourOf = (written: string): Colour => {
  const there = known.get(written);
  if (there !== undefined || brush === null) return there ?? [0, 0, 0, 0];
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = written;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  const colour: Colour = [red, green, blue, alpha / 255];
  known.set(written, colour);
  return colour;
};

const over = (top: Colour, below: Colour): Colour => {
  const mix = (one: number, other: number): number => one * top[3] + other * (1 - top[3]);
  return [mix(top[0], below[0]), mix(top[1], below[1]), mix(top[2], below[2]), 1];
};

const luminance = ([red, green, blue]: Colour): number => {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG 2's ratio of two opaque colours. */
const ratioOf = (one: Colour, other: Colour): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** What an element is painted on: through slots and out of shadow roots. */
const aboveOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

const ancestry = (element: Element): readonly Element[] => {
  const above = aboveOf(element);
  return above === null ? [element] : [element, ...ancestry(above)];
};

/** The colour behind an element, by the backgrounds of all that it stands in. */
const groundOf = (element: Element | null): Colour => {
  if (element === null) return colourOf('Canvas');
  const colour = colourOf(getComputedStyle(element).backgroundColor);
  return colour[3] === 1 ? colour : over(colour, groundOf(aboveOf(element)));
};

const isSeen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  // What is only spoken is one pixel large.
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
};

/** WCAG asks nothing of what cannot be used now. */
const isInactive = (element: Element): boolean =>
  ancestry(element).some((one) => one.matches(':disabled, [aria-disabled=true]'));

const contrastOn = (element: Element, colour: string, ground: Element | null): number => {
  const opacity = ancestry(element).reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1);
  const below = groundOf(ground);
  const [red, green, blue, alpha] = colourOf(colour);
  return ratioOf(over([red, green, blue, alpha * opacity], below), below);
};

const FIELDS = 'input, textarea';
const SHAPES = 'path, circle, rect, line, polyline, polygon, ellipse';

const textOf = (element: Element): string =>
  [...element.childNodes]
    .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
    .join('')
    .trim();

/** What an element itself adds to the figures. */
function* measured(element: Element): Generator<readonly [keyof Figures, Figure]> {
  const style = getComputedStyle(element);
  const found = (of: string, colour: string, ground: Element | null): Figure => ({
    of,
    ratio: contrastOn(element, colour, ground),
  });
  if (element.matches(FIELDS)) {
    const { value, placeholder } = element as HTMLInputElement;
    if (value) yield ['text', found(value, style.color, element)];
    else if (placeholder) yield ['text', found(placeholder, getComputedStyle(element, '::placeholder').color, element)];
    if (parseFloat(style.borderBlockEndWidth) > 0)
      yield ['graphics', found('frame of a field', style.borderBlockEndColor, aboveOf(element))];
  } else if (element.matches(SHAPES)) {
    const colour = style.stroke === 'none' ? style.fill : style.stroke;
    const figure = found('drawing', colour, element.closest('svg'));
    // What is drawn in the colour of the ground, or nearly so, cuts out of another shape.
    if (colour !== 'none' && figure.ratio > 1.2) yield ['graphics', figure];
  } else if (!(element instanceof SVGElement) && textOf(element)) {
    yield ['text', found(textOf(element), style.color, element)];
  }
}

const everythingIn = (root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everythingIn(element.shadowRoot) : []),
  ]);

/** What a figure was found on. */
export interface Found extends Figure {
  readonly kind: keyof Figures;
  readonly element: Element;
}

/** The contrast of every text and drawing below `root` that can be seen and used. */
export const everyFigureOf = (root: ParentNode): readonly Found[] =>
  everythingIn(root)
    .filter((element) => !element.matches('style, script, slot') && isSeen(element) && !isInactive(element))
    .flatMap((element) => [...measured(element)].map(([kind, figure]) => ({ ...figure, kind, element })));

/**
 * The weakest contrast of the texts and of the graphics below `root`, computed from the styles of the composed tree as the
 * browser resolved them. What lies over another thing without being inside it is taken for what it is inside.
 */
export const figuresOf = (root: ParentNode): Figures => {
  const weakest: { text?: Figure; graphics?: Figure } = {};
  for (const { kind, of, ratio } of everyFigureOf(root))
    if (ratio < (weakest[kind]?.ratio ?? Infinity))
      weakest[kind] = { of: of.slice(0, 40), ratio: Math.round(ratio * 100) / 100 };
  return weakest;
};
