import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { registerTags } from '../../../src/define/register-tags.js';
import { ResponseTimer } from '../../../src/elements/response-timer/response-timer.js';
import { createManualClock, type ManualClock } from '../../../src/testing/manual-clock.js';
import { at } from '../../support/builders.js';
import { expectAccessibleInLightAndDark, warningsOf } from '../chat-indicator/support.js';

registerTags([ResponseTimer]);

interface Setup {
  readonly clock: ManualClock;
  readonly timer: ResponseTimer;
  /** Moves the clock to so many seconds after the message, and waits for the paint. */
  readonly moveTo: (seconds: number) => Promise<void>;
  readonly text: () => string;
  readonly pill: () => Element | null;
}

/** A timer for a message of the first second of the morning, with a target of two minutes. */
const setup = async (given: Partial<ResponseTimer> = {}): Promise<Setup> => {
  const clock = createManualClock(at(0));
  const timer = Object.assign(document.createElement('response-timer'), { since: at(0), target: 120, clock }, given);
  await fixture(timer);
  await timer.updateComplete;
  return {
    clock,
    timer,
    moveTo: async (seconds) => {
      clock.set(at(seconds));
      await timer.updateComplete;
    },
    text: () => timer.shadowRoot?.textContent?.trim() ?? '',
    pill: () => timer.shadowRoot?.querySelector('[role=timer]') ?? null,
  };
};

/** Waits until the browser has looked at what is in view: it does so once a frame, and tells in a later task. */
const framesLater = async (): Promise<void> => {
  await nextFrame();
  await nextFrame();
  await aTimeout(0);
};

/** The page's own clock and `setTimeout`, moved by hand until `restore()`. */
const fakePage = (start: number) => {
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = window;
  const realNow = Date.now;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let now = start;
  let last = 1_000_000;
  Date.now = () => now;
  window.setTimeout = ((run: () => void, delay = 0) => {
    timers.set((last += 1), { at: now + delay, run });
    return last;
  }) as unknown as typeof window.setTimeout;
  window.clearTimeout = ((id: number) => void timers.delete(id)) as typeof window.clearTimeout;
  return {
    waiting: () => timers.size,
    /** Moves the time and runs each timer at its own, letting promises settle in between. */
    advance: async (milliseconds: number) => {
      const until = now + milliseconds;
      for (;;) {
        const next = [...timers].filter(([, timer]) => timer.at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
        if (next === undefined) break;
        timers.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].run();
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      }
      now = until;
    },
    /** Moves the time and runs nothing, like a machine that sleeps. */
    sleep: (milliseconds: number) => (now += milliseconds),
    restore: () => {
      Object.assign(window, { setTimeout: realSetTimeout, clearTimeout: realClearTimeout });
      Date.now = realNow;
    },
  };
};

describe('response-timer', () => {
  describe('shape', () => {
    for (const [seconds, urgency, name] of [
      [10, 'on-time', 'on time, 10 seconds since the message'],
      [75, 'soon', 'reply soon, 1 minute, 15 seconds since the message'],
      [110, 'urgent', 'urgent, 1 minute, 50 seconds since the message'],
      [4000, 'missed', 'target missed, 1 hour, 6 minutes, 40 seconds since the message'],
    ] as const)
      it(`is accessible and tells "${name}"`, async () => {
        const { timer, moveTo, pill } = await setup();
        await moveTo(seconds);
        await expectAccessibleInLightAndDark(timer);
        expect(pill()?.getAttribute('aria-label')).to.equal(name);
        expect(pill()?.getAttribute('aria-live')).to.equal('off');
        expect(pill()?.classList.contains(urgency)).to.equal(true);
      });

    it('shows one shape for each urgency, and another for each', async () => {
      const { pill, moveTo } = await setup();
      const seen: (string | null)[] = [];
      for (const seconds of [0, 75, 110, 120]) {
        await moveTo(seconds);
        const paths = [...(pill()?.querySelectorAll('path') ?? [])];
        const shown = paths.filter((path) => {
          const { fillOpacity, strokeOpacity } = getComputedStyle(path);
          return fillOpacity !== '0' || strokeOpacity !== '0';
        });
        seen.push(...shown.map((path) => path.getAttribute('d')));
      }
      expect(seen).to.have.length(4);
      expect(new Set(seen).size).to.equal(4);
    });

    it('keeps its width while the digits change', async () => {
      const { timer, moveTo } = await setup();
      await moveTo(11);
      const width = timer.getBoundingClientRect().width;
      await moveTo(28);
      expect(timer.getBoundingClientRect().width).to.equal(width);
      expect(width).to.be.greaterThan(20);
    });

    it('has room for its digits, however many', async () => {
      const { timer, moveTo, text } = await setup({ target: 7200, display: 'remaining' });
      for (const [seconds, shown] of [
        [5, '1:59:55'],
        [6000, '20:00'],
        [7140, '1:00'],
        [7205, '−0:05'],
        [7800, '−10:00'],
        [10_805, '−1:00:05'],
      ] as const) {
        await moveTo(seconds);
        expect(text()).to.equal(shown);
        const range = document.createRange();
        range.selectNodeContents(timer.shadowRoot?.querySelector('[part=time]') ?? timer);
        const digits = range.getBoundingClientRect();
        const pill = timer.getBoundingClientRect();
        expect(digits.left, shown).to.be.at.least(pill.left + 4);
        expect(digits.right, shown).to.be.at.most(pill.right - 4);
      }
    });

    it('finds no words for who is hidden from screen readers', async () => {
      const { timer, moveTo, pill, text } = await setup();
      timer.setAttribute('aria-hidden', 'true');
      await moveTo(9);
      expect(text()).to.equal('0:09');
      expect(pill()?.getAttribute('aria-label')).to.equal('on time, 0 seconds since the message');
    });

    it('says its page’s label before the rest', async () => {
      const { timer, pill } = await setup();
      timer.setAttribute('aria-label', 'Ana');
      await timer.updateComplete;
      expect(pill()?.getAttribute('aria-label')).to.equal('Ana, on time, 0 seconds since the message');
    });
  });

  describe('properties', () => {
    it('works in a bare page from attributes alone, right by the first update', async () => {
      const since = Date.now() - 80_000;
      const timer = await fixture<ResponseTimer>(
        html`<response-timer since=${since} target="120" warn-at="45" urgent-at="15"></response-timer>`,
      );
      expect(timer.getAttribute('urgency')).to.equal('soon');
      expect(timer.shadowRoot?.textContent).to.match(/1:2\d/u);
    });

    it('has written its urgency by the first updateComplete', async () => {
      const timer = Object.assign(document.createElement('response-timer'), {
        since: Date.now() - 110_000,
        target: 120,
      });
      document.body.append(timer);
      await timer.updateComplete;
      expect(timer.getAttribute('urgency')).to.equal('urgent');
      timer.remove();
    });

    for (const [what, given] of [
      ['without a since', { since: undefined }],
      ['without a target', { target: undefined }],
      ['with a target of 0', { target: 0 }],
      ['with a negative target', { target: -5 }],
    ] as const)
      it(`shows nothing, does not wake and says none ${what}`, async () => {
        const { timer, clock, text } = await setup(given);
        expect(timer.getAttribute('urgency')).to.equal('none');
        expect(text()).to.equal('');
        expect(clock.pending).to.equal(0);
      });

    it('shows nothing once its target is taken away', async () => {
      const { timer, clock, text } = await setup();
      timer.target = undefined;
      await timer.updateComplete;
      expect(timer.getAttribute('urgency')).to.equal('none');
      expect(text()).to.equal('');
      expect(clock.pending).to.equal(0);
    });

    it('warns once, with the fix, for target="abc", and the timer beside it works', async () => {
      let good: Element | undefined;
      let bad: ResponseTimer | undefined;
      const warnings = await warningsOf(async () => {
        const both = await fixture(
          html`<div>
            <response-timer since=${Date.now()} target="abc"></response-timer>
            <response-timer since=${Date.now()} target="120"></response-timer>
          </div>`,
        );
        [bad, good] = [...both.children] as [ResponseTimer, Element];
        bad?.requestUpdate();
        await bad?.updateComplete;
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('target="abc"').and.to.contain('target="120"');
      expect(bad?.getAttribute('urgency')).to.equal('none');
      expect(bad?.shadowRoot?.textContent?.trim()).to.equal('');
      expect(good?.getAttribute('urgency')).to.equal('on-time');
    });

    it('warns of a threshold that is no number and counts with the default', async () => {
      const warnings = await warningsOf(async () => {
        const { timer, moveTo } = await setup({ warnAt: NaN, urgentAt: -1 });
        await moveTo(75);
        expect(timer.urgency).to.equal('soon');
      });
      expect(warnings).to.have.length(2);
    });

    it('follows thresholds with decimals', async () => {
      const { timer, moveTo } = await setup({ warnAt: 10.5, urgentAt: 2.25 });
      await moveTo(109.499);
      expect(timer.urgency).to.equal('on-time');
      await moveTo(109.5);
      expect(timer.urgency).to.equal('soon');
      await moveTo(117.751);
      expect(timer.urgency).to.equal('urgent');
    });

    it('shows the time left, and how far it is past the target', async () => {
      const { moveTo, text, pill } = await setup({ display: 'remaining' });
      expect(text()).to.equal('2:00');
      await moveTo(0.5);
      expect(text()).to.equal('2:00');
      await moveTo(1);
      expect(text()).to.equal('1:59');
      await moveTo(119.999);
      expect(text()).to.equal('0:01');
      await moveTo(120);
      expect(text()).to.equal('0:00');
      await moveTo(192);
      expect(text()).to.equal('−1:12');
      expect(pill()?.getAttribute('aria-label')).to.equal('target missed, 1 minute, 12 seconds over the target');
    });

    it('stays missed while latched, although it counts from the newest message', async () => {
      const { timer, text, moveTo } = await setup({ latched: true });
      await moveTo(3);
      expect(timer.getAttribute('urgency')).to.equal('missed');
      expect(text()).to.equal('0:03');
    });

    it('never shows a time below 0 for a message from a clock ahead of its own', async () => {
      const { timer, text, moveTo } = await setup({ since: at(5) });
      expect(text()).to.equal('0:00');
      expect(timer.urgency).to.equal('on-time');
      await moveTo(6);
      expect(text()).to.equal('0:01');
    });
  });

  describe('time', () => {
    for (const [left, urgency] of [
      [45.001, 'on-time'],
      [45, 'soon'],
      [15, 'soon'],
      [14.999, 'urgent'],
      [0.001, 'urgent'],
      [0, 'missed'],
      [-600, 'missed'],
    ] as const)
      it(`is ${urgency} with ${left} seconds left`, async () => {
        const { timer, moveTo } = await setup();
        await moveTo(120 - left);
        expect(timer.getAttribute('urgency')).to.equal(urgency);
      });

    it('repaints at a crossing that falls between two seconds', async () => {
      const { timer, moveTo, text } = await setup({ target: 100.25 });
      await moveTo(55.249);
      expect([timer.getAttribute('urgency'), text()]).to.deep.equal(['on-time', '0:55']);
      await moveTo(55.25);
      expect([timer.getAttribute('urgency'), text()]).to.deep.equal(['soon', '0:55']);
    });

    it('starts orange or red with a short target', async () => {
      const orange = await setup({ target: 30 });
      const red = await setup({ target: 10 });
      expect([orange.timer.urgency, red.timer.urgency]).to.deep.equal(['soon', 'urgent']);
    });

    it('counts every second', async () => {
      const { moveTo, text } = await setup();
      const seen = [];
      for (let second = 0; second < 4; second += 1) {
        await moveTo(second);
        seen.push(text());
      }
      expect(seen).to.deep.equal(['0:00', '0:01', '0:02', '0:03']);
    });

    it('wakes by the page’s setTimeout and reads the page’s Date', async () => {
      const page = fakePage(at(0));
      try {
        const timer = Object.assign(document.createElement('response-timer'), { since: at(0), target: 120 });
        document.body.append(timer);
        await timer.updateComplete;
        await page.advance(74_999);
        expect([timer.getAttribute('urgency'), timer.shadowRoot?.textContent?.trim()]).to.deep.equal([
          'on-time',
          '1:14',
        ]);
        await page.advance(1);
        expect([timer.getAttribute('urgency'), timer.shadowRoot?.textContent?.trim()]).to.deep.equal(['soon', '1:15']);
        page.sleep(600_000);
        await page.advance(1000);
        expect([timer.getAttribute('urgency'), timer.shadowRoot?.textContent?.trim()]).to.deep.equal([
          'missed',
          '11:16',
        ]);
        timer.remove();
        expect(page.waiting()).to.equal(0);
      } finally {
        page.restore();
      }
    });

    it('has written the next second at once, without an update to wait for', async () => {
      const { clock, text, pill } = await setup();
      clock.set(at(9));
      expect(text()).to.equal('0:09');
      expect(pill()?.getAttribute('aria-label')).to.equal('on time, 9 seconds since the message');
    });

    it('stands still while it is scrolled away, but for its urgency, and is right when it comes into view', async () => {
      const { timer, moveTo, text } = await setup();
      const box = document.createElement('div');
      box.style.cssText = 'block-size: 100px; overflow: auto';
      const far = document.createElement('div');
      far.style.blockSize = '1000px';
      timer.before(box);
      box.append(far, timer);
      await timer.updateComplete;
      await framesLater();
      await moveTo(60);
      expect(text()).to.equal('0:00');
      await moveTo(75);
      expect([timer.getAttribute('urgency'), text()]).to.deep.equal(['soon', '1:15']);
      await moveTo(80);
      expect(text()).to.equal('1:15');
      timer.scrollIntoView();
      await framesLater();
      expect(text()).to.equal('1:20');
      await moveTo(81);
      expect(text()).to.equal('1:21');
    });

    it('has nothing to wake for but its crossings while it is not displayed', async () => {
      const { timer, clock } = await setup({ latched: true });
      expect(clock.pending).to.equal(1);
      timer.hidden = true;
      await framesLater();
      expect(clock.pending).to.equal(0);
    });

    it('crosses with the beat where many run: its colour, its attribute and its digits at once', async () => {
      const { timer, clock, moveTo, text, pill } = await setup({ target: 100.25 });
      const others = await fixture(html`<div></div>`);
      for (let more = 0; more < 20; more += 1)
        others.append(
          Object.assign(document.createElement('response-timer'), { since: at(-more), target: 9000, clock }),
        );
      await Promise.resolve();
      const seen = (): unknown[] => [timer.getAttribute('urgency'), pill()?.classList.contains('soon'), text()];
      await moveTo(55.5);
      expect(seen()).to.deep.equal(['on-time', false, '0:55']);
      await moveTo(56);
      expect(seen()).to.deep.equal(['soon', true, '0:56']);
    });

    it('shares one wake among all timers on a clock', async () => {
      const { clock } = await setup();
      for (let more = 0; more < 5; more += 1)
        await fixture(Object.assign(document.createElement('response-timer'), { since: at(-more), target: 60, clock }));
      expect(clock.pending).to.equal(1);
    });
  });

  describe('what it writes', () => {
    it('writes only its urgency, and only when it changes', async () => {
      const { timer, moveTo } = await setup();
      const written: (string | null)[] = [];
      const observer = new MutationObserver((records) =>
        written.push(...records.map((record) => record.attributeName)),
      );
      observer.observe(timer, { attributes: true });
      for (const seconds of [1, 2, 75, 76, 110]) await moveTo(seconds);
      await Promise.resolve();
      observer.disconnect();
      expect(written).to.deep.equal(['urgency', 'urgency']);
    });

    it('finds words again for who is no longer hidden from screen readers', async () => {
      const { timer, moveTo, pill } = await setup();
      timer.setAttribute('aria-hidden', 'true');
      await moveTo(1);
      timer.removeAttribute('aria-hidden');
      await moveTo(2);
      expect(pill()?.getAttribute('aria-label')).to.equal('on time, 2 seconds since the message');
    });

    it('does not read the urgency that somebody else writes, and puts it right', async () => {
      const { timer, moveTo } = await setup();
      timer.setAttribute('urgency', 'missed');
      expect(timer.urgency).to.equal('on-time');
      await moveTo(1);
      expect(timer.getAttribute('urgency')).to.equal('on-time');
    });
  });

  describe('lifetime', () => {
    it('does not wake once it left the page, nor for what is set there', async () => {
      const { timer, clock } = await setup();
      timer.remove();
      expect(clock.pending).to.equal(0);
      timer.target = 60;
      await timer.updateComplete;
      expect(clock.pending).to.equal(0);
    });

    it('is right again, and counts on, when it comes back', async () => {
      const { timer, moveTo, text } = await setup();
      timer.remove();
      await moveTo(80);
      document.body.append(timer);
      await timer.updateComplete;
      expect([timer.getAttribute('urgency'), text()]).to.deep.equal(['soon', '1:20']);
      await moveTo(81);
      expect(text()).to.equal('1:21');
      timer.remove();
    });

    it('follows another clock and lets go of the first', async () => {
      const { timer, clock, text } = await setup();
      const other = createManualClock(at(30));
      timer.clock = other;
      await timer.updateComplete;
      expect(text()).to.equal('0:30');
      expect([clock.pending, other.pending]).to.deep.equal([0, 1]);
    });
  });
});
