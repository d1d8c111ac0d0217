import { explain, newId, policyProblems, systemClock } from '../core/index.js';
import { createAgentTyping } from './agent-typing.js';
import type { ChatDesk, ChatDeskOptions, ChatView, UnsentMessage } from './chat-desk.js';
import { createChatHandles } from './chat-handles.js';
import { createCommands } from './commands.js';
import { createCrmLookups } from './crm-lookups.js';
import { emptyState, limitOf, policyOf, type DeskState } from './desk-state.js';
import { createDeskStore } from './desk-store.js';
import { createDispositionLists } from './disposition-lists.js';
import { createInlet, isConnectorsReason } from './inlet.js';
import { createIntake } from './intake.js';
import { createKeeper } from './keeper.js';
import { createMemory } from './memory.js';
import { inMemory } from './stored-record.js';
import { createDelivery } from './delivery.js';
import { createGapFiller } from './gap-filler.js';
import { unsentIn } from './unsent.js';
import { select } from './select.js';
import { createServerClock } from './server-clock.js';
import { share } from './share.js';
import { createTicker } from './ticker.js';
import { createTranscripts } from './transcripts.js';
import { abilitiesOf } from './views.js';
import { createWarner } from './warner.js';

/** How long a message may wait to be sent, in milliseconds. */
const TIME_TO_LIVE = 900_000;

/** So many messages of all chats are in memory. */
const MESSAGES_IN_MEMORY = 50_000;

/** Makes a desk and opens its connector. After `dispose()` nothing of it is left but what it wrote to the storage. */
export const createChatDesk = (options: ChatDeskOptions): ChatDesk => {
  const { connector } = options;
  const localClock = options.clock ?? connector.clock ?? systemClock;
  const clock = createServerClock(localClock);
  // Pauses and delays last as long as they last, whatever is learnt of the server's clock meanwhile.
  const timers = createServerClock(localClock);
  const warn = createWarner(options.warn ?? ((text) => console.warn(text)));
  const transcripts = createTranscripts(connector.delivery === 'at-most-once' ? 'handed-over' : 'sent');
  const id = `desk-${newId().slice(0, 8)}`;
  const storage = options.storage ?? inMemory();
  const names = [connector.name, connector.agent].map((name) => encodeURIComponent(name));
  const key = `agent-chat-adapter/${names.join('/')}`;
  const keeper = createKeeper(storage, key, timers, warn, (chatId, change) =>
    dispatch({ type: 'elsewhere', chatId, ...change, by: 'agent' }),
  );
  let disposed = false;

  const warnOfPolicy = (layers: DeskState['layers']): void => {
    for (const { layer, path, wants } of policyProblems(layers))
      warn(
        `policy ${layer} ${path}`,
        `The policy of the ${layer} is wrong at "${path}": it wants ${wants}. What is wrong there is left out.`,
      );
  };

  /** What follows from a transition, before it is told outside. */
  const follow = (before: DeskState, after: DeskState, changed: readonly string[]): void => {
    keeper.follow(before, after, changed);
    handles.tell(before, after, changed);
    for (const id of changed) {
      if (after.chats.get(id)?.record.state !== 'active') agentTyping.stopped(id);
      if (store.state.chats.has(id)) continue;
      transcripts.forget(id);
      gaps.forget(id);
    }
    const otherPolicy = after.layers !== before.layers;
    if (otherPolicy) warnOfPolicy(after.layers);
    delivery.follow(before, after, changed);
    const concerned = otherPolicy ? store.state.order : changed;
    crm.follow(store.state, concerned);
    lists.follow(store.state, concerned);
    ticker.follow(store.state, changed);
    memory.follow(changed);
  };

  const world = () => ({ now: clock.now(), transcript: transcripts.find });
  const store = createDeskStore(emptyState({ host: options.policy }), world, follow);
  const { dispatch } = store;
  const state = (): DeskState => store.state;
  const handles = createChatHandles(state, transcripts.find, connector, (chatId) => memory.want(chatId));
  const crm = createCrmLookups(options.crm, dispatch);
  const lists = createDispositionLists(connector, timers, dispatch, warn);
  const agentTyping = createAgentTyping(timers, (chatId, typing) => {
    try {
      connector.setTyping?.(chatId, typing);
    } catch {
      // That the agent types may be dropped.
    }
  });
  const delivery = createDelivery({
    connector,
    storage,
    key: `${key}/outbox`,
    me: id,
    clock,
    timers,
    transcripts,
    timeToLive: options.timeToLive ?? TIME_TO_LIVE,
    state,
    facts: handles.facts,
    newId: options.newId ?? newId,
    dispatch,
    sent: keeper.sent,
    warn,
  });
  const commands = createCommands({
    connector,
    state,
    facts: handles.facts,
    now: () => clock.now(),
    disposed: () => disposed,
    dispatch,
    receive: (event) => receive(event),
    delivery,
    stopTyping: agentTyping.stopped,
  });
  const ticker = createTicker(clock, () => {
    dispatch({ type: 'clock' });
    const now = clock.now();
    for (const [id, chat] of store.state.chats) {
      const limit = limitOf(chat, policyOf(store.state.layers, chat.record.queue)) ?? Infinity;
      if (limit <= now) commands.submitForLimit(id);
    }
    ticker.follow(store.state, store.state.order);
  });

  const cursors = (): ReadonlyMap<string, number> => {
    const known = new Map<string, number>();
    for (const id of store.state.order) {
      const transcript = transcripts.find(id);
      if (transcript !== undefined) known.set(id, transcript.cursor());
    }
    return known;
  };
  const gaps = createGapFiller({
    connector,
    transcripts,
    state,
    receive: (event) => receive(event),
    reopen: () => inlet.reopen(),
    dispatch,
  });
  const memory = createMemory({
    connector,
    storage,
    key: `${key}/history`,
    most: options.messagesInMemory ?? MESSAGES_IN_MEMORY,
    transcripts,
    state,
    isHeard: handles.isHeard,
    dispatch,
    warn,
  });
  const receive = createIntake({ clock, transcripts, keeper, delivery, gaps, memory, state, dispatch });
  const inlet = createInlet(connector, timers, cursors, receive, dispatch, warn);

  const { changed } = store;
  const has = (chatId: string): boolean => !disposed && store.state.chats.has(chatId);
  let policy = policyOf(store.state.layers, undefined);
  let unsent: readonly UnsentMessage[] = [];

  const desk: ChatDesk = {
    ...commands.as('host'),
    id,
    connector,
    chats$: select<readonly ChatView[]>(changed, handles.views),
    requests$: select<readonly ChatView[]>(changed, handles.requests),
    selected$: select(changed, () => store.state.selected),
    connection$: select(changed, () => store.state.connection),
    connectionReason$: select(changed, () => {
      const { connectionReason } = store.state;
      return isConnectorsReason(connectionReason) ? connectionReason : undefined;
    }),
    unsent$: select(changed, () => (unsent = unsentIn(store.state, handles.views(), unsent))),
    policy$: select(changed, () => (policy = share(policy, policyOf(store.state.layers, undefined)))),
    notices$: select(changed, () => store.state.notices),
    log$: store.log$,
    happenings$: store.happenings$,
    clock: { now: () => clock.now(), wake: (at, run) => clock.wake(at, run) },
    chat: handles.handle,
    as: commands.as,
    setPolicy: (layer) => dispatch({ type: 'policy', layer }),
    explain: (path, queue) => explain(store.state.layers, path, queue),
    setCrm(next) {
      crm.use(next);
      for (const chatId of store.state.order) dispatch({ type: 'crm', chatId, answer: undefined });
      if (!disposed) crm.follow(store.state, store.state.order);
    },
    attend: (attending) => dispatch({ type: 'attended', attending, by: 'agent' }),
    setDraft(chatId, draft) {
      dispatch({ type: 'drafted', chatId, draft });
      if (draft.text === '') agentTyping.stopped(chatId);
    },
    typing(chatId) {
      const record = disposed ? undefined : store.state.chats.get(chatId)?.record;
      if (record?.state !== 'active' || abilitiesOf(connector, record.channel).typing === false) return;
      agentTyping.typed(chatId);
    },
    setReadingPlace: (chatId, place) => {
      if (has(chatId)) keeper.keep(chatId, { place });
    },
    readingPlace: (chatId) => (has(chatId) ? keeper.kept(chatId).place : undefined),
    setWrapUpValues: (chatId, values) => dispatch({ type: 'filled-in', chatId, values }),
    undoSummary: (chatId) => dispatch({ type: 'summary-undone', chatId }),
    loadDispositions: (chatId) => {
      if (!disposed) lists.load(store.state, chatId);
    },
    fillGap: (chatId) => {
      if (!disposed && !memory.retry(chatId)) gaps.retry(chatId);
    },
    whole: (chatId) => memory.whole(chatId).then(() => handles.handle(chatId).messages$.value),
    tell: (happening, detail, by, chatId) => dispatch({ type: 'told', happening, detail, by, chatId }),
    notify: (notice) => dispatch({ type: 'noticed', notice }),
    dismissNotice: (id) => dispatch({ type: 'dismissed', id }),
    flush: () => keeper.flush(),
    dispose() {
      if (disposed) return;
      disposed = true;
      keeper.close();
      delivery.close();
      agentTyping.stopAll();
      inlet.close();
      ticker.stop();
      memory.close();
      store.stop();
      handles.complete();
      clock.stop();
      timers.stop();
    },
  };

  warnOfPolicy(store.state.layers);
  // What happens while the connector opens waits for listeners, who can only come afterwards.
  store.hold(() => {
    delivery.open();
    inlet.open();
  });
  return desk;
};
