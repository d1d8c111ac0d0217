import { html, type TemplateResult } from 'lit';
import { createManualClock, type ManualClock } from '../../src/testing/manual-clock.js';
import { NOW } from './samples.js';
import type { Shift } from './shift.js';

interface Slider {
  /** How far it can be dragged, in seconds. */
  readonly most: number;
  /** Where it stands. */
  readonly at: () => number;
  /** Goes there, as far as that is possible. */
  readonly go: (seconds: number) => void | Promise<void>;
}

/** The slider and what it moves. */
const withSlider = ({ most, at, go }: Slider, story: TemplateResult): TemplateResult => {
  let drags = 0;
  const drag = async (event: Event): Promise<void> => {
    const slider = event.currentTarget as HTMLInputElement;
    const mine = (drags += 1);
    await go(slider.valueAsNumber);
    slider.nextElementSibling?.replaceChildren(`+${at()} s`);
    // Under a hand that has moved on, the slider stays where it was put.
    if (mine === drags) slider.value = String(at());
  };
  return html`<p class="story-clock">
      <label>
        Story clock
        <input type="range" min="0" max=${most} step="1" .value=${String(at())} @input=${drag} />
        <output dir="ltr">+${at()} s</output>
      </label>
    </p>
    ${story}`;
};

/** Asks every tag below `root` to look at the clock again: nothing wakes when a clock goes back. */
const repaint = (root: ParentNode): void => {
  for (const element of root.querySelectorAll<HTMLElement & { requestUpdate?: () => void }>('*')) {
    element.requestUpdate?.();
    if (element.shadowRoot) repaint(element.shadowRoot);
  }
};

/** A clock for one story, with a slider above it that moves the time its timers live by, forth and back. */
export const withClock = (most: number, story: (clock: ManualClock) => TemplateResult): TemplateResult => {
  const clock = createManualClock(NOW);
  const go = (seconds: number): void => {
    clock.set(NOW + seconds * 1000);
    repaint(document);
  };
  return withSlider({ most, at: () => (clock.now() - NOW) / 1000, go }, story(clock));
};

/** A slider that plays a shift: what end users do by then happens on the way. It only goes forward. */
export const withShift = (most: number, shift: Shift, story: TemplateResult): TemplateResult =>
  withSlider({ most, at: () => shift.played, go: (seconds) => shift.playTo(seconds) }, story);

/** Drags the slider of a story to `seconds`, as a designer would. */
export const dragTo = (canvas: Element, seconds: number): void => {
  const slider = canvas.querySelector<HTMLInputElement>('.story-clock input');
  if (slider === null) throw new Error('This story has no clock to drag.');
  slider.value = String(seconds);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
};
