import { expect, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { BehaviorSubject } from 'rxjs';
import { StreamValue } from '../../src/controllers/stream-value.js';
import { DeskElement } from '../../src/elements/desk-element.js';
import { register } from '../support/register.js';

const numbers = new BehaviorSubject(0);

class ShownNumber extends DeskElement {
  static readonly tag = 'shown-number';
  readonly #number = new StreamValue(this, () => numbers);

  override render(): TemplateResult {
    return html`${this.#number.value}`;
  }
}

register(ShownNumber);

const hide = (): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  document.dispatchEvent(new Event('visibilitychange'));
};

const { requestAnimationFrame, cancelAnimationFrame, setTimeout } = window;

/** An element that shows a number, in a page that gets frames, and has waited long, only when told. */
const setup = async () => {
  numbers.next(0);
  const element = await fixture<ShownNumber>(document.createElement('shown-number'));
  const frames = new Map<number, FrameRequestCallback>();
  window.requestAnimationFrame = (run) => frames.set(frames.size + 1, run).size;
  window.cancelAnimationFrame = (id) => void frames.delete(id);
  const late = new Set<() => void>();
  Object.assign(window, {
    setTimeout: (run: () => void, wait = 0) => (wait > 0 ? void late.add(run) : setTimeout(run)),
  });
  const task = () => new Promise((resolve) => setTimeout(resolve));
  return {
    shown: () => Number(element.shadowRoot?.textContent),
    tell: async (number: number) => {
      numbers.next(number);
      await task();
    },
    frame: async () => {
      for (const run of frames.values()) run(0);
      frames.clear();
      await task();
    },
    waitLong: async () => {
      for (const run of late) run();
      await task();
    },
    waiting: () => frames.size,
    task,
  };
};

describe('what works on a desk', () => {
  afterEach(() => {
    Object.assign(window, { requestAnimationFrame, cancelAnimationFrame, setTimeout });
    Reflect.deleteProperty(document, 'hidden');
    // Nothing is left to wait for a frame that was held.
    document.dispatchEvent(new Event('visibilitychange'));
  });

  it('shows the first of a frame’s changes at once, and the others with the next frame', async () => {
    const { shown, tell, frame } = await setup();
    await tell(1);
    expect(shown()).to.equal(1);
    await tell(2);
    await tell(3);
    expect(shown()).to.equal(1);
    await frame();
    expect(shown()).to.equal(3);
  });

  it('shows every change in a page that is hidden, where there are no frames', async () => {
    const { shown, tell, waiting } = await setup();
    hide();
    for (const number of [1, 2, 3]) {
      await tell(number);
      expect(shown()).to.equal(number);
    }
    expect(waiting()).to.equal(0);
  });

  it('waits for no frame that a page was to get and that is hidden before', async () => {
    const { shown, tell, task, waiting } = await setup();
    await tell(1);
    await tell(2);
    hide();
    await task();
    expect(shown()).to.equal(2);
    await tell(3);
    expect(shown()).to.equal(3);
    expect(waiting()).to.equal(0);
  });

  it('shows changes also where no frame comes, as in a part of another page that is out of view', async () => {
    const { shown, tell, waitLong } = await setup();
    await tell(1);
    await tell(2);
    expect(shown()).to.equal(1);
    await waitLong();
    expect(shown()).to.equal(2);
  });
});
