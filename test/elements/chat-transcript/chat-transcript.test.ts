import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { Message } from '../../../src/core/index.js';
import type { ChatView } from '../../../src/desk/index.js';
import { ChatTranscript } from '../../../src/elements/chat-transcript/chat-transcript.js';
import { expectAccessible } from '../../support/accessible.js';
import { aMessage, at } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';
import { register } from '../../support/register.js';

register(ChatTranscript);

/** Messages numbered from `from`, of different heights. */
const some = (count: number, from = 0): Message[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `m${from + index}`;
    return aMessage({ id, text: `Text ${id}${'\nand more'.repeat(index % 3)}`, time: at((from + index) * 90) });
  });

const partsOf = (element: ChatTranscript) => {
  const root = element.shadowRoot as ShadowRoot;
  const log = root.querySelector('[role="log"]') as HTMLElement;
  const rows = (): HTMLElement[] => [...root.querySelectorAll('li')];
  return {
    element,
    log,
    rows,
    part: (name: string) => root.querySelector<HTMLElement>(`[part~="${name}"]`),
    parts: (name: string) => [...root.querySelectorAll<HTMLElement>(`[part~="${name}"]`)],
    typing: () => root.querySelector('typing-indicator')?.shadowRoot as ShadowRoot,
    fromEnd: () => log.scrollHeight - log.clientHeight - log.scrollTop,
    /** How far below the top of the log a message is. */
    topOf: (id: string) => {
      const row = rows().find((one) => one.dataset['id'] === id);
      return (row?.getBoundingClientRect().top ?? Number.NaN) - log.getBoundingClientRect().top;
    },
    readAt: async (top: number) => {
      log.scrollTop = top;
      await nextFrame();
      await nextFrame();
      await element.updateComplete;
    },
    /** What was asked for is painted, the sizes of parts inside included. */
    painted: async () => {
      await element.updateComplete;
      await nextFrame();
      await nextFrame();
    },
  };
};

const alone = async (messages: readonly Message[], chat?: Partial<ChatView>) => {
  const element = await fixture<ChatTranscript>(html`
    <chat-transcript .messages=${messages} .chat=${chat === undefined ? undefined : aView(chat)}></chat-transcript>
  `);
  element.style.blockSize = '300px';
  const parts = partsOf(element);
  await parts.painted();
  return parts;
};

/** A transcript on a desk with two chats that have forty messages each, the first one selected. */
const onDesk = async (view: Partial<ChatView> = {}) => {
  const fake = createFakeDesk(aView(view), aView({ id: 'chat-2' }));
  fake.chat('chat-1').add(...some(40));
  fake.chat('chat-2').add(...some(40));
  const element = await fixture<ChatTranscript>(html`<chat-transcript .desk=${fake.desk}></chat-transcript>`);
  element.style.blockSize = '300px';
  const parts = partsOf(element);
  await parts.painted();
  return {
    ...fake,
    ...parts,
    select: async (id: string) => {
      fake.selected.next(id);
      await parts.painted();
    },
    arrive: async (...messages: readonly Message[]) => {
      fake.chat('chat-1').add(...messages);
      await parts.painted();
    },
  };
};

describe('<chat-transcript>', () => {
  describe('shape', () => {
    it('is accessible', async () => {
      const { element } = await alone(some(12), { unreadFrom: 'm8' });
      element.typing = true;
      element.preview = 'I also';
      await element.updateComplete;
      await expectAccessible(element);
    });

    it('is accessible while it is empty, and says so', async () => {
      const { element, part } = await alone([]);
      expect(part('empty')?.textContent).to.equal('No messages yet');
      await expectAccessible(element);
    });

    it('does not say so of a chat whose messages are still on their way', async () => {
      const fake = createFakeDesk(aView({ waiting: 2 }));
      const element = await fixture<ChatTranscript>(html`<chat-transcript .desk=${fake.desk}></chat-transcript>`);
      const { part, painted } = partsOf(element);
      await painted();
      expect(part('empty') === null).to.equal(true);
    });

    it('is a silent log named "Conversation" around a list, and takes the focus', async () => {
      const { log } = await alone(some(3));
      expect(log.getAttribute('aria-label')).to.equal('Conversation');
      expect(log.getAttribute('aria-live')).to.equal('off');
      expect(log.tabIndex).to.equal(0);
      expect(log.querySelectorAll('ol > li')).to.have.length(3);
    });

    it('stands a short conversation at the bottom', async () => {
      const { log, rows } = await alone(some(1));
      const [row] = rows();
      expect(row?.getBoundingClientRect().bottom).to.be.above(log.getBoundingClientRect().bottom - 40);
    });
  });

  describe('rows', () => {
    it('shows one author and time line for a group', async () => {
      const { parts } = await alone([aMessage({ id: 'a' }), aMessage({ id: 'b' })]);
      expect(parts('line').map((line) => line.classList.contains('spoken'))).to.deep.equal([true, false]);
    });

    it('names the end user by the naming rule', async () => {
      const { rows } = await alone([aMessage()], { naming: { by: 'phone', text: '+15550100' } });
      expect(rows()[0]?.textContent).to.contain('+15550100');
    });

    it('marks where the agent left off, and keeps the count while the agent reads on', async () => {
      const { element, part } = await alone(some(10), { unreadFrom: 'm8' });
      expect(part('unread-line')?.textContent?.trim()).to.equal('2 new');
      element.messages = some(11);
      await element.updateComplete;
      expect(part('unread-line')?.textContent?.trim()).to.equal('2 new');
    });

    it('shows a day line, and says "Yesterday" after midnight', async () => {
      const { parts, painted, clock, readAt } = await onDesk();
      await readAt(0);
      expect(parts('day').map((day) => day.textContent)).to.deep.equal(['Today']);
      const date = new Date(clock.now());
      clock.set(new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime());
      await painted();
      expect(parts('day').map((day) => day.textContent)).to.deep.equal(['Yesterday']);
    });

    it('shows markup as text', async () => {
      const { element, part } = await alone([aMessage({ text: '<img src=x onerror=alert(1)>' })]);
      expect(part('bubble')?.textContent).to.equal('<img src=x onerror=alert(1)>');
      expect(element.shadowRoot?.querySelector('img') === null).to.equal(true);
    });

    it('keeps the element of a message for its life', async () => {
      const { rows, arrive } = await onDesk();
      const before = rows();
      await arrive(...some(1, 40));
      const after = rows();
      expect(after.at(-1)?.dataset['id']).to.equal('m40');
      expect(after.slice(0, -1).every((row) => before.includes(row))).to.equal(true);
    });

    it('tries a failed message again, and leaves the focus in the log', async () => {
      const { arrive, part, calls, log, element } = await onDesk();
      await arrive(aMessage({ id: 'failed', author: 'agent', delivery: 'failed', time: at(9000) }));
      part('retry-button')?.click();
      part('discard-button')?.click();
      expect(calls).to.deep.equal([
        ['retry', 'chat-1', 'failed'],
        ['discard', 'chat-1', 'failed'],
      ]);
      expect(element.shadowRoot?.activeElement === log).to.equal(true);
    });

    it('counts no preview among the messages', async () => {
      const { chat, rows, typing, painted } = await onDesk();
      chat('chat-1').typing.next({ typing: true, preview: 'I also' });
      await painted();
      expect(typing().textContent).to.contain('I also');
      expect(rows().at(-1)?.getAttribute('aria-setsize')).to.equal('40');
    });
  });

  describe('reading', () => {
    it('begins at the end', async () => {
      const { fromEnd } = await onDesk();
      expect(fromEnd()).to.be.below(1);
    });

    it('follows new messages at the end', async () => {
      const { arrive, fromEnd, part } = await onDesk();
      await arrive(...some(3, 40));
      expect(fromEnd()).to.be.below(1);
      expect(part('new-messages-button') === null).to.equal(true);
    });

    it('follows a burst, one message a task', async () => {
      const { chat, fromEnd, painted, rows } = await onDesk();
      for (const message of some(50, 40)) {
        chat('chat-1').add(message);
        await new Promise((resolve) => setTimeout(resolve));
      }
      await painted();
      expect(rows().at(-1)?.dataset['id']).to.equal('m89');
      expect(rows().at(-1)?.getAttribute('aria-posinset')).to.equal('90');
      expect(fromEnd()).to.be.below(1);
    });

    it('paints a burst once a frame, and once more where rows are of other heights than thought', async () => {
      const { chat, element, painted } = await onDesk();
      let paints = 0;
      let frames = 0;
      const original = element.render.bind(element);
      element.render = () => {
        paints += 1;
        return original();
      };
      const count = (): void => {
        frames += 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      for (const message of some(60, 40)) {
        chat('chat-1').add(message);
        await new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(undefined);
        });
      }
      await painted();
      expect(paints).to.be.at.least(1);
      expect(paints).to.be.at.most(2 * frames + 1);
      expect(paints).to.be.below(30);
    });

    it('moves nothing while the reader is elsewhere, and offers the new messages', async () => {
      const { arrive, readAt, topOf, part } = await onDesk();
      await readAt(200);
      const before = topOf('m3');
      await arrive(...some(2, 40));
      expect(topOf('m3')).to.equal(before);
      expect(part('new-messages-button')?.textContent?.trim()).to.equal('2 new messages');
    });

    it('offers them still to a reader who was in another chat meanwhile', async () => {
      const { arrive, readAt, select, part } = await onDesk();
      await readAt(200);
      await arrive(...some(2, 40));
      await select('chat-2');
      expect(part('new-messages-button') === null).to.equal(true);
      await arrive(...some(1, 42));
      await select('chat-1');
      expect(part('new-messages-button')?.textContent?.trim()).to.equal('3 new messages');
    });

    it('goes to the end by the button, which then goes away and leaves the focus in the log', async () => {
      const { arrive, readAt, part, fromEnd, painted, element, log } = await onDesk();
      await readAt(200);
      await arrive(...some(1, 40));
      part('new-messages-button')?.click();
      await painted();
      expect(fromEnd()).to.be.below(1);
      expect(part('new-messages-button') === null).to.equal(true);
      expect(element.shadowRoot?.activeElement === log).to.equal(true);
    });

    it('takes the button away when the reader scrolls to the end', async () => {
      const { arrive, readAt, part, log } = await onDesk();
      await readAt(200);
      await arrive(...some(1, 40));
      await readAt(log.scrollHeight);
      expect(part('new-messages-button') === null).to.equal(true);
    });

    it('stays at the end when a preview appears, grows and goes', async () => {
      const { chat, painted, fromEnd } = await onDesk();
      for (const preview of ['I', 'I also wanted\nto change\nthe address', undefined]) {
        chat('chat-1').typing.next(preview === undefined ? { typing: false } : { typing: true, preview });
        await painted();
        expect(fromEnd()).to.be.below(1);
      }
    });

    it('moves nothing when a preview appears while the reader is elsewhere', async () => {
      const { chat, painted, readAt, topOf } = await onDesk();
      await readAt(200);
      const before = topOf('m3');
      chat('chat-1').typing.next({ typing: true, preview: 'I\nalso' });
      await painted();
      expect(topOf('m3')).to.equal(before);
    });

    it('keeps the end when it is resized', async () => {
      const { element, painted, fromEnd } = await onDesk();
      for (const [width, height] of [
        ['auto', '180px'],
        ['500px', '180px'],
        ['280px', '420px'],
      ] as const) {
        Object.assign(element.style, { inlineSize: width, blockSize: height });
        await painted();
        expect(fromEnd()).to.be.below(1);
      }
    });

    it('keeps what is read when lines above it wrap anew', async () => {
      const fake = createFakeDesk(aView());
      fake
        .chat('chat-1')
        .add(...some(40).map((message) => ({ ...message, text: `${message.text} ${'word '.repeat(30)}` })));
      const element = await fixture<ChatTranscript>(html`<chat-transcript .desk=${fake.desk}></chat-transcript>`);
      Object.assign(element.style, { inlineSize: '600px', blockSize: '300px' });
      const { readAt, rows, topOf, painted, log } = partsOf(element);
      await painted();
      await readAt(1000);
      const first = rows().find((row) => row.getBoundingClientRect().bottom > log.getBoundingClientRect().top);
      const id = first?.dataset['id'] ?? '';
      const before = topOf(id);
      element.style.inlineSize = '300px';
      await painted();
      expect(topOf(id)).to.be.closeTo(before, 1);
    });

    it('comes back to where a chat was read', async () => {
      const { select, readAt, topOf, fromEnd } = await onDesk();
      await readAt(200);
      const before = topOf('m3');
      await select('chat-2');
      expect(fromEnd()).to.be.below(1);
      await readAt(100);
      await select('chat-1');
      expect(topOf('m3')).to.be.closeTo(before, 1);
    });

    it('comes back to the end where the reader was at the end', async () => {
      const { select, fromEnd, arrive } = await onDesk();
      await select('chat-2');
      await arrive(...some(5, 40));
      await select('chat-1');
      expect(fromEnd()).to.be.below(1);
    });

    it('keeps the place when it is moved in the document, and when it is hidden and shown', async () => {
      const { element, readAt, topOf, painted } = await onDesk();
      await readAt(200);
      const before = topOf('m3');
      const place = document.createElement('div');
      element.parentElement?.append(place);
      place.append(element);
      await painted();
      expect(topOf('m3')).to.be.closeTo(before, 1);
      place.hidden = true;
      await painted();
      place.hidden = false;
      await painted();
      expect(topOf('m3')).to.be.closeTo(before, 1);
    });
  });

  describe('by keyboard', () => {
    const focused = ({ shadowRoot }: ChatTranscript): HTMLElement | undefined =>
      (shadowRoot?.activeElement as HTMLElement | null) ?? undefined;
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await sendKeys({ press: key });
    };

    it('goes from message to message, beginning with the last one that is seen', async () => {
      const { element, log } = await onDesk();
      log.focus();
      await press('ArrowUp');
      expect(focused(element)?.dataset['id']).to.equal('m39');
      await press('ArrowUp', 'ArrowUp', 'ArrowDown');
      expect(focused(element)?.dataset['id']).to.equal('m38');
      expect(focused(element)?.getAttribute('aria-posinset')).to.equal('39');
    });

    it('goes to the first and to the last message, however far they are', async () => {
      const { element, log, topOf } = await onDesk();
      log.focus();
      await press('ArrowUp', 'Home');
      expect(focused(element)?.dataset['id']).to.equal('m0');
      expect(topOf('m0')).to.be.within(0, log.clientHeight);
      await press('End');
      expect(focused(element)?.dataset['id']).to.equal('m39');
    });

    it('reaches every message, each in view when it has the focus', async () => {
      const { element, log, topOf } = await onDesk();
      log.focus();
      await press('ArrowUp', 'Home');
      for (let number = 1; number < 40; number += 1) {
        await press('ArrowDown');
        expect(focused(element)?.dataset['id']).to.equal(`m${number}`);
        expect(topOf(`m${number}`)).to.be.within(-1, log.clientHeight);
      }
    });

    it('keeps the focus on a message that is scrolled far away, and goes on from there', async () => {
      const { element, log, readAt, topOf } = await onDesk();
      log.focus();
      await press('ArrowUp');
      await readAt(0);
      expect(focused(element)?.dataset['id']).to.equal('m39');
      await press('ArrowUp');
      expect(focused(element)?.dataset['id']).to.equal('m38');
      expect(topOf('m38')).to.be.within(0, log.clientHeight);
    });

    it('leaves keys with a modifier to the page', async () => {
      const { element, log } = await onDesk();
      log.focus();
      await sendKeys({ down: 'Control' });
      await press('ArrowUp');
      await sendKeys({ up: 'Control' });
      expect(focused(element) === log).to.equal(true);
    });
  });

  describe('selection', () => {
    it('keeps the row in which it begins while the reader scrolls away', async () => {
      const { rows, readAt } = await onDesk();
      const row = rows().find(({ dataset }) => dataset['id'] === 'm38');
      const { left, top } = row?.querySelector('[part~=bubble]')?.getBoundingClientRect() ?? { left: 0, top: 0 };
      await sendMouse({ type: 'move', position: [Math.round(left) + 14, Math.round(top) + 18] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [Math.round(left) + 60, Math.round(top) + 18] });
      await sendMouse({ type: 'up' });
      await readAt(0);
      expect(rows().map(({ dataset }) => dataset['id'])).to.include.members(['m0', 'm38']);
      document.getSelection()?.removeAllRanges();
      await readAt(500);
      expect(rows().map(({ dataset }) => dataset['id'])).to.not.include('m38');
    });
  });

  describe('lifetime', () => {
    it('waits for nothing once it is gone', async () => {
      const { element, clock } = await onDesk();
      expect(clock.pending).to.equal(1);
      element.remove();
      expect(clock.pending).to.equal(0);
    });
  });
});
