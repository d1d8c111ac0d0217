import { ContextProvider } from '@lit/context';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { BehaviorSubject } from 'rxjs';
import { stageContext, type Stage } from '../../../src/context/stage-context.js';
import type { ChatIndicator } from '../../../src/elements/chat-indicator/chat-indicator.js';
import type { ChatList } from '../../../src/elements/chat-list/chat-list.js';
import { createStage } from '../../../src/elements/chat-provider/stage.js';
import {
  aRequest,
  aView,
  aWait,
  buttonIn,
  createStripDesk,
  expectAccessibleInLightAndDark,
  settled,
  warningsOf,
} from '../chat-indicator/support.js';
import { press, settledList, setup } from './setup.js';

const ana = aView({ id: 'ana', selected: true });
const bo = aView({ id: 'bo', naming: { by: 'name', text: 'Bo' }, unread: 2, wait: aWait(), urgency: 'on-time' });
const cy = aView({ id: 'cy', naming: { by: 'phone', text: '+447700900123' }, channel: 'sms' });
const request = aRequest({ id: 'new' });

/** A list inside something that shares a stage. */
const setupOnStage = async (expandedStage: boolean, expandedList: boolean) => {
  const expanded$ = new BehaviorSubject(expandedStage);
  const stage: Stage = { ...createStage(), expanded$, expand: (expanded) => expanded$.next(expanded) };
  const around = document.createElement('div');
  new ContextProvider(around, { context: stageContext, initialValue: stage });
  const list = document.createElement('chat-list');
  list.expanded = expandedList;
  around.append(list);
  await fixture(around);
  await settled(list);
  return { list, expanded$ };
};

/** The name of the list's own button that has the focus. Elements themselves are never compared: a failure would print them. */
const focusedName = (list: ChatList): string | null | undefined =>
  list.shadowRoot?.activeElement?.getAttribute('aria-label');

describe('chat-list', () => {
  describe('shape', () => {
    it('is an accessible list named Chats, collapsed and expanded, in a column and in a strip', async () => {
      const { list, names } = await setup(request, ana, bo, cy, aView({ id: 'dee', state: 'left' }));
      await expectAccessibleInLightAndDark(list);
      list.expanded = true;
      await settledList(list);
      await expectAccessibleInLightAndDark(list);
      list.orientation = 'horizontal';
      await settledList(list);
      await expectAccessibleInLightAndDark(list);
      const ul = list.shadowRoot?.querySelector('ul');
      expect([ul?.getAttribute('role'), ul?.getAttribute('aria-label')]).to.deep.equal(['list', 'Chats']);
      expect(names()).to.deep.equal([
        'New chat, 3 messages, web',
        'Ana Silva, web',
        'Bo, web, 2 unread, on time',
        '+447700900123, SMS',
        'Ana Silva, web, left',
      ]);
    });

    it('says so, accessibly, when there is no chat', async () => {
      const { list } = await setup();
      await expectAccessibleInLightAndDark(list);
      expect(list.shadowRoot?.querySelector('[part=empty]')?.textContent).to.equal('No chats');
    });

    it('takes the page’s label inward', async () => {
      const { list } = await setup(ana);
      list.setAttribute('aria-label', 'My chats');
      await settled(list);
      expect(list.shadowRoot?.querySelector('ul')?.getAttribute('aria-label')).to.equal('My chats');
    });

    for (const width of [60, 92, 280])
      it(`never scrolls sideways in a column of ${width} pixels`, async () => {
        const { list } = await setup(request, ana, bo, cy);
        list.style.inlineSize = `${width}px`;
        await settled(list);
        const chats = list.shadowRoot?.querySelector('[part=chats]') as HTMLElement;
        expect(chats.scrollWidth).to.be.at.most(chats.clientWidth);
        expect(list.offsetWidth).to.equal(width);
      });
  });

  describe('properties', () => {
    it('shows chats without a desk and without a warning', async () => {
      const warnings = await warningsOf(async () => {
        const list = await fixture<ChatList>(html`<chat-list .chats=${[request, ana]}></chat-list>`);
        await settledList(list);
        expect(list.shadowRoot?.querySelectorAll('chat-indicator').length).to.equal(2);
      });
      expect(warnings).to.deep.equal([]);
    });

    it('shows its own chats rather than the desk’s', async () => {
      const { list, names } = await setup(ana);
      list.chats = [bo];
      await settledList(list);
      expect(names()).to.deep.equal(['Bo, web, 2 unread, on time']);
    });

    it('follows another desk', async () => {
      const { list, names, followers } = await setup(ana);
      list.desk = createStripDesk(cy).desk;
      await settledList(list);
      expect(names()).to.deep.equal(['+447700900123, SMS']);
      expect(followers()).to.equal(0);
    });

    it('gives its words to the indicators', async () => {
      const { list, names } = await setup(request);
      list.strings = { newChat: 'Somebody' };
      await settledList(list);
      expect(names()).to.deep.equal(['Somebody, 3 messages, web']);
    });
  });

  describe('what the agent does', () => {
    it('shows and hides the previews by one button', async () => {
      const { list, indicators } = await setup(ana, bo);
      buttonIn(list, 'Show previews').click();
      await settledList(list);
      expect(list.hasAttribute('expanded')).to.equal(true);
      expect(indicators().map((indicator) => indicator.expanded)).to.deep.equal([true, true]);
      expect(buttonIn(list, 'Hide previews').getAttribute('aria-expanded')).to.equal('true');
      buttonIn(list, 'Hide previews').click();
      await settledList(list);
      expect(list.hasAttribute('expanded')).to.equal(false);
      expect(buttonIn(list, 'Show previews').getAttribute('aria-expanded')).to.equal('false');
    });

    it('stops the blinking, also of what comes later, and starts it again', async () => {
      const { list, indicators, come } = await setup(request);
      const blinking = (): number =>
        indicators()
          .flatMap((indicator) => (indicator.shadowRoot as ShadowRoot).getAnimations())
          .filter((one) => one instanceof CSSAnimation).length;
      expect(blinking()).to.equal(1);
      buttonIn(list, 'Stop blinking').click();
      await settledList(list);
      expect(buttonIn(list, 'Stop blinking').getAttribute('aria-pressed')).to.equal('true');
      await come(request, aRequest({ id: 'newer' }));
      expect(blinking()).to.equal(0);
      buttonIn(list, 'Stop blinking').click();
      await settledList(list);
      expect(blinking()).to.equal(2);
    });

    it('offers to stop the blinking only while something blinks, or the button has the focus', async () => {
      const { list, come } = await setup(request);
      const button = buttonIn(list, 'Stop blinking');
      button.focus();
      await come(ana);
      expect(focusedName(list)).to.equal('Stop blinking');
      button.blur();
      await settled(list);
      expect(() => buttonIn(list, 'Stop blinking')).to.throw();
    });

    it('answers a request once by two quick activations, at its place', async () => {
      const { indicators, calls, come } = await setup(ana, request, bo);
      const [, indicator] = indicators();
      const button = buttonIn(indicator as Element);
      button.click();
      button.click();
      await come(ana, { ...request, state: 'active', waiting: 0, naming: { by: 'name', text: 'Eve' } }, bo);
      expect(calls).to.deep.equal([['accept', 'new']]);
      expect(indicators()[1] === indicator).to.equal(true);
      expect(buttonIn(indicator as Element).getAttribute('aria-label')).to.equal('Eve, web');
      expect(indicators()).to.have.length(3);
    });

    for (const how of ['focus', 'pointer'] as const)
      it(`tells the agent, whose ${how} was on a request, that another agent was quicker`, async () => {
        const { indicators, happen, calls } = await setup(request, ana);
        const [indicator] = indicators() as [ChatIndicator];
        if (how === 'focus') indicator.focus();
        else {
          const { left, top } = indicator.getBoundingClientRect();
          await sendMouse({ type: 'move', position: [Math.round(left + 20), Math.round(top + 20)] });
        }
        happen({ type: 'chat-withdrawn', chatId: 'new', detail: { channel: 'web', reason: 'answered-elsewhere' } });
        await resetMouse();
        expect(calls).to.deep.equal([['notify', { code: 'taken', chatId: 'new' }]]);
      });

    it('says nothing of a request that the agent was not about to answer, nor of one that was given up', async () => {
      const { indicators, happen, calls } = await setup(request, aRequest({ id: 'other' }));
      indicators()[0]?.focus();
      happen({ type: 'chat-withdrawn', chatId: 'other', detail: { channel: 'web', reason: 'answered-elsewhere' } });
      happen({ type: 'chat-withdrawn', chatId: 'new', detail: { channel: 'web', reason: 'end-user-left' } });
      expect(calls).to.deep.equal([]);
    });

    it('leaves it to the desk to tell of an answer that is under way', async () => {
      const { indicators, happen, calls } = await setup({ ...request, pending: 'accept' });
      indicators()[0]?.focus();
      happen({ type: 'chat-withdrawn', chatId: 'new', detail: { channel: 'web', reason: 'answered-elsewhere' } });
      expect(calls).to.deep.equal([]);
    });
  });

  describe('keyboard and focus', () => {
    it('is one tab stop, at the selected chat, with its buttons after it', async () => {
      const { list, focused } = await setup(request, ana, bo);
      await press('Tab');
      expect(focused()).to.equal('ana');
      await press('Tab');
      expect(focusedName(list)).to.equal('Show previews');
    });

    it('moves by arrow keys of both axes, Home and End, and stops at the ends', async () => {
      const { focused, indicators } = await setup(request, ana, bo);
      indicators()[0]?.focus();
      const seen = [];
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowUp', 'End', 'Home']) {
        await press(key);
        seen.push(focused());
      }
      expect(seen).to.deep.equal(['ana', 'bo', 'bo', 'ana', 'new', 'new', 'bo', 'new']);
    });

    it('moves with the reading direction in a right-to-left page', async () => {
      const { list, focused, indicators } = await setup(request, ana);
      list.dir = 'rtl';
      indicators()[0]?.focus();
      await press('ArrowLeft');
      expect(focused()).to.equal('ana');
      await press('ArrowRight');
      expect(focused()).to.equal('new');
    });

    it('comes back to where the agent was', async () => {
      const { list, focused, indicators } = await setup(request, ana, bo);
      indicators()[0]?.focus();
      await press('End');
      await settledList(list);
      await press('Tab');
      await press('Shift+Tab');
      expect(focused()).to.equal('bo');
    });

    it('leaves keys with Ctrl, Alt or Meta to the page', async () => {
      const { focused, indicators } = await setup(request, ana);
      indicators()[0]?.focus();
      await press('Control+ArrowDown');
      expect(focused()).to.equal('new');
    });

    it('keeps focus, scroll and elements when a request comes', async () => {
      const many = Array.from({ length: 20 }, (_, index) => aView({ id: `chat-${index}` }));
      const { list, indicators, focused, come } = await setup(...many);
      list.style.blockSize = '300px';
      indicators()[9]?.focus();
      const chats = list.shadowRoot?.querySelector('[part=chats]') as HTMLElement;
      chats.scrollTop = 333;
      const before = indicators();
      await come(...many, request);
      expect(focused()).to.equal('chat-9');
      expect(chats.scrollTop).to.equal(333);
      expect(before.map((indicator, index) => indicators()[index] === indicator)).to.not.include(false);
    });

    it('does not take the focus from the page when chats come and go', async () => {
      const { come } = await setup(ana, bo);
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Elsewhere" />`);
      field.focus();
      await come(bo, request);
      await come();
      expect(document.activeElement?.getAttribute('aria-label')).to.equal('Elsewhere');
    });

    it('gives the focus of a chat that goes to the next one, or the last', async () => {
      const { indicators, focused, come } = await setup(ana, bo, cy);
      indicators()[1]?.focus();
      await come(ana, cy);
      expect(focused()).to.equal('cy');
      await come(ana);
      expect(focused()).to.equal('ana');
    });

    it('gives the focus of the only chat that goes to Show previews', async () => {
      const { list, indicators, come } = await setup(ana);
      indicators()[0]?.focus();
      await come();
      expect(focusedName(list)).to.equal('Show previews');
    });

    it('keeps one tab stop when the chat that was it goes while the focus is elsewhere', async () => {
      const { list, indicators, come } = await setup(request, ana, bo);
      indicators()[2]?.focus();
      await settledList(list);
      (document.activeElement as HTMLElement).blur();
      await come(request, ana);
      const stops = indicators().filter((indicator) => buttonIn(indicator).tabIndex === 0);
      expect(stops.map((indicator) => indicator.chat?.id)).to.deep.equal(['ana']);
    });
  });

  describe('on a stage', () => {
    it('expands the stage when the agent shows the previews', async () => {
      const { list, expanded$ } = await setupOnStage(false, false);
      buttonIn(list, 'Show previews').click();
      await settled(list);
      expect(expanded$.value).to.equal(true);
    });

    it('follows the stage, and shows what it says when it comes', async () => {
      const { list, expanded$ } = await setupOnStage(true, false);
      expect(list.expanded).to.equal(true);
      expanded$.next(false);
      await settled(list);
      expect([list.expanded, expanded$.value]).to.deep.equal([false, false]);
    });

    it('expands the stage when it comes expanded', async () => {
      const { list, expanded$ } = await setupOnStage(false, true);
      expect([list.expanded, expanded$.value]).to.deep.equal([true, true]);
    });
  });

  describe('lifetime', () => {
    it('lets go of the desk when it leaves the page, and is right when it comes back', async () => {
      const { list, followers, show, names } = await setup(ana);
      expect(followers()).to.be.greaterThan(0);
      const home = list.parentElement as Element;
      list.remove();
      expect(followers()).to.equal(0);
      show(ana, bo);
      home.append(list);
      await settledList(list);
      await aTimeout(0);
      expect(names()).to.have.length(2);
    });
  });
});
