import { html, type TemplateResult } from 'lit';
import { createManualClock, type ManualClock } from '../../src/testing/manual-clock.js';
import type { Reel } from './player/story-player.js';
import { NOW } from './samples.js';

/** Asks every tag below `root` to look at the clock again: nothing wakes when a clock goes back. */
const repaint = (root: ParentNode): void => {
  for (const element of root.querySelectorAll<HTMLElement & { requestUpdate?: () => void }>('*')) {
    if (element.localName !== 'story-player') element.requestUpdate?.();
    if (element.shadowRoot) repaint(element.shadowRoot);
  }
};

/** The time that a clock tells, as something to play; it goes forth and back. */
const reelOf = (most: number, clock: ManualClock): Reel => {
  const at = (): number => (clock.now() - NOW) / 1000;
  const go = (seconds: number): void => {
    clock.set(NOW + seconds * 1000);
    repaint(document);
  };
  return {
    get at() {
      return at();
    },
    most,
    go,
    next: () => go(Math.min(most, Math.floor(at()) + 1)),
    rewind: () => go(0),
  };
};

/** A clock for one story, with a player above it that moves the time its timers live by, forth and back. */
export const withClock = (most: number, story: (clock: ManualClock) => TemplateResult): TemplateResult => {
  const clock = createManualClock(NOW);
  return html`<story-player .reel=${reelOf(most, clock)}></story-player>${story(clock)}`;
};

/** Drags the slider of a story to `seconds`, as a designer would. */
export const dragTo = (canvas: Element, seconds: number): void => {
  const slider = canvas.querySelector<HTMLInputElement>('.story-clock input');
  if (slider === null) throw new Error('This story has no clock to drag.');
  slider.value = String(seconds);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
};
