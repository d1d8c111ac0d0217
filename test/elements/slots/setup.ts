import { fixture, html } from '@open-wc/testing';
import { define } from '../../../src/define/define.js';
import type { ChatAdapter } from '../../../src/elements/chat-adapter/chat-adapter.js';
import { loadSlots } from '../../../src/elements/load-slots.js';
import type { MessageRenderer } from '../../../src/index.js';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { aMessage, at } from '../../support/builders.js';
import { aView, createFakeDesk } from '../../support/fake-desk.js';

define();

/** Lets what was changed be shown. */
export const painted = async (frames = 6): Promise<void> => {
  for (let frame = 0; frame < frames; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** A message that our own tags have no picture of. */
export const order = (id: string, number = 8841) =>
  aMessage({ id, kind: 'order', text: `Order ${number}`, time: at(1) });

/** An open adapter over a fake desk whose first chat is selected. */
export const setup = async ({
  messages = [order('m1'), aMessage({ id: 'm2' })],
  views = [aView(), aView({ id: 'chat-2', selected: false })],
  content = html``,
  renderMessage = undefined as MessageRenderer | undefined,
  renderMessageActions = undefined as MessageRenderer | undefined,
} = {}) => {
  const fake = createFakeDesk(...views);
  fake.chat('chat-1').add(...messages);
  const adapter = await fixture<ChatAdapter>(
    html`<chat-adapter
      open
      .desk=${fake.desk}
      .renderMessage=${renderMessage}
      .renderMessageActions=${renderMessageActions}
      >${content}</chat-adapter
    >`,
  );
  const all = (selector: string): readonly HTMLElement[] => deepAll(adapter.shadowRoot!, selector);
  const find = (selector: string): HTMLElement => {
    const [found] = all(selector);
    if (found === undefined) throw new Error(`There is no ${selector}.`);
    return found;
  };
  const select = (id: string): void => {
    fake.show(...views.map((view) => ({ ...view, selected: view.id === id })));
    fake.selected.next(id);
  };
  await loadSlots(adapter);
  await painted();
  return { ...fake, adapter, all, find, select };
};
