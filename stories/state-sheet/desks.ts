import { leavesOf, type Message } from '../../src/core/index.js';
import type { ChatDesk, ChatView, WrapUpView } from '../../src/desk/index.js';
import { createFakeDesk, type FakeDesk } from '../../test/support/fake-desk.js';
import { aMessage, aView, ago, conversation, dispositions, NOW, strip } from '../support/samples.js';

/** A desk that stands still at {@link NOW} and shows what it is given: a real one would have to be led into each state. */
const still = (...views: readonly ChatView[]): FakeDesk => {
  const fake = createFakeDesk(...views);
  fake.clock.set(NOW);
  return fake;
};

/** A desk with one open chat. */
export const deskOf = (given: Partial<ChatView> = {}, messages: readonly Message[] = conversation): FakeDesk => {
  const fake = still(aView({ selected: true, ...given }));
  fake.chat('chat-1').add(...messages);
  return fake;
};

/** A desk with the five chats of the design's strip; what `change` does to it comes on top. */
export const busyDesk = (change: (fake: FakeDesk) => void = () => {}): ChatDesk => {
  const fake = still(...strip);
  fake.chat('ana').add(...conversation);
  change(fake);
  return fake.desk;
};

/** A desk on which nobody has written yet. */
export const quietDesk = (): ChatDesk => still().desk;

/** A chat that has ended, with a form that stands so. */
export const wrapUpDesk = (form: Partial<WrapUpView> = {}): ChatDesk => {
  const fake = deskOf({ state: 'wrap-up', endedAt: ago(20), endedBy: 'agent' });
  const { wrapUp } = fake.chat('chat-1');
  wrapUp.next({
    ...wrapUp.value,
    fields: { disposition: 'optional', notes: 'optional' },
    dispositions: { status: 'ready', leaves: leavesOf(dispositions).leaves },
    summary: 'idle',
    ...form,
  });
  return fake.desk;
};

/** A desk in whose open conversation the reply that was not sent asks what to do. */
export const unsentDesk = (delivery: 'failed' | 'sending', connection: 'online' | 'offline'): ChatDesk => {
  const fake = deskOf({}, [...conversation, aMessage(1, 'agent', 'It left the depot this morning.', { delivery })]);
  fake.connection.next(connection);
  return fake.desk;
};
