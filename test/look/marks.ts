// In the page: what is to be measured on it, and how each kind of it is made to disappear.

export type Kind = 'text' | 'icon' | 'edge';

/** Something to measure, in CSS pixels of the window. */
export interface Mark {
  readonly kind: Kind;
  /** What a reader of the report finds it by. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What cannot be used need not be read as well as what can, says WCAG 1.4.3. */
const INACTIVE = ':disabled, [aria-disabled="true"], [readonly]';
const EDGED = 'textarea, input, figure .text, .selected';

const parentOf = (node: Node): Element | null =>
  node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);

const ancestors = function* (node: Node): Generator<Element> {
  for (let element = node instanceof Element ? node : parentOf(node); element; element = parentOf(element))
    yield element;
};

/** All nodes of the page that are painted, through shadow roots. */
const everything = function* (root: Node): Generator<Node> {
  yield root;
  for (const child of (root instanceof Element && root.shadowRoot ? root.shadowRoot : root).childNodes)
    yield* everything(child);
};

const inactive = (node: Node): boolean => [...ancestors(node)].some((element) => element.matches(INACTIVE));

/** What is left of a box where everything around it has cut it; nothing of what only screen readers meet. */
const seen = (node: Node, box: DOMRect): DOMRect | undefined => {
  let [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top), box.right, box.bottom];
  right = Math.min(right, innerWidth);
  bottom = Math.min(bottom, innerHeight);
  for (const element of ancestors(node)) {
    const { overflowX, overflowY, textOverflow, clipPath, visibility } = getComputedStyle(element);
    if (clipPath !== 'none' || visibility === 'hidden') return undefined;
    const around = element.getBoundingClientRect();
    // Where an ellipsis stands, the words are not painted.
    if (textOverflow === 'ellipsis' && (box.right > around.right - 12 || box.left < around.left + 12))
      if (element.scrollWidth > element.clientWidth) return undefined;
    if (overflowX !== 'visible') [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
    if (overflowY !== 'visible') [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
  }
  return right - left > 3 && bottom - top > 5 ? new DOMRect(left, top, right - left, bottom - top) : undefined;
};

/** Whether something else lies over the middle of a box. */
const covered = (node: Node, box: DOMRect): boolean => {
  let hit: Element | null = null;
  let root: Document | ShadowRoot | null = document;
  while (root) {
    const next: Element | null = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (next === null || next === hit) break;
    hit = next;
    root = next.shadowRoot;
  }
  const above = new Set(ancestors(node));
  // A button over a whole tile lets what is below it through.
  return (
    hit !== null &&
    !above.has(hit) &&
    hit.localName !== 'button' &&
    ![...ancestors(hit)].some((each) => each === parentOf(node))
  );
};

const place = (node: Node): string =>
  [...ancestors(node)]
    .filter((element) => element.shadowRoot !== null || element === parentOf(node))
    .slice(0, 2)
    .map((element) => element.getAttribute('part') ?? (element.classList.item(0) || element.localName))
    .join(' in ');

const marked = (kind: Kind, node: Node, words: string, box: DOMRect): Mark[] => {
  const part = inactive(node) ? undefined : seen(node, box);
  if (part === undefined || covered(node, part)) return [];
  const { x, y, width, height } = part;
  return [{ kind, name: `${words} (${place(node)})`, x, y, width, height }];
};

const edgeOf = (element: Element): Element | undefined =>
  [...ancestors(element)]
    .slice(0, 3)
    .find((each) => Number.parseFloat(getComputedStyle(each).borderInlineStartWidth) > 0);

const marksOf = (node: Node): Mark[] => {
  if (node instanceof Text) {
    if (parentOf(node)?.localName === 'style') return [];
    // Word by word: a space at the end of a line has a box, and nothing in it.
    return [...node.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      return [...range.getClientRects()].flatMap((box) => marked('text', node, `“${word.slice(0, 40)}”`, box));
    });
  }
  if (node instanceof SVGSVGElement) return marked('icon', node, 'icon', node.getBoundingClientRect());
  if (!(node instanceof Element)) return [];
  const marks: Mark[] = [];
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
    const words = node.value || node.placeholder;
    if (words !== '') marks.push(...marked('text', node, `“${words.slice(0, 40)}”`, node.getBoundingClientRect()));
  }
  if (node.matches(EDGED)) {
    const edged = edgeOf(node);
    if (edged && !inactive(node)) {
      const { left, top, height } = edged.getBoundingClientRect();
      // The middle of its first edge, away from corners.
      const width = Number.parseFloat(getComputedStyle(edged).borderInlineStartWidth);
      marks.push(...marked('edge', edged, 'edge', new DOMRect(left, top + height / 4, Math.max(width, 4), height / 2)));
    }
  }
  return marks;
};

/** What is to be measured on the page as it is. */
export const collectMarks = (): Mark[] => [...everything(document.body)].flatMap(marksOf);

const HIDDEN: Readonly<Record<Kind, string>> = {
  text: '*, ::placeholder { -webkit-text-fill-color: transparent !important; text-decoration: none !important; }',
  icon: 'svg { opacity: 0 !important; }',
  edge: `:is(${EDGED}, .composer) { border-color: transparent !important; }`,
};

const sheets = new Map<Kind, CSSStyleSheet>();

/** Makes one kind disappear everywhere, or come back. */
export const hide = (kind: Kind, hidden: boolean): void => {
  const sheet = sheets.get(kind) ?? new CSSStyleSheet();
  sheets.set(kind, sheet);
  sheet.replaceSync(hidden ? HIDDEN[kind] : '');
  for (const node of everything(document.body)) {
    const root = node instanceof Element ? node.shadowRoot : null;
    if (root && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
};

/** What can have the focus, one of each look. */
export const focusables = (): HTMLElement[] => {
  const all = [...everything(document.body)].filter(
    (node): node is HTMLElement =>
      node instanceof HTMLElement &&
      node.matches('button, textarea, input, [tabindex]') &&
      !node.matches(INACTIVE) &&
      node.checkVisibility({ visibilityProperty: true }),
  );
  const looks = new Map(all.map((element) => [`${place(element)} ${element.className} ${element.localName}`, element]));
  return [...looks.values()];
};

export const nameOfFocusable = (element: HTMLElement): string => `${element.localName} (${place(element)})`;

/** What shows that a thing has the focus: a field may show it on the frame around it. */
export const frameOf = (element: HTMLElement): Element =>
  [...ancestors(element)].slice(0, 2).find((each) => getComputedStyle(each).outlineStyle !== 'none') ?? element;

/** Text that is cut off, without an ellipsis that says so, where nobody can scroll to it. */
export const cutTexts = (): string[] =>
  [...everything(document.body)].flatMap((node) => {
    if (!(node instanceof HTMLElement) || !node.checkVisibility({ visibilityProperty: true })) return [];
    const { overflowX, overflowY, textOverflow, clipPath, webkitLineClamp } = getComputedStyle(node);
    if (clipPath !== 'none' || webkitLineClamp !== 'none' || (node.textContent ?? '').trim() === '') return [];
    const wide =
      /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && node.scrollWidth > node.clientWidth + 1;
    const high = /hidden|clip/.test(overflowY) && node.scrollHeight > node.clientHeight + 1;
    return wide || high ? [`${place(node)}: “${(node.textContent ?? '').trim().slice(0, 30)}”`] : [];
  });

/** What can be pressed or written in, and is smaller than that either way. */
export const smallTargets = (least: number): string[] =>
  [...everything(document.body)].flatMap((node) => {
    if (!(node instanceof HTMLElement) || !node.matches('button, input, textarea, [role="option"]')) return [];
    if (!node.checkVisibility({ visibilityProperty: true })) return [];
    const { width, height } = node.getBoundingClientRect();
    return Math.min(width, height) < least - 0.5 ? [`${nameOfFocusable(node)}: ${width} × ${height}`] : [];
  });

/** How many things move for longer than a moment. */
export const moving = (): number =>
  [...everything(document.body)].reduce((sum, node) => {
    const running = node instanceof Element ? (node.shadowRoot?.getAnimations() ?? []) : [];
    return sum + running.filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 2).length;
  }, 0);
