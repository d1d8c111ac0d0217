import { BehaviorSubject, EMPTY, Observable } from 'rxjs';
import type { ConnectionState, EffectivePolicy, Message } from '../../src/core/index.js';
import type {
  ChatDesk,
  ChatHandle,
  ChatView,
  DeskCommands,
  Draft,
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
  /** Every command and notice, as `[name, ...arguments]`. */
  readonly calls: (readonly unknown[])[];
  /** What a command answers instead of resolving with nothing. */
  readonly answers: Partial<Record<keyof DeskCommands, () => Promise<never>>>;
  chat(id: string): FakeChat;
}

/** Makes a fake desk that has these chats; the first one is selected. */
export const createFakeDesk = (...views: readonly ChatView[]): FakeDesk => {
  const clock = createManualClock(at(60));
  const calls: (readonly unknown[])[] = [];
  const answers: FakeDesk['answers'] = {};
  const selected = new BehaviorSubject(views[0]?.id);
  const connection = new BehaviorSubject<ConnectionState>('online');
  const connectionReason = new BehaviorSubject<string | undefined>(undefined);
  const unsent = new BehaviorSubject<readonly UnsentMessage[]>([]);
  const chats$ = streamOf(new BehaviorSubject(views));
  const places = new Map<string, ReadingPlace | undefined>();
  const chats = new Map<string, FakeChat & { readonly handle: ChatHandle }>();

  const open = (id: string): FakeChat & { readonly handle: ChatHandle } => {
    const known = chats.get(id);
    if (known !== undefined) return known;
    const view = new BehaviorSubject(views.find((one) => one.id === id));
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

  const command =
    (name: keyof DeskCommands) =>
    (...given: readonly unknown[]): Promise<never> => {
      calls.push([name, ...given]);
      return answers[name]?.() ?? Promise.resolve(undefined as never);
    };
  const noted =
    (name: string) =>
    (...given: readonly unknown[]): void =>
      void calls.push([name, ...given]);
  const commands: DeskCommands = {
    accept: command('accept'),
    select: command('select'),
    send: command('send'),
    retry: command('retry'),
    discard: command('discard'),
    end: command('end'),
    insertSummary: command('insertSummary'),
    submitWrapUp: command('submitWrapUp'),
    done: command('done'),
  };

  const desk: ChatDesk = {
    ...commands,
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
    chats$,
    requests$: streamOf(new BehaviorSubject<readonly ChatView[]>([])),
    selected$: streamOf(selected),
    connection$: streamOf(connection),
    connectionReason$: streamOf(connectionReason),
    unsent$: streamOf(unsent),
    policy$: streamOf(new BehaviorSubject(policy)),
    notices$: streamOf(new BehaviorSubject([])),
    log$: EMPTY,
    happenings$: EMPTY,
    clock,
    chat: (id) => open(id).handle,
    as: () => commands,
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
    notify: noted('notify'),
    dismissNotice: noted('dismissNotice'),
    flush: noted('flush'),
    dispose: noted('dispose'),
  };
  return { desk, clock, selected, connection, connectionReason, unsent, calls, answers, chat: open };
};
