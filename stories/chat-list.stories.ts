import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import type { ChatOrder } from '../src/core/index.js';
import type { ChatView } from '../src/desk/index.js';
import type { ChatIndicator } from '../src/elements/chat-indicator/chat-indicator.js';
import { buttonIn, deepText, inside, until } from './support/inside.js';
import { manyChats, strip } from './support/samples.js';
import { dragTo, withClock } from './support/story-clock.js';

type Args = { chats: readonly ChatView[]; expanded: boolean; order: ChatOrder };

const meta: Meta<Args> = {
  title: 'Tags/chat-list',
  component: 'chat-list',
  args: { chats: strip, expanded: false, order: 'arrival' },
  argTypes: { order: { control: 'inline-radio', options: ['arrival', 'urgency'] } },
  render: ({ chats, expanded, order }) =>
    withClock(
      200,
      (clock) =>
        html`<div class=${expanded ? 'story-card' : 'story-strip'}>
          <chat-list .chats=${chats} .clock=${clock} ?expanded=${expanded} order=${order}></chat-list>
        </div>`,
    ),
};
export default meta;

type Story = StoryObj<Args>;

const indicators = (canvas: Element): NodeListOf<Element> =>
  (inside(canvas, 'chat-list').shadowRoot as ShadowRoot).querySelectorAll('chat-indicator');

/** Who waits, who is owed a reply, how late: in one glance. */
export const Strip: Story = {
  play: async ({ canvasElement }) => {
    await expect(indicators(canvasElement)).toHaveLength(5);
  },
};

/** Cards that preview each chat's newest message. */
export const Previews: Story = {
  args: { expanded: true },
  play: async ({ canvasElement }) => {
    await expect(deepText(inside(canvasElement, 'chat-list'))).toContain('Are you still there?');
  },
};

/** The button opens and closes the previews. */
export const Toggled: Story = {
  play: async ({ canvasElement }) => {
    const list = inside(canvasElement, 'chat-list');
    await userEvent.click(buttonIn(list, 'Show previews'));
    await expect(list.hasAttribute('expanded')).toBe(true);
    await userEvent.click(buttonIn(list, 'Hide previews'));
    await expect(list.hasAttribute('expanded')).toBe(false);
  },
};

const shownIds = (canvas: Element): readonly (string | undefined)[] =>
  [...indicators(canvas)].map((indicator) => (indicator as ChatIndicator).chat?.id);

const lastOf = (canvas: Element): Element | undefined => [...indicators(canvas)].at(-1);

/** The most urgent first; what is sorted anew stands still while the focus or the pointer is inside. */
export const ByUrgency: Story = {
  args: { order: 'urgency' },
  play: async ({ canvasElement }) => {
    await expect(shownIds(canvasElement)).toEqual(['sms', 'new', 'whatsapp', 'ana', 'left']);
    (indicators(canvasElement)[0] as ChatIndicator).focus();
    dragTo(canvasElement, 100);
    await expect(shownIds(canvasElement)).toEqual(['sms', 'new', 'whatsapp', 'ana', 'left']);
    (document.activeElement as HTMLElement).blur();
    await until('the new order', () => shownIds(canvasElement).join(' ') === 'ana whatsapp sms new left');
  },
};

/** Two hundred chats, of which those near what is seen are rendered; the requests among the others are told of at the edge. */
export const TwoHundred: Story = {
  args: { chats: manyChats(200) },
  render: ({ chats, expanded, order }) =>
    withClock(
      200,
      (clock) =>
        html`<div class=${expanded ? 'story-card' : 'story-strip'}>
          <chat-list
            class="story-long"
            .chats=${chats}
            .clock=${clock}
            ?expanded=${expanded}
            order=${order}
          ></chat-list>
        </div>`,
    ),
  play: async ({ canvasElement }) => {
    await until('a part of the chats', () => indicators(canvasElement).length < 40);
    (indicators(canvasElement)[0] as ChatIndicator).focus();
    await userEvent.keyboard('{End}');
    await until(
      'the last chat',
      () => inside(canvasElement, 'chat-list').shadowRoot?.activeElement === lastOf(canvasElement),
    );
    await expect(shownIds(canvasElement).at(-1)).toBe('chat-200');
    await userEvent.keyboard('{Home}');
    await until('the first chat again', () => shownIds(canvasElement)[0] === 'chat-1');
  },
};

export const Empty: Story = {
  args: { chats: [] },
  play: async ({ canvasElement }) => {
    await expect(deepText(inside(canvasElement, 'chat-list'))).toContain('No chats');
  },
};
