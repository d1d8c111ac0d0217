import { aTimeout, expect, nextFrame } from '@open-wc/testing';
import type { ChatView } from '../../../src/desk/index.js';
import type { ChatIndicator } from '../../../src/elements/chat-indicator/chat-indicator.js';
import { aRequest, aView, aWait, buttonIn, expectAccessibleInLightAndDark } from '../chat-indicator/support.js';
import { press, settledList, setup, type Setup } from './setup.js';

const chat = (place: number, given: Partial<ChatView> = {}): ChatView =>
  aView({ id: `chat-${place}`, naming: { by: 'name', text: `Ana ${place}` }, ...given });

const chats = (count: number, given?: (place: number) => Partial<ChatView>): readonly ChatView[] =>
  Array.from({ length: count }, (_, place) => chat(place, given?.(place)));

interface LongSetup extends Setup {
  readonly scroller: HTMLElement;
  readonly ids: () => readonly (string | undefined)[];
  readonly indicatorOf: (id: string) => ChatIndicator;
  /** Where a row stands in what is seen, in pixels from its top, and from its inline start in a strip. */
  readonly placeOf: (id: string) => number;
  /** Whether all of a row is seen. */
  readonly isSeen: (id: string) => boolean;
  /** What is rendered at the middle of what is seen. */
  readonly middle: () => string | undefined;
  readonly scrollTo: (distance: number) => Promise<void>;
}

/** Waits until the browser has measured and scrolled, and the list has painted what follows from that. */
const framesLater = async ({ list }: Pick<Setup, 'list'>): Promise<void> => {
  for (let frame = 0; frame < 3; frame += 1) await nextFrame();
  await aTimeout(0);
  await settledList(list);
};

/** A list of these chats in 500 pixels. */
const setupLong = async (all: readonly ChatView[], look: Partial<Setup['list']> = {}): Promise<LongSetup> => {
  const made = await setup(...all);
  const { list, indicators } = made;
  Object.assign(list, look);
  const isHorizontal = list.orientation === 'horizontal';
  list.style.setProperty(isHorizontal ? 'inline-size' : 'block-size', '500px');
  await framesLater(made);
  const scroller = list.shadowRoot?.querySelector('[part=chats]') as HTMLElement;
  const indicatorOf = (id: string): ChatIndicator => {
    const found = indicators().find((indicator) => indicator.chat?.id === id);
    if (found === undefined) throw new Error(`${id} is not rendered.`);
    return found;
  };
  return {
    ...made,
    come: async (...now) => {
      await made.come(...now);
      await framesLater(made);
    },
    scroller,
    ids: () => indicators().map((indicator) => indicator.chat?.id),
    indicatorOf,
    placeOf: (id) => {
      const row = indicatorOf(id).getBoundingClientRect();
      const box = scroller.getBoundingClientRect();
      return Math.round(isHorizontal ? row.left - box.left : row.top - box.top);
    },
    isSeen: (id) => {
      const row = indicatorOf(id).getBoundingClientRect();
      const box = scroller.getBoundingClientRect();
      return row.top >= box.top && row.bottom <= box.bottom && row.left >= box.left && row.right <= box.right;
    },
    middle: () => {
      const { left, top, width, height } = scroller.getBoundingClientRect();
      const under = (x: number, y: number): string | undefined =>
        list.shadowRoot
          ?.elementsFromPoint(x, y)
          .map((element) => (element as Partial<ChatIndicator>).chat?.id)
          .find((id) => id !== undefined);
      // There is a gap between rows.
      return (
        under(left + width / 2, top + height / 2) ??
        (isHorizontal ? under(left + width / 2 + 8, top + height / 2) : under(left + width / 2, top + height / 2 + 8))
      );
    },
    scrollTo: async (distance) => {
      if (isHorizontal) scroller.scrollLeft = distance;
      else scroller.scrollTop = distance;
      await framesLater(made);
    },
  };
};

const looks = [
  ['a column of tiles', {}],
  ['a column of cards', { expanded: true }],
  ['a strip of tiles', { orientation: 'horizontal' }],
  ['a strip of cards', { orientation: 'horizontal', expanded: true }],
  ['a strip from right to left', { orientation: 'horizontal', dir: 'rtl' }],
] as const;

/** How far a strip or a column is scrolled, whatever its direction. */
const scrolled = ({ scroller, list }: LongSetup): number =>
  Math.abs(list.orientation === 'horizontal' ? scroller.scrollLeft : scroller.scrollTop);

describe('a long chat-list', () => {
  describe('shape', () => {
    for (const [what, look] of looks)
      it(`renders only the rows near what is seen, and every row where it is scrolled to, as ${what}`, async () => {
        const long = await setupLong(chats(200), look);
        const { scroller, ids, middle, list, scrollTo } = long;
        const isHorizontal = list.orientation === 'horizontal';
        const length = isHorizontal ? scroller.scrollWidth : scroller.scrollHeight;
        expect(ids().length).to.be.lessThan(40);
        expect(ids()[0]).to.equal('chat-0');
        for (const part of [0.25, 0.5, 0.75, 1]) {
          const distance = part * (length - 500);
          await scrollTo(list.dir === 'rtl' ? -distance : distance);
          const place = Math.floor(((scrolled(long) + 250) / length) * 200);
          const shown = Number(middle()?.replace('chat-', ''));
          expect(Math.abs(shown - place), `${shown} is not ${place}`).to.be.lessThan(2);
          expect(ids().length).to.be.lessThan(40);
        }
        expect(ids().at(-1)).to.equal('chat-199');
        expect(isHorizontal ? scroller.scrollWidth : scroller.scrollHeight).to.equal(length);
      });

    it('is as long as all its rows would be', async () => {
      const whole = await setupLong(chats(40));
      const part = await setupLong(chats(80));
      const paddings = 20;
      const gap = 6;
      const rows = (whole.scroller.scrollHeight - paddings + gap) / 40;
      expect(part.scroller.scrollHeight).to.be.closeTo(rows * 80 - gap + paddings, 1);
    });

    it('is accessible, and each row tells its place among all', async () => {
      const { list, scrollTo, indicatorOf } = await setupLong(chats(200));
      await scrollTo(4000);
      await expectAccessibleInLightAndDark(list);
      const row = indicatorOf('chat-45').parentElement as HTMLElement;
      expect([row.localName, row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')]).to.deep.equal([
        'li',
        '46',
        '200',
      ]);
    });

    it('is rendered whole while it is short, without places that a browser can count itself', async () => {
      const { ids, indicatorOf } = await setupLong(chats(40));
      expect(ids()).to.have.length(40);
      expect(indicatorOf('chat-3').parentElement?.hasAttribute('aria-posinset')).to.equal(false);
    });

    it('becomes long and short again without a jump', async () => {
      const { come, scrollTo, placeOf, ids } = await setupLong(chats(40));
      await scrollTo(1500);
      const before = placeOf('chat-20');
      await come(...chats(60));
      expect(placeOf('chat-20')).to.equal(before);
      await come(...chats(40));
      expect(placeOf('chat-20')).to.equal(before);
      expect(ids()).to.have.length(40);
    });

    it('renders next to nothing while it is not displayed, and is right when it is', async () => {
      const long = await setupLong(chats(200));
      long.list.hidden = true;
      await framesLater(long);
      expect(long.ids().length).to.be.lessThan(15);
      long.list.hidden = false;
      await framesLater(long);
      expect(long.middle()).not.to.equal(undefined);
    });
  });

  describe('keyboard and focus', () => {
    for (const [what, look] of looks)
      it(`reaches every chat by End, Home and arrow keys in ${what}`, async () => {
        const long = await setupLong(chats(200), look);
        const { indicatorOf, focused, isSeen } = long;
        indicatorOf('chat-0').focus();
        const forth = 'dir' in look ? 'ArrowLeft' : 'ArrowRight';
        const back = 'dir' in look ? 'ArrowRight' : 'ArrowLeft';
        for (const [key, id] of [
          ['End', 'chat-199'],
          [back, 'chat-198'],
          ['Home', 'chat-0'],
          [forth, 'chat-1'],
        ] as const) {
          await press(key);
          await framesLater(long);
          expect(focused()).to.equal(id);
          expect(isSeen(id), id).to.equal(true);
        }
      });

    it('goes all the way by arrow keys alone', async () => {
      const long = await setupLong(chats(60));
      long.indicatorOf('chat-0').focus();
      for (let place = 1; place < 60; place += 1) await press('ArrowDown');
      expect(long.focused()).to.equal('chat-59');
    });

    it('keeps the focus of a row that is scrolled away, and goes on from there', async () => {
      const long = await setupLong(chats(200));
      long.indicatorOf('chat-5').focus();
      // WebKit brings what has the focus into view only with the next frame.
      await framesLater(long);
      await long.scrollTo(9000);
      expect(long.focused()).to.equal('chat-5');
      expect(long.ids()).to.not.include('chat-7');
      await press('ArrowDown');
      await framesLater(long);
      expect(long.focused()).to.equal('chat-6');
      expect(long.isSeen('chat-6')).to.equal(true);
    });

    it('is one tab stop, at the selected chat, wherever that is', async () => {
      const long = await setupLong(chats(200, (place) => ({ selected: place === 150 })));
      await long.scrollTo(0);
      await press('Tab');
      expect(long.focused()).to.equal('chat-150');
    });

    it('gives the focus of a chat that goes to the next one, also where that was not rendered', async () => {
      const all = chats(200);
      const long = await setupLong(all);
      long.indicatorOf('chat-5').focus();
      await long.scrollTo(9000);
      await long.come(...all.filter(({ id }) => id !== 'chat-5'));
      expect(long.focused()).to.equal('chat-6');
    });
  });

  describe('what is seen', () => {
    for (const [what, look] of looks)
      it(`stays where it is when chats before it come and go, in ${what}`, async () => {
        const all = chats(200);
        const { scrollTo, come, placeOf, middle } = await setupLong(all, look);
        await scrollTo('dir' in look ? -5000 : 5000);
        const id = middle() as string;
        const before = placeOf(id);
        await come(...all.slice(3));
        expect(placeOf(id)).to.equal(before);
        await come(chat(1000), chat(1001), ...all.slice(3));
        expect(placeOf(id)).to.equal(before);
        await come(...all, chat(1002));
        expect(placeOf(id)).to.equal(before);
      });

    it('follows what comes at the very start for who is there', async () => {
      const all = chats(200);
      const { come, isSeen, placeOf } = await setupLong(all);
      const first = placeOf('chat-0');
      await come(chat(1000), ...all);
      expect(placeOf('chat-1000')).to.equal(first);
      expect(isSeen('chat-1000')).to.equal(true);
    });

    it('begins with the same chat when the previews are shown and hidden', async () => {
      const long = await setupLong(chats(200));
      await long.scrollTo(5000);
      const first = long.ids().find((id) => long.placeOf(id ?? '') >= 0) as string;
      buttonIn(long.list, 'Show previews').click();
      await framesLater(long);
      expect(long.placeOf(first)).to.be.within(-10, 90);
      buttonIn(long.list, 'Hide previews').click();
      await framesLater(long);
      expect(long.placeOf(first)).to.be.within(-10, 90);
    });

    for (const count of [30, 200])
      it(`comes to a chat of ${count} that is selected, and the page stays where it is`, async () => {
        const { come, isSeen } = await setupLong(chats(count));
        const far = count - 3;
        await come(...chats(count, (place) => ({ selected: place === far })));
        expect(isSeen(`chat-${far}`)).to.equal(true);
        await come(...chats(count, (place) => ({ selected: place === 2 })));
        expect(isSeen('chat-2')).to.equal(true);
        expect(document.scrollingElement?.scrollTop).to.equal(0);
      });

    it('begins at the selected chat', async () => {
      const { isSeen } = await setupLong(chats(200, (place) => ({ selected: place === 120 })));
      expect(isSeen('chat-120')).to.equal(true);
    });

    it('stays where the agent scrolled, whatever becomes of the selected chat', async () => {
      const selected = (place: number): Partial<ChatView> => ({ selected: place === 2 });
      const { come, scrollTo, scroller } = await setupLong(chats(200, selected));
      await scrollTo(5000);
      await come(...chats(200, (place) => ({ ...selected(place), unread: 3 })));
      expect(scroller.scrollTop).to.equal(5000);
    });
  });

  describe('requests that are scrolled away', () => {
    const someWait = (...waiting: number[]): readonly ChatView[] =>
      chats(200).map((view, place) => (waiting.includes(place) ? aRequest({ id: view.id }) : view));
    const hints = ({ list }: Setup): readonly (string | null)[] =>
      [...(list.shadowRoot?.querySelectorAll('.hint') ?? [])].map((hint) => hint.getAttribute('aria-label'));

    it('are told of on the side where they are, by a button that leads to the nearest', async () => {
      const long = await setupLong(someWait(3, 4, 190, 195, 199));
      expect(hints(long)).to.deep.equal(['3 new chats further down']);
      await expectAccessibleInLightAndDark(long.list);
      buttonIn(long.list, '3 new chats further down').click();
      await framesLater(long);
      expect(long.focused()).to.equal('chat-190');
      expect(long.isSeen('chat-190')).to.equal(true);
      expect(hints(long)[0]).to.equal('2 new chats further up');
      buttonIn(long.list, '2 new chats further up').click();
      await framesLater(long);
      expect(long.focused()).to.equal('chat-4');
    });

    it('are told of as they come, without a scroll', async () => {
      const long = await setupLong(chats(200));
      expect(hints(long)).to.deep.equal([]);
      await long.come(...chats(200), aRequest({ id: 'new' }));
      expect(hints(long)).to.deep.equal(['1 new chat further down']);
      expect(long.scroller.scrollTop).to.equal(0);
    });

    it('are told of in a short list too', async () => {
      const long = await setupLong(someWait(25).slice(0, 30));
      expect(hints(long)).to.deep.equal(['1 new chat further down']);
    });

    it('leave the button there while it has the focus', async () => {
      const long = await setupLong(someWait(190));
      const hint = buttonIn(long.list, '1 new chat further down');
      hint.focus();
      await long.come(...chats(200));
      expect(long.list.shadowRoot?.activeElement === hint).to.equal(true);
      hint.blur();
      await settledList(long.list);
      expect(hints(long)).to.deep.equal([]);
    });
  });

  describe('time', () => {
    it('runs for the rows that are seen, and is right in each that comes into view', async () => {
      const long = await setupLong(chats(200, () => ({ wait: aWait(), urgency: 'on-time' })));
      long.clock.advance(61_000);
      await long.scrollTo(5000);
      const timer = long.indicatorOf(long.middle() ?? '').shadowRoot?.querySelector('response-timer');
      expect(timer?.shadowRoot?.textContent?.trim()).to.equal('1:01');
    });
  });

  describe('lifetime', () => {
    it('is right when it comes back to the page', async () => {
      const long = await setupLong(chats(200));
      await long.scrollTo(5000);
      const home = long.list.parentElement as Element;
      long.list.remove();
      long.show(...chats(190));
      home.append(long.list);
      await framesLater(long);
      expect(long.middle()).not.to.equal(undefined);
      await long.scrollTo(1_000_000);
      expect(long.ids().at(-1)).to.equal('chat-189');
    });
  });
});
