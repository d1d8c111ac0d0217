import {
  type ChannelAbilities,
  type ChatConnector,
  type Disposition,
  type DispositionLeaf,
  type EffectivePolicy,
  given,
  leavesOf,
  nameOf,
  type Urgency,
  type Wait,
} from '../core/index.js';
import type { ChatView, Draft, Typing, WrapUpView } from './chat-desk.js';
import { newChat } from './chat-steps.js';
import { deadlineOf, policyOf, type Chat, type DeskState } from './desk-state.js';
import { endUserOf } from './end-user-of.js';
import { notesWithoutSummary } from './reduce.js';
import { share } from './share.js';

/** All that the streams of one chat tell. */
export interface ChatFacts {
  readonly view: ChatView | undefined;
  readonly typing: Typing;
  readonly wait: Wait | undefined;
  readonly urgency: Urgency;
  readonly policy: EffectivePolicy;
  readonly draft: Draft;
  readonly wrapUp: WrapUpView;
}

/** What a connector can do, as far as views depend on it. */
export type Abilities = Pick<ChatConnector, 'abilities' | 'summarize' | 'dispositions'>;

export const abilitiesOf = ({ abilities }: Abilities, channel: string): ChannelAbilities =>
  (abilities !== undefined && Object.hasOwn(abilities, channel) ? abilities[channel] : abilities?.['default']) ?? {};

const QUIET: Typing = { typing: false };

const typingOf = ({ typing, record }: Chat, { typing: mode }: EffectivePolicy, connector: Abilities): Typing => {
  const can = abilitiesOf(connector, record.channel);
  if (typing === undefined || mode === 'none' || can.typing === false) return QUIET;
  const shown = mode === 'preview' && can.preview !== false;
  return given({ typing: true, preview: shown ? typing.preview : undefined });
};

const leaves = new WeakMap<readonly Disposition[], readonly DispositionLeaf[]>();

const leavesIn = (tree: readonly Disposition[]): readonly DispositionLeaf[] => {
  const known = leaves.get(tree) ?? leavesOf(tree).leaves;
  leaves.set(tree, known);
  return known;
};

type Dispositions = WrapUpView['dispositions'];

const NOTHING_TO_CHOOSE: Dispositions = { status: 'ready', leaves: [] };

/** The list to choose from: the policy's, else the connector's. */
const dispositionsOf = (
  { wrapUp: { list } }: Pick<Chat, 'wrapUp'>,
  policy: EffectivePolicy,
  connector: Abilities,
): Dispositions => {
  const { dispositions: tree, disposition } = policy.wrapUp;
  if (disposition === 'absent') return NOTHING_TO_CHOOSE;
  if (tree !== undefined) return { status: 'ready', leaves: leavesIn(tree) };
  if (connector.dispositions === undefined) return NOTHING_TO_CHOOSE;
  return list.status === 'none' ? { status: 'loading', leaves: [] } : { status: list.status, leaves: list.leaves };
};

/** Whether a summary can be put into the notes of a chat. */
export const canSummarize = ({ record }: Chat, policy: EffectivePolicy, connector: Abilities): boolean =>
  policy.summaries &&
  policy.wrapUp.notes !== 'absent' &&
  connector.summarize !== undefined &&
  abilitiesOf(connector, record.channel).summary !== false;

const wrapUpOf = (chat: Chat, policy: EffectivePolicy, connector: Abilities): WrapUpView => {
  const { wrapUp } = chat;
  const { disposition, notes } = policy.wrapUp;
  return given({
    fields: { disposition, notes },
    values: wrapUp.values,
    status: wrapUp.status,
    dispositions: dispositionsOf(chat, policy, connector),
    summary: canSummarize(chat, policy, connector) ? wrapUp.summary : 'off',
    canUndoSummary: notesWithoutSummary(wrapUp) !== undefined,
    deadline: deadlineOf(chat, policy),
  });
};

const viewOf = (chat: Chat, policy: EffectivePolicy, typing: boolean, selected: boolean): ChatView => {
  const { record, last, unread, unreadFrom, wait, urgency, count } = chat;
  const { endUser: _endUser, submitted: _submitted, ...told } = record;
  return given({
    ...told,
    naming: nameOf(endUserOf(chat, policy.crm), told.channel, policy.crm),
    unread,
    unreadFrom,
    selected,
    wait,
    urgency,
    typing,
    last: last && { author: last.author, text: last.text, kind: last.kind, time: last.time },
    count,
    gap: chat.gap,
    pending: chat.pending?.command,
  });
};

/** What is told of one chat; parts that say the same as `before` are the very objects from before. */
export const factsOf = (
  state: DeskState,
  chat: Chat,
  connector: Abilities,
  before: ChatFacts | undefined,
): ChatFacts => {
  const policy = share(before?.policy, policyOf(state.layers, chat.record.queue));
  const typing = share(before?.typing, typingOf(chat, policy, connector));
  const selected = state.selected === chat.record.id;
  return {
    view: share(before?.view, viewOf(chat, policy, typing.typing, selected)),
    typing,
    wait: chat.wait,
    urgency: chat.urgency,
    policy,
    draft: share(before?.draft, chat.draft),
    wrapUp: share(before?.wrapUp, wrapUpOf(chat, policy, connector)),
  };
};

/** What is told of a chat that is not here. */
export const noFacts = (state: DeskState, before: ChatFacts | undefined): ChatFacts => {
  const nobody = newChat({ id: '', channel: '', endUser: { id: '' }, state: 'done', requestedAt: 0, waiting: 0 }, {});
  return { ...factsOf(state, nobody, {}, before), view: undefined };
};
