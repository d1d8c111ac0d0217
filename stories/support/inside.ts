import { expect } from 'storybook/test';

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

/** Waits until `path` leads to an element, and gives it. */
export const shown = async (root: Element, ...path: readonly string[]): Promise<HTMLElement> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return inside(root, ...path);
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
};

/** Waits until `read` gives something true, or fails after four seconds, naming `what`. */
export const until = async (what: string, read: () => unknown): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      if (read()) return;
    } catch {
      // Not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await expect(what).toBe('seen');
};

/** The button of this name inside an element's own shadow root. */
export const buttonIn = (element: Element, name: string | RegExp): HTMLElement => {
  const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const nameOf = (button: HTMLElement): string => (button.ariaLabel ?? button.textContent ?? '').trim();
  const found = buttons.find((button) => (typeof name === 'string' ? nameOf(button) === name : name.test(nameOf(button))));
  if (found === undefined)
    throw new Error(`There is no button "${String(name)}"; there are: ${buttons.map(nameOf).join(' | ')}.`);
  return found;
};

/** The text of an element and of every shadow root in it. */
export const deepText = (node: Node): string => {
  if (node instanceof Text) return node.data;
  const root = node instanceof Element && node.shadowRoot ? deepText(node.shadowRoot) : '';
  const ignored = node instanceof HTMLStyleElement;
  return ignored ? '' : root + [...node.childNodes].map(deepText).join('');
};
