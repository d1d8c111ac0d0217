import { html, type TemplateResult } from 'lit';
import { createManualClock, type ManualClock } from '../../src/testing/manual-clock.js';
import { NOW } from './samples.js';

/** Asks every tag below `root` to look at the clock again: nothing wakes when a clock goes back. */
const repaint = (root: ParentNode): void => {
  for (const element of root.querySelectorAll<HTMLElement & { requestUpdate?: () => void }>('*')) {
    element.requestUpdate?.();
    if (element.shadowRoot) repaint(element.shadowRoot);
  }
};

/**
 * A clock for one story with a slider above it: dragging it moves the time that the story's timers and tapes live by.
 *
 * @param seconds how far it can be dragged
 */
export const withClock = (
  seconds: number,
  story: (clock: ManualClock) => TemplateResult,
  { clock = createManualClock(NOW), moved }: { clock?: ManualClock; moved?: () => void } = {},
): TemplateResult => {
  const drag = (event: Event): void => {
    const slider = event.currentTarget as HTMLInputElement;
    clock.set(NOW + slider.valueAsNumber * 1000);
    slider.nextElementSibling?.replaceChildren(`+${slider.value} s`);
    repaint(slider.closest('.story-clock')?.parentElement ?? document);
    moved?.();
  };
  return html`<p class="story-clock">
      <label>
        Story clock
        <input type="range" min="0" max=${seconds} step="1" .value=${String((clock.now() - NOW) / 1000)} @input=${drag} />
        <output>+${(clock.now() - NOW) / 1000} s</output>
      </label>
    </p>
    ${story(clock)}`;
};

/** Drags the slider of a story to `seconds`, as a designer would. */
export const dragTo = (canvas: Element, seconds: number): void => {
  const slider = canvas.querySelector<HTMLInputElement>('.story-clock input');
  if (slider === null) throw new Error('This story has no clock to drag.');
  slider.value = String(seconds);
  slider.dispatchEvent(new Event('input', { bubbles: true }));
};
