import { mayTellName, type Naming } from '../core/index.js';
import type { ChatView, UnsentMessage } from './chat-desk.js';
import { canBeWrittenTo, policyOf, type DeskState } from './desk-state.js';
import type { OutboxItem } from './outbox-rules.js';
import { share, shareList } from './share.js';

/** Who a message was written to: as the chat says now, else as it was, if the naming rule still allows that. */
const namingOf = ({ chatId, channel, naming }: OutboxItem, state: DeskState, views: readonly ChatView[]): Naming => {
  const view = views.find(({ id }) => id === chatId);
  if (view !== undefined) return view.naming;
  const { crm } = policyOf(state.layers, undefined);
  return naming.by === 'name' && !mayTellName(channel, crm) ? { by: 'nothing' } : naming;
};

/** The messages that are not sent, as an agent may see them; what says the same as `before` is the very object. */
export const unsentIn = (
  state: DeskState,
  views: readonly ChatView[],
  before: readonly UnsentMessage[],
): readonly UnsentMessage[] =>
  shareList(
    before,
    state.unsent.map((item, place) => {
      const { id: messageId, chatId, text, time, channel } = item;
      const over = state.ready && !canBeWrittenTo(state, chatId);
      const delivery = item.state === 'failed' ? 'failed' : 'sending';
      const naming = namingOf(item, state, views);
      return share(before[place], { chatId, messageId, text, time, delivery, channel, naming, over } as const);
    }),
  );
