export { deepAll } from '../../src/testing/harnesses/shadow.js';

/** The first element that `path` leads to from `root`, one shadow root deeper at each step. Throws where there is none. */
export const inside = (root: Element, ...path: readonly string[]): HTMLElement => {
  let found: Element = root;
  for (const [step, selector] of path.entries()) {
    const next: Element | null | undefined = (step === 0 ? found : found.shadowRoot)?.querySelector(selector);
    if (!next) throw new Error(`There is no ${path.slice(0, step + 1).join(' › ')}.`);
    found = next;
  }
  return found as HTMLElement;
};

/** The text of an element and of every shadow root in it. */
export const deepText = (node: Node): string => {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const root = node instanceof Element && node.shadowRoot ? deepText(node.shadowRoot) : '';
  return root + [...node.childNodes].map(deepText).join('');
};

/** What an element is called: by others, by itself, by its label, by its own text. */
export const nameOf = (element: HTMLElement & Partial<Pick<HTMLInputElement, 'labels'>>): string => {
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ');
  const root = element.getRootNode() as ShadowRoot | Document;
  const byOthers = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  const label = element.labels?.[0]?.textContent;
  return (byOthers || element.ariaLabel || label || element.textContent).trim();
};

/** The button of this name inside an element's own shadow root. Throws where there is none. */
export const buttonIn = (element: Element, name: string): HTMLElement => {
  const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.find((button) => nameOf(button) === name);
  if (found === undefined)
    throw new Error(`There is no button "${name}"; there are: ${buttons.map(nameOf).join(' | ')}.`);
  return found;
};

/**
 * Waits until `read` gives something true, and gives it; after half a minute fails, and says what was not seen. A shift that
 * is dragged to its end has twenty minutes to play, which takes a busy machine longer than a few seconds.
 */
export const until = async <T>(what: string, read: () => T | Promise<T>): Promise<NonNullable<T>> => {
  for (let tries = 0; tries < 1500; tries += 1) {
    const found = await read();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Not seen: ${what}.`);
};
