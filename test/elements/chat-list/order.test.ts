import { aTimeout, expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { ChatView } from '../../../src/desk/index.js';
import { focused } from '../../../src/elements/focused.js';
import { aRequest, aView, aWait, buttonIn } from '../chat-indicator/support.js';
import { press, settledList, setup, type Setup } from './setup.js';

/** A chat whose end user wrote so many seconds after the morning, in which the clock stands still. */
const waitingSince = (id: string, seconds: number): ChatView =>
  aView({ id, wait: aWait(seconds), urgency: 'on-time', naming: { by: 'name', text: id } });

const idle = aView({ id: 'idle' });
const early = waitingSince('early', -60);
const late = waitingSince('late', -118);
const request = aRequest({ id: 'request' });

interface OrderSetup extends Setup {
  readonly shown: () => string;
  /** Moves the clock to so many seconds after the morning. */
  readonly moveTo: (seconds: number) => Promise<void>;
  readonly settled: () => Promise<void>;
  readonly pointAt: (id: string) => Promise<void>;
}

/** A list by urgency that has these chats. */
const setupByUrgency = async (...chats: ChatView[]): Promise<OrderSetup> => {
  await resetMouse();
  const made = await setup(...chats);
  const { list, clock, indicators } = made;
  list.order = 'urgency';
  const start = clock.now();
  const settled = async (): Promise<void> => {
    // What leaves is heard of in tasks of their own.
    await aTimeout(0);
    await settledList(list);
  };
  await settled();
  return {
    ...made,
    settled,
    shown: () =>
      indicators()
        .map((indicator) => indicator.chat?.id)
        .join(' '),
    moveTo: async (seconds) => {
      clock.set(start + seconds * 1000);
      await settled();
    },
    pointAt: async (id) => {
      const box = indicators()
        .find((indicator) => indicator.chat?.id === id)
        ?.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(box?.left ?? 0) + 20, Math.round(box?.top ?? 0) + 20] });
      await settled();
    },
  };
};

describe('the order of a chat-list', () => {
  afterEach(() => resetMouse());

  it('is by arrival, unless it is told otherwise', async () => {
    const { indicators } = await setup(idle, early, late, request);
    expect(indicators().map((indicator) => indicator.chat?.id)).to.deep.equal(['idle', 'early', 'late', 'request']);
  });

  it('is taken from the attribute, and by urgency puts the most urgent first', async () => {
    const { list, indicators } = await setup(idle, early, request, late);
    list.setAttribute('order', 'urgency');
    await settledList(list);
    expect(indicators().map((indicator) => indicator.chat?.id)).to.deep.equal(['late', 'request', 'early', 'idle']);
  });

  it('follows a crossing at its very moment', async () => {
    const { shown, moveTo } = await setupByUrgency(waitingSince('first', -10), waitingSince('second', -70));
    await moveTo(4.999);
    expect(shown()).to.equal('first second');
    await moveTo(5);
    expect(shown()).to.equal('second first');
  });

  for (const how of ['pointer', 'focus'] as const) {
    const enter = async ({ indicators, pointAt }: OrderSetup): Promise<void> => {
      if (how === 'pointer') await pointAt('first');
      else indicators()[0]?.focus();
    };
    const leave = async ({ settled }: OrderSetup): Promise<void> => {
      await resetMouse();
      focused()?.blur();
      await settled();
    };
    const chats = [waitingSince('first', -10), waitingSince('second', -70), idle] as const;

    it(`stands still while the ${how} is inside, and is right once it has left`, async () => {
      const order = await setupByUrgency(...chats);
      await enter(order);
      await order.moveTo(5);
      expect(order.shown()).to.equal('first second idle');
      await leave(order);
      expect(order.shown()).to.equal('second first idle');
    });

    it(`has what comes while the ${how} is inside at its end, and what goes leaves the others as they are`, async () => {
      const order = await setupByUrgency(...chats);
      await enter(order);
      await order.come(late, ...chats.slice(0, 1), idle, request);
      expect(order.shown()).to.equal('first idle late request');
      await leave(order);
      expect(order.shown()).to.equal('late request first idle');
    });
  }

  it('stands still until both have left', async () => {
    const order = await setupByUrgency(waitingSince('first', -10), waitingSince('second', -70));
    await order.pointAt('first');
    order.indicators()[0]?.focus();
    await order.moveTo(5);
    await resetMouse();
    await order.settled();
    expect(order.shown()).to.equal('first second');
    focused()?.blur();
    await order.settled();
    expect(order.shown()).to.equal('second first');
  });

  it('stands still while the focus moves along the list and its buttons', async () => {
    const order = await setupByUrgency(waitingSince('first', -10), waitingSince('second', -70));
    order.indicators()[0]?.focus();
    await order.moveTo(5);
    await press('ArrowDown');
    await order.settled();
    buttonIn(order.list, 'Show previews').focus();
    await order.settled();
    expect(order.shown()).to.equal('first second');
  });

  it('is right when a list that the pointer was in comes back to the page', async () => {
    const order = await setupByUrgency(waitingSince('first', -10), waitingSince('second', -70));
    await order.pointAt('first');
    const home = order.list.parentElement as Element;
    order.list.remove();
    await resetMouse();
    await order.moveTo(5);
    home.append(order.list);
    await order.settled();
    expect(order.shown()).to.equal('second first');
  });
});
