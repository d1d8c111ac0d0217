import { BehaviorSubject, EMPTY, Observable, Subject } from 'rxjs';
import type { ConnectionState, EffectivePolicy, Message } from '../../src/core/index.js';
import type {
  ChatDesk,
  ChatHandle,
  ChatView,
  DeskCommands,
  Draft,
  Happening,
  Notice,
  ReadingPlace,
  Typing,
  UnsentMessage,
  ValueStream,
  WrapUpView,
} from '../../src/desk/index.js';
import { createManualClock, type ManualClock } from '../../src/testing/manual-clock.js';
import { at } from './builders.js';

/** A view of an active web chat with Ana Silva, unless told otherwise. */
export const aView = (given: Partial<ChatView> = {}): ChatView => ({
  id: 'chat-1',
  state: 'active',
  channel: 'web',
  naming: { by: 'name', text: 'Ana Silva' },
  waiting: 0,
  unread: 0,
  selected: true,
  requestedAt: at(0),
  acceptedAt: at(10),
  urgency: 'none',
  typing: false,
  count: 0,
  ...given,
});

const policy: EffectivePolicy = {
  crm: true,
  typing: 'preview',
  summaries: false,
  response: undefined,
  wrapUp: { disposition: 'absent', notes: 'absent', timeLimit: undefined, dispositions: undefined },
};

const wrapUp: WrapUpView = {
  fields: { disposition: 'absent', notes: 'absent' },
  values: {},
  status: 'editing',
  dispositions: { status: 'ready', leaves: [] },
  summary: 'off',
  canUndoSummary: false,
};

const streamOf = <T>(subject: BehaviorSubject<T>): ValueStream<T> =>
  Object.defineProperty(new Observable<T>((observer) => subject.subscribe(observer)), 'value', {
    get: () => subject.value,
  }) as ValueStream<T>;

/** What a test moves of one chat. */
export interface FakeChat {
  readonly view: BehaviorSubject<ChatView | undefined>;
  readonly typing: BehaviorSubject<Typing>;
  readonly draft: BehaviorSubject<Draft>;
  readonly wrapUp: BehaviorSubject<WrapUpView>;
  /** Adds messages to the chat's list, which grows in place as a desk's does. */
  add(...messages: readonly Message[]): void;
  /** Changes what the agent sees of the chat. */
  change(change: Partial<ChatView>): void;
}

/** A desk without a back end or rules: tests put in what it shows, and read what was asked of it. */
export interface FakeDesk {
  readonly desk: ChatDesk;
  readonly clock: ManualClock;
  readonly selected: BehaviorSubject<string | undefined>;
  readonly connection: BehaviorSubject<ConnectionState>;
  readonly connectionReason: BehaviorSubject<string | undefined>;
  readonly unsent: BehaviorSubject<readonly UnsentMessage[]>;
  /** Every command and notice, as `[name, ...arguments]`; commands that are the host's, as `['host …', …]`. */
  readonly calls: (readonly unknown[])[];
  /** What a command answers instead of resolving with nothing. */
  readonly answers: Partial<Record<keyof DeskCommands, () => Promise<never>>>;
  chat(id: string): FakeChat;
  /** Puts these chats in place of those it has. */
  show(...views: readonly ChatView[]): void;
  happen(happening: Partial<Happening>): void;
  /** How many follow the desk’s own streams and the views of its chats. */
  followers(): number;
}

/** Makes a fake desk that has these chats; the first one that says so is selected. */
export const createFakeDesk = (...views: readonly ChatView[]): FakeDesk => {
  const clock = createManualClock(at(60));
  const calls: (readonly unknown[])[] = [];
  const answers: FakeDesk['answers'] = {};
  const selected = new BehaviorSubject(views.find((view) => view.selected)?.id);
  const connection = new BehaviorSubject<ConnectionState>('online');
  const connectionReason = new BehaviorSubject<string | undefined>(undefined);
  const unsent = new BehaviorSubject<readonly UnsentMessage[]>([]);
  const shown = new BehaviorSubject(views);
  const requests = new BehaviorSubject<readonly ChatView[]>([]);
  const notices = new BehaviorSubject<readonly Notice[]>([]);
  const happenings = new Subject<Happening>();
  const places = new Map<string, ReadingPlace | undefined>();
  const chats = new Map<string, FakeChat & { readonly handle: ChatHandle }>();

  const open = (id: string): FakeChat & { readonly handle: ChatHandle } => {
    const known = chats.get(id);
    if (known !== undefined) return known;
    const view = new BehaviorSubject(shown.value.find((one) => one.id === id));
    const messages = new BehaviorSubject<Message[]>([]);
    const typing = new BehaviorSubject<Typing>({ typing: false });
    const draft = new BehaviorSubject<Draft>({ text: '', start: 0, end: 0, scroll: 0 });
    const form = new BehaviorSubject(wrapUp);
    const chat = {
      view,
      wrapUp: form,
      typing,
      draft,
      add: (...added: readonly Message[]) => {
        messages.value.push(...added);
        messages.next(messages.value);
      },
      change: (change: Partial<ChatView>) => view.next({ ...(view.value ?? aView({ id })), ...change }),
      handle: {
        id,
        view$: streamOf(view),
        messages$: streamOf(messages),
        typing$: streamOf(typing),
        wait$: streamOf(new BehaviorSubject(undefined)),
        urgency$: streamOf(new BehaviorSubject('none' as const)),
        policy$: streamOf(new BehaviorSubject(policy)),
        draft$: streamOf(draft),
        wrapUp$: streamOf(form),
      },
    };
    chats.set(id, chat);
    return chat;
  };

  const show = (...now: readonly ChatView[]): void => {
    shown.next(now);
    requests.next(now.filter(({ state }) => state === 'waiting'));
    for (const [id, { view }] of chats) view.next(now.find((one) => one.id === id));
  };
  show(...views);

  const command =
    (name: keyof DeskCommands, by = '') =>
    (...given: readonly unknown[]): Promise<never> => {
      calls.push([by + name, ...given]);
      return answers[name]?.() ?? Promise.resolve(undefined as never);
    };
  const noted =
    (name: string) =>
    (...given: readonly unknown[]): void =>
      void calls.push([name, ...given]);
  const commandsOf = (by?: string): DeskCommands => ({
    accept: command('accept', by),
    select: command('select', by),
    send: command('send', by),
    retry: command('retry', by),
    discard: command('discard', by),
    end: command('end', by),
    insertSummary: command('insertSummary', by),
    submitWrapUp: command('submitWrapUp', by),
    done: command('done', by),
  });

  const desk: ChatDesk = {
    ...commandsOf('host '),
    id: 'desk-1',
    connector: {
      name: 'fake',
      agent: 'agent-1',
      delivery: 'idempotent',
      open: () => EMPTY,
      accept: () => Promise.resolve(),
      send: () => Promise.reject(new Error('A fake desk sends nothing.')),
      end: () => Promise.resolve(),
      submitWrapUp: () => Promise.resolve(),
      done: () => Promise.resolve(),
    },
    chats$: streamOf(shown),
    requests$: streamOf(requests),
    selected$: streamOf(selected),
    connection$: streamOf(connection),
    connectionReason$: streamOf(connectionReason),
    unsent$: streamOf(unsent),
    policy$: streamOf(new BehaviorSubject(policy)),
    notices$: streamOf(notices),
    log$: EMPTY,
    happenings$: happenings,
    clock,
    chat: (id) => open(id).handle,
    as: () => commandsOf(),
    whole: async (id) => open(id).handle.messages$.value,
    setPolicy: noted('setPolicy'),
    explain: () => ({ layer: 'built-in', value: undefined }),
    setCrm: noted('setCrm'),
    attend: noted('attend'),
    setDraft: (id, draft) => open(id).draft.next(draft),
    typing: noted('typing'),
    setReadingPlace: (id, place) => void places.set(id, place),
    readingPlace: (id) => places.get(id),
    setWrapUpValues: (id, values) => {
      calls.push(['setWrapUpValues', id, values]);
      const { wrapUp: form } = open(id);
      form.next({ ...form.value, values: { ...form.value.values, ...values } });
    },
    undoSummary: noted('undoSummary'),
    loadDispositions: noted('loadDispositions'),
    fillGap: noted('fillGap'),
    tell: noted('tell'),
    notify: (notice) => {
      calls.push(['notify', notice]);
      notices.next([...notices.value, { ...notice, id: calls.length }]);
    },
    dismissNotice: noted('dismissNotice'),
    flush: noted('flush'),
    dispose: noted('dispose'),
  };
  const followers = (): number =>
    [shown, requests, selected, connection, notices, happenings, ...[...chats.values()].map(({ view }) => view)].filter(
      (stream) => stream.observed,
    ).length;
  const happen = (happening: Partial<Happening>): void => happenings.next(happening as Happening);
  return {
    desk,
    clock,
    selected,
    connection,
    connectionReason,
    unsent,
    calls,
    answers,
    chat: open,
    show,
    happen,
    followers,
  };
};
