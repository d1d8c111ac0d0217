import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ChatView } from '../../../src/desk/index.js';
import { registerTags } from '../../../src/define/register-tags.js';
import { ChatIndicator } from '../../../src/elements/chat-indicator/chat-indicator.js';
import type {
  ChatBeforeAcceptEvent,
  ChatBeforeSelectEvent,
} from '../../../src/elements/chat-indicator/chat-indicator.events.js';
import { at } from '../../support/builders.js';
import {
  allTextOf,
  aRequest,
  aView,
  aWait,
  buttonIn,
  createStripDesk,
  expectAccessibleInLightAndDark,
  settled,
  warningsOf,
  type StripDesk,
} from './support.js';

registerTags([ChatIndicator]);

interface Setup extends StripDesk {
  readonly indicator: ChatIndicator;
  readonly button: HTMLButtonElement;
  readonly name: () => string | null;
  readonly part: (name: string) => HTMLElement | null;
}

/** An indicator of one chat, on a desk. */
const setup = async (chat: ChatView, given: Partial<ChatIndicator> = {}): Promise<Setup> => {
  const fake = createStripDesk(chat);
  const indicator = Object.assign(document.createElement('chat-indicator'), { chat, desk: fake.desk }, given);
  await fixture(indicator);
  await settled(indicator);
  const button = buttonIn(indicator);
  return {
    ...fake,
    indicator,
    button,
    name: () => button.getAttribute('aria-label'),
    part: (name) => indicator.shadowRoot?.querySelector(`[part=${name}]`) ?? null,
  };
};

const phone = { by: 'phone', text: '+447700900123' } as const;

const cases: readonly (readonly [name: string, chat: ChatView])[] = [
  ['New chat, 3 messages, web', aRequest()],
  ['New chat, 1 message, SMS', aRequest({ waiting: 1, channel: 'sms', naming: phone })],
  ['Ana Silva, web', aView()],
  ['Ana Silva, web, 2 unread, on time', aView({ unread: 2, wait: aWait(), urgency: 'on-time' })],
  [
    '+447700900123, WhatsApp, 1 unread, target missed',
    aView({ channel: 'whatsapp', naming: phone, unread: 1, wait: aWait(-200) }),
  ],
  ['Ana Silva, web, left', aView({ state: 'left' })],
  ['Ana Silva, mobile, left, 4 unread', aView({ state: 'left', channel: 'mobile', unread: 4 })],
  ['Ana Silva, web, wrap-up', aView({ state: 'wrap-up', selected: true })],
  ['Customer, other channel', aView({ channel: 'pigeon', naming: { by: 'nothing' } })],
];

describe('chat-indicator', () => {
  describe('shape', () => {
    for (const [name, chat] of cases)
      it(`is one accessible button named "${name}", as a tile and as a card`, async () => {
        const { indicator, name: told } = await setup(chat);
        await expectAccessibleInLightAndDark(indicator);
        expect(told()).to.equal(name);
        expect(indicator.shadowRoot?.querySelectorAll('button').length).to.equal(1);
        indicator.expanded = true;
        await settled(indicator);
        await expectAccessibleInLightAndDark(indicator);
        expect(told()).to.equal(name);
      });

    it('has no title anywhere', async () => {
      const { indicator } = await setup(aView());
      expect(indicator.shadowRoot?.querySelectorAll('[title]').length).to.equal(0);
    });

    it('keeps its size when a timer, a badge or the selection comes and goes', async () => {
      const { indicator } = await setup(aView());
      const size = (): string => `${indicator.offsetWidth} × ${indicator.offsetHeight}`;
      const before = size();
      indicator.chat = aView({ unread: 120, wait: aWait(), urgency: 'on-time', selected: true });
      await settled(indicator);
      expect(size()).to.equal(before);
    });

    it('cuts a long name at its end and a long number at its beginning', async () => {
      const { indicator, part } = await setup(aView({ naming: { by: 'name', text: 'Wolfeschlegelsteinhausen' } }));
      const cutAt = (): string => {
        const name = part('name') as HTMLElement;
        const inner = document.createRange();
        inner.selectNodeContents(name);
        const [text, box] = [inner.getBoundingClientRect(), name.getBoundingClientRect()];
        return `${text.left < box.left - 1 ? 'beginning' : ''}${text.right > box.right + 1 ? 'end' : ''}`;
      };
      expect(cutAt()).to.equal('end');
      indicator.chat = aView({ naming: phone });
      await settled(indicator);
      expect(cutAt()).to.equal('beginning');
    });

    it('shows all of “New chat” in a language with longer words, in a tile of the same size', async () => {
      const { indicator, part } = await setup(aRequest());
      const before = indicator.offsetHeight;
      indicator.strings = { newChat: 'Nouveau chat' };
      await settled(indicator);
      const { scrollWidth, clientWidth } = part('name') as HTMLElement;
      const [name, status] = [part('name'), part('status')].map((it) => it?.getBoundingClientRect());
      expect([scrollWidth, indicator.offsetHeight]).to.deep.equal([clientWidth, before]);
      expect(name?.bottom).to.be.at.most((status?.top ?? 0) + 1);
    });
  });

  describe('properties', () => {
    it('shows 99 as a number and everything above as 99+, and tells the number', async () => {
      const { indicator, part, name } = await setup(aView({ unread: 99 }));
      expect(part('badge')?.textContent).to.equal('99');
      indicator.chat = aView({ unread: 100 });
      await settled(indicator);
      expect(part('badge')?.textContent).to.equal('99+');
      expect(name()).to.equal('Ana Silva, web, 100 unread');
    });

    it('has no badge when nothing is unread', async () => {
      const { part } = await setup(aView());
      expect(part('badge')?.textContent).to.equal(undefined);
    });

    it('marks the selected one', async () => {
      const { indicator, button } = await setup(aView({ selected: true }));
      expect(button.getAttribute('aria-current')).to.equal('true');
      indicator.chat = aView();
      await settled(indicator);
      expect(button.hasAttribute('aria-current')).to.equal(false);
    });

    it('strikes the icon, and says left in words, once the end user has left', async () => {
      const { indicator, part } = await setup(aView({ state: 'left' }));
      expect(indicator.shadowRoot?.querySelector('channel-icon')?.left).to.equal(true);
      expect(part('status')?.textContent?.trim()).to.equal('left');
    });

    it('changes its name at the crossing, as its timer does', async () => {
      const { indicator, clock, name } = await setup(aView({ wait: aWait(), urgency: 'on-time' }));
      const timer = indicator.shadowRoot?.querySelector('response-timer');
      clock.set(at(74.999));
      await settled(indicator);
      expect([name(), timer?.urgency]).to.deep.equal(['Ana Silva, web, on time', 'on-time']);
      clock.set(at(75));
      await settled(indicator);
      expect([name(), timer?.urgency]).to.deep.equal(['Ana Silva, web, reply soon', 'soon']);
    });

    it('shows the number where the chat is named by it, whatever name it was given', async () => {
      const { indicator, name } = await setup(aView({ naming: phone }), { name: 'Ana Silva', expanded: true });
      expect(name()).to.equal('+447700900123, web');
      expect(allTextOf(indicator.shadowRoot as Node)).to.not.contain('Ana');
    });

    it('works from attributes alone, without a warning', async () => {
      const warnings = await warningsOf(async () => {
        const indicator = await fixture<ChatIndicator>(
          html`<chat-indicator
            state="left"
            channel="web"
            name="Ana Silva"
            urgency="soon"
            unread="2"
            selected
          ></chat-indicator>`,
        );
        expect(buttonIn(indicator).getAttribute('aria-label')).to.equal('Ana Silva, web, left, 2 unread, reply soon');
        expect(buttonIn(indicator).getAttribute('aria-current')).to.equal('true');
      });
      expect(warnings).to.deep.equal([]);
    });

    it('names nobody with a neutral word when attributes tell no name', async () => {
      const indicator = await fixture<ChatIndicator>(
        html`<chat-indicator state="new" unread="3" channel="web"></chat-indicator>`,
      );
      expect(buttonIn(indicator).getAttribute('aria-label')).to.equal('New chat, 3 messages, web');
      indicator.state = 'active';
      indicator.unread = undefined;
      await settled(indicator);
      expect(buttonIn(indicator).getAttribute('aria-label')).to.equal('Customer, web');
    });

    it('reads the chat of its chat-id from the desk, live', async () => {
      const { desk, show } = createStripDesk(aRequest({ waiting: 1 }));
      const indicator = await fixture<ChatIndicator>(
        html`<chat-indicator .desk=${desk} chat-id="chat-1"></chat-indicator>`,
      );
      expect(buttonIn(indicator).getAttribute('aria-label')).to.equal('New chat, 1 message, web');
      show(aRequest({ waiting: 2 }));
      await settled(indicator);
      expect(buttonIn(indicator).getAttribute('aria-label')).to.equal('New chat, 2 messages, web');
      show();
      await settled(indicator);
      expect(indicator.shadowRoot?.querySelectorAll('button').length).to.equal(0);
    });

    it('previews the newest message on a card, typing before it', async () => {
      const last = { author: 'end-user', kind: 'text', text: 'Are you still there?', time: at(0) } as const;
      const { indicator, part, button } = await setup(aView({ last }), { expanded: true });
      expect(part('preview')?.textContent).to.equal('Are you still there?');
      expect(button.getAttribute('aria-describedby')).to.equal(part('preview')?.id);
      indicator.chat = aView({ last, typing: true });
      await settled(indicator);
      expect(part('preview')?.textContent).to.equal('typing…');
      indicator.expanded = false;
      await settled(indicator);
      expect(part('preview')?.textContent).to.equal(undefined);
    });

    it('tells a new chat’s queue and how long it waits, on a card', async () => {
      const { indicator, clock, part } = await setup(aRequest({ queue: 'Sales', requestedAt: at(-50) }), {
        expanded: true,
      });
      expect(part('status')?.textContent?.trim()).to.equal('Sales');
      expect(part('preview')?.textContent).to.equal('waiting 0:50 · web');
      clock.set(at(2));
      await settled(indicator);
      expect(part('preview')?.textContent).to.equal('waiting 0:52 · web');
    });

    it('writes markup in a message as text', async () => {
      const last = { author: 'end-user', kind: 'text', text: '<b id="x">hi</b>', time: at(0) } as const;
      const { indicator, part } = await setup(aView({ last }), { expanded: true });
      expect(part('preview')?.textContent).to.equal('<b id="x">hi</b>');
      expect(indicator.shadowRoot?.querySelectorAll('#x').length).to.equal(0);
    });
  });

  describe('drawing the eye', () => {
    const pulses = (indicator: ChatIndicator): readonly Animation[] =>
      (indicator.shadowRoot as ShadowRoot).getAnimations().filter((animation) => animation instanceof CSSAnimation);

    it('pulses while new, at most three times a second, and only then', async () => {
      const { indicator } = await setup(aRequest());
      const periods = pulses(indicator).map((animation) => animation.effect?.getTiming().duration);
      expect(periods).to.deep.equal([1400]);
      indicator.chat = aView();
      await settled(indicator);
      expect(pulses(indicator)).to.deep.equal([]);
    });

    it('stands still, with a ring, when calm', async () => {
      const { indicator, part } = await setup(aRequest(), { calm: true });
      expect(pulses(indicator)).to.deep.equal([]);
      expect(getComputedStyle(part('face') as Element).boxShadow).to.not.equal('none');
    });

    it('draws the eye without motion where less motion is asked for', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const { indicator, part } = await setup(aRequest());
        expect(pulses(indicator)).to.deep.equal([]);
        expect(getComputedStyle(part('face') as Element).boxShadow).to.not.equal('none');
        expect(Number(getComputedStyle(part('name') as Element).fontWeight)).to.be.greaterThan(700);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });
  });

  describe('what the agent does', () => {
    it('answers a request by a click', async () => {
      const { button, calls } = await setup(aRequest());
      const { left, top, width, height } = button.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      expect(calls).to.deep.equal([['accept', 'chat-1']]);
    });

    it('is clicked wherever something is drawn in it, the icon and its count too', async () => {
      const { indicator, button } = await setup(aRequest());
      for (const part of ['face', 'badge']) {
        const box = indicator.shadowRoot?.querySelector(`[part=${part}]`)?.getBoundingClientRect() ?? new DOMRect();
        const found = indicator.shadowRoot?.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        expect(found === button, part).to.be.true;
      }
    });

    for (const key of ['Enter', 'Space'])
      it(`answers a request by ${key}`, async () => {
        const { indicator, calls } = await setup(aRequest());
        indicator.focus();
        await sendKeys({ press: key });
        expect(calls).to.deep.equal([['accept', 'chat-1']]);
      });

    it('answers once when activated twice, and is busy meanwhile', async () => {
      const { indicator, button, calls, settle } = await setup(aRequest());
      button.click();
      button.click();
      await settled(indicator);
      button.click();
      await settled(indicator);
      expect(calls).to.deep.equal([['accept', 'chat-1']]);
      expect(button.getAttribute('aria-busy')).to.equal('true');
      settle();
      await new Promise((resolve) => setTimeout(resolve));
      expect(button.hasAttribute('aria-busy')).to.equal(false);
    });

    it('does nothing while the desk is already answering it', async () => {
      const { indicator, button, calls } = await setup(aRequest({ pending: 'accept' }));
      expect(button.getAttribute('aria-busy')).to.equal('true');
      button.click();
      await settled(indicator);
      expect(calls).to.deep.equal([]);
    });

    it('can be tried again after an answer failed', async () => {
      const { indicator, button, calls, settle } = await setup(aRequest());
      button.click();
      await settled(indicator);
      settle(new Error('no'));
      await new Promise((resolve) => setTimeout(resolve));
      expect(button.hasAttribute('aria-busy')).to.equal(false);
      button.click();
      await settled(indicator);
      expect(calls).to.have.length(2);
    });

    it('opens a chat, at once', async () => {
      const { button, calls } = await setup(aView());
      button.click();
      expect(calls).to.deep.equal([['select', 'chat-1']]);
    });

    it('does nothing for the chat that is open', async () => {
      const { button, calls, indicator } = await setup(aView({ selected: true }));
      let asked = 0;
      indicator.addEventListener('chat-before-select', () => (asked += 1));
      button.click();
      expect([calls, asked]).to.deep.equal([[], 0]);
    });

    it('stays as it would without a word that it does not know, and warns once', async () => {
      const warnings = await warningsOf(async () => {
        const element = await fixture<ChatIndicator>(
          html`<chat-indicator channel="web" state="asleep" urgency="late"></chat-indicator>`,
        );
        element.urgency = 'soon';
        await element.updateComplete;
        expect(buttonIn(element).getAttribute('aria-label')).to.equal('Customer, web, reply soon');
      });
      expect(warnings).to.deep.equal([
        'agent-chat-adapter: <chat-indicator> cannot use state="asleep": state takes new, active, left, wrap-up.',
        'agent-chat-adapter: <chat-indicator> cannot use urgency="late": urgency takes none, on-time, soon, urgent, missed.',
      ]);
    });

    it('warns once, naming the fix, when there is no desk', async () => {
      const warnings = await warningsOf(async () => {
        const { indicator, button } = await setup(aRequest(), { desk: undefined });
        for (let turn = 0; turn < 2; turn += 1) {
          button.click();
          await settled(indicator);
          await settled(indicator);
        }
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('<chat-provider');
    });
  });

  describe('events', () => {
    const asked = async <E extends Event>(
      type: string,
      chat: ChatView,
      answer: (event: E) => void,
    ): Promise<Setup & { events: E[] }> => {
      const all = await setup(chat);
      const events: E[] = [];
      document.addEventListener(
        type,
        (event) => {
          events.push(event as E);
          answer(event as E);
        },
        { once: true },
      );
      all.button.click();
      await settled(all.indicator);
      return { ...all, events };
    };

    it('asks before it answers, telling the request', async () => {
      const { events, calls } = await asked<ChatBeforeAcceptEvent>(
        'chat-before-accept',
        aRequest({ queue: 'Sales' }),
        () => undefined,
      );
      expect(events[0]?.detail).to.deep.equal({
        deskId: 'desk-1',
        time: at(0),
        chatId: 'chat-1',
        channel: 'web',
        queue: 'Sales',
      });
      expect(calls).to.deep.equal([['accept', 'chat-1']]);
    });

    it('does not answer when vetoed, and can be asked again', async () => {
      const { calls, button, indicator } = await asked('chat-before-accept', aRequest(), (event) =>
        event.preventDefault(),
      );
      expect(calls).to.deep.equal([]);
      button.click();
      await settled(indicator);
      expect(calls).to.deep.equal([['accept', 'chat-1']]);
    });

    it('waits, busy, for a host that decides later, and tells the agent its words', async () => {
      let decide: (answer: { veto: string }) => void = () => undefined;
      const { calls, button, indicator } = await asked<ChatBeforeAcceptEvent>(
        'chat-before-accept',
        aRequest(),
        (event) => event.decide(new Promise((resolve) => (decide = resolve))),
      );
      expect([calls, button.getAttribute('aria-busy')]).to.deep.equal([[], 'true']);
      decide({ veto: 'Your shift is over.' });
      await new Promise((resolve) => setTimeout(resolve));
      await settled(indicator);
      expect(calls).to.deep.equal([['notify', { code: 'host-veto', text: 'Your shift is over.', chatId: 'chat-1' }]]);
      expect(button.hasAttribute('aria-busy')).to.equal(false);
    });

    it('takes a host that does not decide within 10 s for a veto', async () => {
      const { calls, clock, indicator } = await asked<ChatBeforeAcceptEvent>(
        'chat-before-accept',
        aRequest(),
        (event) => event.decide(new Promise(() => undefined)),
      );
      clock.advance(10_000);
      await settled(indicator);
      await settled(indicator);
      expect(calls.filter(([name]) => name !== 'tell')).to.deep.equal([
        ['notify', { code: 'host-decision-failed', chatId: 'chat-1' }],
      ]);
    });

    it('asks before it opens a chat, telling from and to', async () => {
      const { events } = await asked<ChatBeforeSelectEvent>('chat-before-select', aView(), () => undefined);
      expect(events[0]?.detail).to.deep.equal({
        deskId: 'desk-1',
        time: at(0),
        chatId: 'chat-1',
        from: undefined,
        to: 'chat-1',
      });
    });

    it('does not open a chat when vetoed', async () => {
      const { calls } = await asked('chat-before-select', aView(), (event) => event.preventDefault());
      expect(calls).to.deep.equal([]);
    });

    it('refuses a later decision about opening a chat, naming what to do', async () => {
      let said = '';
      await asked<ChatBeforeSelectEvent>('chat-before-select', aView(), (event) => {
        try {
          event.decide();
        } catch (error) {
          said = String(error);
        }
      });
      expect(said).to.contain('preventDefault()');
    });
  });

  describe('lifetime', () => {
    it('lets go of the desk and the clock when it leaves the page, and is right when it comes back', async () => {
      const { clock, desk, followers, show } = createStripDesk(aView({ wait: aWait(), urgency: 'on-time' }));
      const indicator = await fixture<ChatIndicator>(
        html`<chat-indicator .desk=${desk} chat-id="chat-1"></chat-indicator>`,
      );
      expect([followers(), clock.pending]).to.deep.equal([1, 1]);
      const home = indicator.parentElement as Element;
      indicator.remove();
      expect([followers(), clock.pending]).to.deep.equal([0, 0]);
      show(aView({ unread: 5 }));
      home.append(indicator);
      await settled(indicator);
      expect(buttonIn(indicator).getAttribute('aria-label')).to.equal('Ana Silva, web, 5 unread');
    });

    it('keeps its button, and so the focus, when a request becomes a chat', async () => {
      const { indicator, button } = await setup(aRequest());
      indicator.focus();
      indicator.chat = aView({ selected: true });
      await settled(indicator);
      expect(indicator.shadowRoot?.activeElement === button).to.equal(true);
    });
  });
});
