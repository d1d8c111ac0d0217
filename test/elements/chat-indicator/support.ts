import { expect } from '@open-wc/testing';
import type { ChatView } from '../../../src/desk/index.js';
import { at, MORNING } from '../../support/builders.js';
import { aView as anOpenView, createFakeDesk, type FakeDesk } from '../../support/fake-desk.js';

/** An active chat that is not open. */
export const aView = (given: Partial<ChatView> = {}): ChatView => anOpenView({ selected: false, ...given });

/** A waiting request with three messages. */
export const aRequest = (given: Partial<ChatView> = {}): ChatView =>
  aView({ state: 'waiting', waiting: 3, naming: { by: 'nothing' }, ...given });

/** A wait of a target of 120 s that began `seconds` after the morning. */
export const aWait = (seconds = 0): NonNullable<ChatView['wait']> => ({
  since: at(seconds),
  target: 120,
  warnAt: 45,
  urgentAt: 15,
  latched: false,
});

/** A fake desk in the morning, whose answers to requests wait for `settle`. */
export interface StripDesk extends FakeDesk {
  settle(error?: Error): void;
}

export const createStripDesk = (...views: readonly ChatView[]): StripDesk => {
  const fake = createFakeDesk(...views);
  fake.clock.set(MORNING);
  const pending: ((error?: Error) => void)[] = [];
  fake.answers.accept = () =>
    new Promise((resolve, reject) => pending.push((error) => (error ? reject(error) : resolve(undefined as never))));
  return { ...fake, settle: (error) => pending.splice(0).forEach((end) => end(error)) };
};

/** The one button inside a tag, by its accessible name if one is given. */
export const buttonIn = (tag: Element, name?: string): HTMLButtonElement => {
  const buttons = [...(tag.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = name === undefined ? buttons[0] : buttons.find((button) => button.getAttribute('aria-label') === name);
  if (found === undefined) throw new Error(`There is no button ${name ?? ''} in <${tag.localName}>.`);
  return found;
};

/** Everything a page can read in a tag: texts and attributes, through all shadow roots. */
export const allTextOf = (root: Node): string => {
  const own = root instanceof Element ? [...root.attributes].map((attribute) => attribute.value) : [];
  const text = root.nodeType === Node.TEXT_NODE ? [root.textContent ?? ''] : [];
  const inside = root instanceof Element && root.shadowRoot ? [...root.shadowRoot.childNodes] : [];
  return [...own, ...text, ...[...inside, ...root.childNodes].map(allTextOf)].join(' ');
};

/** Checks with axe in the light and in the dark look. */
export const expectAccessibleInLightAndDark = async (element: Element): Promise<void> => {
  const { style } = document.documentElement;
  for (const scheme of ['light', 'dark']) {
    style.colorScheme = scheme;
    style.background = scheme === 'light' ? '#fff' : '#15181d';
    await expect(element).to.be.accessible();
  }
  style.removeProperty('color-scheme');
  style.removeProperty('background');
};

/** Runs `act` and returns what was warned meanwhile. */
export const warningsOf = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
  const warn = console.warn;
  const warnings: string[] = [];
  console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return warnings;
};

/** Waits until everything a chain of updates asked for is painted into the tree. */
export const settled = async (...elements: readonly { updateComplete: Promise<boolean> }[]): Promise<void> => {
  for (const element of elements) await element.updateComplete;
  await Promise.resolve();
  for (const element of elements) await element.updateComplete;
};
