/** An element that paints later than it is told: Lit's promise is `false` where painting led to more of it. */
type Painting = Element & { readonly updateComplete?: Promise<unknown> };

/** Waits until an element, and before it all that it is inside of, shows what it was told. */
export const settled = async (element: Element): Promise<void> => {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) await settled(root.host);
  if ((await (element as Painting).updateComplete) === false) await settled(element);
};

/** All elements below `root` that match, in every shadow root too, in the order of the page. */
export const deepAll = (root: ParentNode, selector: string): readonly HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? deepAll(element.shadowRoot, selector) : []),
  ]);

/** The same below an element, each shadow root on the way once it shows what it was told. */
export const tagsIn = async (host: Element, selector: string): Promise<readonly HTMLElement[]> => {
  await settled(host);
  const found: HTMLElement[] = [];
  for (const element of host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot !== null) found.push(...(await tagsIn(element, selector)));
  }
  return found;
};

/** The names in an attribute's list, such as `part="message incoming"`. */
const namesIn = (element: Element, attribute: string, between: RegExp): readonly string[] =>
  (element.getAttribute(attribute) ?? '').split(between).filter(Boolean);

/** What an element lets out of its own shadow root: the part's name in there, and the one it has outside. */
const exportsOf = (element: Element): readonly (readonly [inner: string, outer: string])[] =>
  namesIn(element, 'exportparts', /\s*,\s*/u).map((entry) => {
    const [inner = '', outer = inner] = entry.trim().split(/\s*:\s*/u);
    return [inner, outer];
  });

/** The parts of this name below `root`, and those that the tags there let out of theirs. */
export const partsBelow = async (root: ParentNode, name: string): Promise<readonly HTMLElement[]> => {
  const found: HTMLElement[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (namesIn(element, 'part', /\s+/u).includes(name)) found.push(element);
    for (const [inner, outer] of exportsOf(element)) if (outer === name) found.push(...(await partsOf(element, inner)));
  }
  return found;
};

/** What a style sheet reaches by `host::part(name)`. */
export const partsOf = async (host: Element, name: string): Promise<readonly HTMLElement[]> => {
  await settled(host);
  return host.shadowRoot === null ? [] : partsBelow(host.shadowRoot, name);
};

/** The names of all parts of an element, without the many of the tags inside it. */
export const partNames = (host: Element): readonly string[] =>
  [...(host.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) => [
    ...namesIn(element, 'part', /\s+/u),
    ...(element.localName.includes('-') ? [] : exportsOf(element).map(([, outer]) => outer)),
  ]);

/** Whether an element can be seen, or has no box of its own and something inside it can. */
export const isSeen = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) ||
  (getComputedStyle(element).display === 'contents' && [...(element.shadowRoot?.children ?? [])].some(isSeen));

/** What has the focus, through all shadow roots. */
export const focusedElement = (): Element | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
};

/** The words of an element as they read on one line. */
export const wordsOf = (element: Element): string => element.textContent.replace(/\s+/gu, ' ').trim();
