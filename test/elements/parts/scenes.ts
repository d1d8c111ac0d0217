import { fixture, html, nextFrame } from '@open-wc/testing';
import type { Message } from '../../../src/core/index.js';
import { define } from '../../../src/define/define.js';
import type { ChatView, WrapUpView } from '../../../src/desk/index.js';
import type { ChatAdapter } from '../../../src/elements/chat-adapter/chat-adapter.js';
import { loadSlots } from '../../../src/elements/load-slots.js';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { aMessage, at } from '../../support/builders.js';
import { aView, createFakeDesk, type FakeDesk } from '../../support/fake-desk.js';

define();

/** An adapter over a fake desk, and what moves it from one state to the next. */
export interface Stage extends FakeDesk {
  readonly adapter: ChatAdapter;
  /** The first element that matches, through all shadow roots. */
  readonly find: (selector: string) => HTMLElement;
  readonly painted: () => Promise<void>;
}

const wait = { since: at(0), target: 120, warnAt: 45, urgentAt: 15, latched: false };

const chats: readonly ChatView[] = [
  aView({ wait, urgency: 'on-time', unreadFrom: 'm5' }),
  aView({ id: 'new', state: 'waiting', naming: { by: 'nothing' }, waiting: 3, selected: false }),
  aView({ id: 'left', state: 'left', leftAt: at(50), unread: 2, selected: false }),
  aView({ id: 'late', urgency: 'missed', selected: false }),
  aView({ id: 'closing', state: 'wrap-up', endedAt: at(50), selected: false }),
];

const messages: readonly Message[] = [
  aMessage({ id: 'm1', text: 'Yesterday', time: at(-86_400) }),
  aMessage({ id: 'm2', author: 'system', text: 'Transferred' }),
  aMessage({ id: 'm3', author: 'bot', text: 'Welcome' }),
  aMessage({ id: 'm4', author: 'agent', text: 'Hm', internal: true }),
  aMessage({ id: 'm5', kind: 'image', text: 'The parcel' }),
  aMessage({ id: 'm6', author: 'agent', text: 'One mo\u200bment: https://a@example.com', delivery: 'sent' }),
  aMessage({ id: 'm7', author: 'agent', text: 'I look', delivery: 'failed' }),
];

/** A form in which everything is. */
const form: WrapUpView = {
  fields: { disposition: 'required', notes: 'required' },
  values: {},
  status: 'editing',
  dispositions: {
    status: 'ready',
    leaves: [{ id: 'late', name: 'Late', path: ['Billing', 'Late'], fullPath: 'Billing › Late' }],
  },
  summary: 'idle',
  canUndoSummary: true,
  deadline: at(200),
};

/** An open adapter of the size of a desktop's that has nothing to show yet. */
export const setUpStage = async (): Promise<Stage> => {
  const fake = createFakeDesk();
  const adapter = await fixture<ChatAdapter>(
    html`<chat-adapter open .desk=${fake.desk} style="--chat-adapter-block-size: 600px"></chat-adapter>`,
  );
  const find = (selector: string): HTMLElement => {
    const [found] = deepAll(adapter.shadowRoot!, selector);
    if (found === undefined) throw new Error(`There is no ${selector}.`);
    return found;
  };
  const painted = async (): Promise<void> => {
    for (let frame = 0; frame < 4; frame += 1) await nextFrame();
  };
  await painted();
  return { ...fake, adapter, find, painted };
};

const selectChat = ({ show, selected }: Stage, id: string, change: Partial<ChatView> = {}): void => {
  show(
    ...chats.map((chat) => (chat.id === id ? { ...chat, ...change, selected: true } : { ...chat, selected: false })),
  );
  selected.next(id);
};

/** What a menu opens comes with a file of its own. */
const openTool = async (stage: Stage, item: string, opened: string): Promise<void> => {
  const { find, painted, adapter } = stage;
  const has = (selector: string): boolean => deepAll(adapter.shadowRoot!, selector).length > 0;
  find('[part=more-button]').click();
  for (let tries = 0; tries < 100 && !has(`[part~=${item}]`); tries += 1) await painted();
  find(`[part~=${item}]`).click();
  for (let tries = 0; tries < 100 && !has(`[part=${opened}]`); tries += 1) await painted();
};

/** One state after the other, by name: each goes on from the one before it. */
export const scenes: Readonly<Record<string, (stage: Stage) => void | Promise<void>>> = {
  'nothing to do': () => {},
  'a conversation': (stage) => {
    stage.chat('chat-1').add(...messages);
    selectChat(stage, 'chat-1');
    stage.chat('chat-1').typing.next({ typing: true, preview: 'I also' });
  },
  'typing without a preview': ({ chat }) => chat('chat-1').typing.next({ typing: true }),
  'messages of the page’s own': async ({ adapter, painted }) => {
    adapter.renderMessage = ({ kind }) => (kind === 'image' ? new Text('A picture') : undefined);
    adapter.renderMessageActions = ({ kind }) => (kind === 'image' ? new Text('Save') : undefined);
    await loadSlots(adapter);
    await painted();
  },
  'the menu': async ({ find, painted, adapter }) => {
    find('[part=more-button]').click();
    for (let tries = 0; tries < 100 && deepAll(adapter.shadowRoot!, '[part=menu]').length === 0; tries += 1)
      await painted();
  },
  'the bar that finds': async (stage) => {
    stage.find('[part=more-button]').click();
    await openTool(stage, 'find-item', 'find-bar');
  },
  'something found where browsers cannot mark it': async ({ find, painted }) => {
    const { Highlight } = globalThis;
    Reflect.deleteProperty(globalThis, 'Highlight');
    try {
      find('[part=find-close-button]').click();
      await painted();
      find('[part=more-button]').click();
      await painted();
      find('[part~=find-item]').click();
      await painted();
      const field = find('[part=find-field]') as HTMLInputElement;
      field.value = 'moment';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await painted();
    } finally {
      Object.assign(globalThis, { Highlight });
    }
  },
  'the bar that goes to a date': (stage) => openTool(stage, 'date-item', 'date-bar'),
  'the bar that says what was done': (stage) => openTool(stage, 'copy-item', 'done-bar'),
  'the dialog, and more written meanwhile': async ({ find, chat, painted }) => {
    find('[part=done-close-button]').click();
    find('[part=end-button]').click();
    await painted();
    chat('chat-1').add(aMessage({ id: 'm8', text: 'Wait' }));
  },
  'previews of all chats': ({ find }) => {
    find('[part=cancel]').click();
    find('[part=expand]').click();
  },
  'an end user who left, and messages that are missing': async (stage) => {
    stage.find('[part=expand]').click();
    selectChat(stage, 'left', { gap: 'failed' });
  },
  'no connection': ({ connection, connectionReason, unsent, desk }) => {
    connection.next('offline');
    connectionReason.next('The office is closed');
    desk.notify({ code: 'taken' });
    unsent.next([
      {
        messageId: 'm9',
        chatId: 'chat-1',
        naming: { by: 'nothing' },
        text: 'Bye',
        delivery: 'failed',
        over: true,
      } as never,
    ]);
  },
  'a connection on its way': ({ connection }) => connection.next('connecting'),
  'a connection again': async ({ connection, painted }) => {
    connection.next('offline');
    await painted();
    connection.next('online');
  },
  'more chats than fit, scrolled': async ({ show, find, painted }) => {
    show(
      ...Array.from({ length: 60 }, (_, index) =>
        aView({ id: `c${index}`, selected: false, state: index === 0 || index === 59 ? 'waiting' : 'active' }),
      ),
    );
    await painted();
    find('[part=chats]').scrollTop = 1500;
  },
  'new messages below what is read': async (stage) => {
    const { chat, painted, find } = stage;
    selectChat(stage, 'chat-1');
    chat('chat-1').add(
      ...Array.from({ length: 40 }, (_, index) => aMessage({ id: `n${index}`, time: at(60 + index) })),
    );
    await painted();
    find('[part=log]').scrollTop = 0;
    await painted();
    chat('chat-1').add(aMessage({ id: 'n40', time: at(120) }));
  },
  'a closing form': (stage) => {
    stage.chat('closing').wrapUp.next(form);
    selectChat(stage, 'closing');
  },
  'one that was submitted too early': ({ find }) => {
    find('#submit').click();
    find('#disposition').click();
  },
  'one without a list': ({ chat }) =>
    chat('closing').wrapUp.next({ ...form, dispositions: { status: 'failed', leaves: [] } }),
  'one that was submitted': ({ chat }) => chat('closing').wrapUp.next({ ...form, status: 'submitted' }),
};
