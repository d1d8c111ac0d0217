import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { Message } from '../../../src/core/index.js';
import { ChatTranscript } from '../../../src/elements/chat-transcript/chat-transcript.js';
import { aMessage, at } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(ChatTranscript);

const words = 'Where is the parcel that you sent me on Monday, and who signed for it?'.split(' ');

/** Messages numbered from `from`, from one word to some lines long, several of them on a day. */
const conversation = (count: number, from = 0, prefix = 'm'): Message[] =>
  Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const text = Array.from({ length: 1 + ((number * 7) % 60) }, (_, word) => words[(number + word) % words.length]);
    return aMessage({
      id: `${prefix}${number}`,
      author: number % 3 === 0 ? 'agent' : 'end-user',
      text: text.join(' '),
      time: at(number * 3600),
    });
  });

/** A transcript of a desk with two chats, the first one selected. */
const setup = async (first: readonly Message[], second: readonly Message[] = []) => {
  const fake = createFakeDesk(aView(), aView({ id: 'chat-2' }));
  fake.chat('chat-1').add(...first);
  fake.chat('chat-2').add(...second);
  const element = await fixture<ChatTranscript>(html`<chat-transcript .desk=${fake.desk}></chat-transcript>`);
  Object.assign(element.style, { inlineSize: '480px', blockSize: '400px' });
  const root = element.shadowRoot as ShadowRoot;
  const log = root.querySelector('[role="log"]') as HTMLElement;
  const rows = (): HTMLElement[] => [...root.querySelectorAll('li')];
  const painted = async (): Promise<void> => {
    await element.updateComplete;
    for (let frames = 0; frames < 3; frames += 1) await nextFrame();
  };
  const topOf = (id: string): number => {
    const row = rows().find((one) => one.dataset['id'] === id);
    return (row?.getBoundingClientRect().top ?? Number.NaN) - log.getBoundingClientRect().top;
  };
  const firstSeen = (): string => {
    const { top } = log.getBoundingClientRect();
    return rows().find((row) => row.getBoundingClientRect().bottom > top + 1)?.dataset['id'] ?? '';
  };
  await painted();
  return {
    ...fake,
    element,
    log,
    rows,
    painted,
    topOf,
    fromEnd: () => log.scrollHeight - log.clientHeight - log.scrollTop,
    firstSeen,
    /** Reads at a part of the whole, and gives the first message that is then seen. */
    readAt: async (part: number): Promise<string> => {
      log.scrollTop = log.scrollHeight * part;
      await painted();
      const id = firstSeen();
      // Not by chance at an edge, where a part of a pixel says which one is the first.
      log.scrollTop += topOf(id) + 10;
      await painted();
      return id;
    },
    /** Whether rows stand everywhere that is seen, one below the other. */
    expectFull: (): void => {
      const { top, bottom } = log.getBoundingClientRect();
      const boxes = rows()
        .map((row) => row.getBoundingClientRect())
        .filter((box) => box.bottom > top && box.top < bottom);
      expect(boxes[0]?.top).to.be.at.most(top + 14);
      expect(boxes.at(-1)?.bottom).to.be.at.least(bottom - 40);
      boxes.forEach((box, index) => {
        const next = boxes[index + 1];
        if (next !== undefined) expect(next.top).to.be.closeTo(box.bottom, 1);
      });
    },
  };
};

describe('<chat-transcript>, anchored in a long conversation', () => {
  it('begins at the end, with few rows, whatever the length', async () => {
    const { fromEnd, rows, expectFull } = await setup(conversation(20_000));
    expect(fromEnd()).to.be.at.most(1);
    expect(rows().at(-1)?.dataset['id']).to.equal('m19999');
    expect(rows().length).to.be.below(40);
    expectFull();
  });

  it('says of each row which one of how many it is', async () => {
    const { rows } = await setup(conversation(20_000));
    expect(rows().at(-1)?.getAttribute('aria-posinset')).to.equal('20000');
    expect(rows().at(-1)?.getAttribute('aria-setsize')).to.equal('20000');
  });

  it('keeps the end while messages of all sizes come, one by one and many at once', async () => {
    const { chat, fromEnd, painted, rows } = await setup(conversation(500));
    for (const more of [1, 1, 1, 40, 3, 700]) {
      const count = Number(rows().at(-1)?.getAttribute('aria-setsize'));
      chat('chat-1').add(...conversation(more, count));
      await painted();
      expect(fromEnd()).to.be.at.most(1);
      expect(rows().at(-1)?.dataset['id']).to.equal(`m${count + more - 1}`);
    }
  });

  it('fills what is seen wherever the reader goes', async () => {
    const { readAt, expectFull } = await setup(conversation(5000));
    for (const part of [0.5, 0.1, 0, 0.33, 0.9, 0.02]) {
      await readAt(part);
      expectFull();
    }
  });

  it('moves nothing under the reader who scrolls up through rows that were never measured', async () => {
    const { readAt, log, painted, topOf, firstSeen } = await setup(conversation(5000));
    await readAt(0.5);
    for (let step = 0; step < 25; step += 1) {
      const id = firstSeen();
      const before = topOf(id);
      log.scrollTop -= 137;
      await painted();
      expect(topOf(id)).to.be.closeTo(before + 137, 1);
    }
  });

  it('keeps what is read while messages come at the end', async () => {
    const { chat, readAt, topOf, painted } = await setup(conversation(3000));
    const id = await readAt(0.4);
    const before = topOf(id);
    for (const from of [3000, 3001, 3002]) {
      chat('chat-1').add(...conversation(1, from));
      await painted();
      expect(topOf(id)).to.be.closeTo(before, 1);
    }
  });

  it('keeps what is read when history comes before it', async () => {
    const { desk, element, readAt, topOf, painted, rows, expectFull } = await setup(conversation(1000));
    const id = await readAt(0.3);
    const before = topOf(id);
    const messages = desk.chat('chat-1').messages$.value as Message[];
    messages.unshift(...conversation(700, 0, 'older-'));
    element.requestUpdate();
    await painted();
    expect(topOf(id)).to.be.closeTo(before, 1);
    for (const row of rows()) {
      expect(row.getAttribute('aria-setsize')).to.equal('1700');
      expect(messages[Number(row.getAttribute('aria-posinset')) - 1]?.id).to.equal(row.dataset['id']);
    }
    expectFull();
  });

  it('keeps the end when history comes before it', async () => {
    const { desk, element, fromEnd, painted } = await setup(conversation(300));
    const messages = desk.chat('chat-1').messages$.value as Message[];
    messages.unshift(...conversation(500, 0, 'older-'));
    element.requestUpdate();
    await painted();
    expect(fromEnd()).to.be.at.most(1);
  });

  it('keeps what is read when a message is put in before others, or goes', async () => {
    const { desk, element, readAt, topOf, painted, expectFull } = await setup(conversation(1000));
    const id = await readAt(0.5);
    const before = topOf(id);
    const messages = desk.chat('chat-1').messages$.value as Message[];
    messages.splice(100, 0, ...conversation(1, 0, 'between-'));
    element.requestUpdate();
    await painted();
    expect(topOf(id)).to.be.closeTo(before, 1);
    messages.splice(messages.findIndex((message) => message.id === id) + 1, 1);
    element.requestUpdate();
    await painted();
    expect(topOf(id)).to.be.closeTo(before, 1);
    expectFull();
  });

  it('keeps what is read, or what stands nearest, when the list is filtered', async () => {
    const messages = conversation(1000);
    const { element, readAt, topOf, painted, rows, expectFull } = await setup([]);
    element.messages = messages;
    await painted();
    const id = await readAt(0.5);
    const before = topOf(id);
    element.messages = messages.filter((message, index) => message.id === id || index % 2 === 0);
    await painted();
    expect(topOf(id)).to.be.closeTo(before, 1);
    element.messages = messages.filter((message) => message.id !== id);
    await painted();
    expect(rows().every((row) => row.dataset['id'] !== id)).to.equal(true);
    expectFull();
  });

  it('keeps the end, and what is read, when it is made narrower, wider, lower and higher', async () => {
    const { element, fromEnd, readAt, topOf, painted, expectFull } = await setup(conversation(2000));
    const sizes = [
      ['300px', '400px'],
      ['300px', '150px'],
      ['700px', '600px'],
      ['480px', '400px'],
    ] as const;
    for (const [inlineSize, blockSize] of sizes) {
      Object.assign(element.style, { inlineSize, blockSize });
      await painted();
      expect(fromEnd()).to.be.at.most(1);
      expectFull();
    }
    const id = await readAt(0.5);
    const before = topOf(id);
    for (const [inlineSize, blockSize] of sizes) {
      Object.assign(element.style, { inlineSize, blockSize });
      await painted();
      expect(topOf(id)).to.be.closeTo(before, 1);
      expectFull();
    }
  });

  it('keeps the end, and what is read, when rows grow late', async () => {
    const { rows, fromEnd, readAt, topOf, painted } = await setup(conversation(2000));
    const grow = (by: string): void => {
      for (const row of rows())
        row.querySelector<HTMLElement>('[part~=bubble]')?.style.setProperty('padding-block', by);
    };
    grow('40px');
    await painted();
    expect(fromEnd()).to.be.at.most(1);
    const id = await readAt(0.6);
    const before = topOf(id);
    grow('25px');
    await painted();
    expect(topOf(id)).to.be.closeTo(before, 1);
    grow('0');
    await painted();
    expect(topOf(id)).to.be.closeTo(before, 1);
  });

  it('knows the height of a row that grew in the same frame in which a message came', async () => {
    const { chat, rows, element, log, painted } = await setup(conversation(60));
    const goTo = async (id: string): Promise<void> => {
      element.scrollToMessage(id);
      await painted();
    };
    // Now all are measured.
    for (const id of ['m0', 'm20', 'm40', 'm59']) await goTo(id);
    for (const grown of ['200px', '20px']) {
      const row = rows().at(-2) as HTMLElement;
      row.style.setProperty('padding-block-end', grown);
      chat('chat-1').add(...conversation(1, Number(row.getAttribute('aria-setsize'))));
      await painted();
      const { scrollHeight } = log;
      await goTo('m0');
      expect(row.isConnected).to.equal(false);
      expect(log.scrollHeight).to.be.closeTo(scrollHeight, 1);
      await goTo(`m${Number(rows()[0]?.getAttribute('aria-setsize')) - 1}`);
    }
  });

  it('comes back to what was read in each of two chats', async () => {
    const { selected, readAt, topOf, painted, fromEnd } = await setup(conversation(10_000), conversation(10_000));
    const id = await readAt(0.7);
    const before = topOf(id);
    selected.next('chat-2');
    await painted();
    expect(fromEnd()).to.be.at.most(1);
    const other = await readAt(0.2);
    const otherBefore = topOf(other);
    selected.next('chat-1');
    await painted();
    expect(topOf(id)).to.be.closeTo(before, 1);
    selected.next('chat-2');
    await painted();
    expect(topOf(other)).to.be.closeTo(otherBefore, 1);
  });

  it('comes to a message, a time and where the agent left off', async () => {
    const { element, change, painted, topOf, log, rows, readAt } = await setup(conversation(4000)).then((all) => ({
      ...all,
      change: all.chat('chat-1').change,
    }));
    expect(element.scrollToMessage('m1234')).to.equal(true);
    await painted();
    expect(topOf('m1234')).to.be.within(0, log.clientHeight);
    expect(element.scrollToMessage('nobody')).to.equal(false);
    expect(topOf('m1234')).to.be.within(0, log.clientHeight);
    expect(element.scrollToTime(at(777 * 3600))).to.equal(true);
    await painted();
    expect(topOf('m777')).to.be.within(0, 20);
    expect(element.scrollToTime(at(4001 * 3600))).to.equal(false);
    expect(element.scrollToUnread()).to.equal(false);
    change({ unread: 3, unreadFrom: 'm3500' });
    await readAt(0);
    expect(element.scrollToUnread()).to.equal(true);
    await painted();
    expect(topOf('m3500')).to.be.within(0, 20);
    expect(rows().some((row) => row.querySelector('[part~=unread-line]') !== null)).to.equal(true);
  });

  it('comes to the first and the last message as far as there is room', async () => {
    const { element, painted, topOf, fromEnd } = await setup(conversation(4000));
    element.scrollToMessage('m0');
    await painted();
    expect(topOf('m0')).to.be.within(0, 40);
    element.scrollToMessage('m3999');
    await painted();
    expect(fromEnd()).to.be.at.most(1);
  });
});
