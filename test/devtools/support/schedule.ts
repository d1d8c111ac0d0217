import fc from 'fast-check';
import type { ChatConnector, ChatRecord, ChatState, Clock, ConnectorEvent, Message } from '../../../src/core/index.js';
import { createChatDesk, type ChatDesk, type DeskCommands } from '../../../src/desk/index.js';
import { createManualClock } from '../../../src/testing/manual-clock.js';
import { createFakeConnector, type FakeConnector } from '../../desk/support/fake-connector.js';
import { settled } from '../../desk/support/setup.js';
import { aChat, aMessage, MORNING } from '../../support/builders.js';

const WIRE = [
  ...['request', 'request', 'more', 'withdraw', 'assign', 'assign'],
  ...['message', 'message', 'message', 'gap', 'twice', 'early', 'late'],
  ...['leave', 'return', 'end', 'submit', 'done', 'stale', 'leap', 'take back', 'line', 'snapshot', 'vanish'],
] as const;
const COMMANDS = ['accept', 'accept', 'select', 'send', 'send', 'end', 'submit', 'done'] as const;

/** One step of a schedule: what the wire, the agent, the page or the clock does, to which chat, and how. */
export type Step =
  | { readonly by: 'wire'; readonly act: (typeof WIRE)[number]; readonly chat: number; readonly how: number }
  | { readonly by: 'agent' | 'host'; readonly act: (typeof COMMANDS)[number]; readonly chat: number }
  /** The back end answers what it was asked first. */
  | { readonly by: 'back end'; readonly refuses: boolean; readonly tells: 'before' | 'after' | 'never' }
  | { readonly by: 'clock'; readonly seconds: number }
  | { readonly by: 'policy'; readonly target: number };

const chat = fc.integer({ min: 0, max: 1 });

export const schedules: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        by: fc.constant('wire' as const),
        act: fc.constantFrom(...WIRE),
        chat,
        how: fc.nat({ max: 11 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        by: fc.constantFrom('agent' as const, 'agent' as const, 'host' as const),
        act: fc.constantFrom(...COMMANDS),
        chat,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        by: fc.constant('back end' as const),
        refuses: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
        tells: fc.constantFrom('before' as const, 'after' as const, 'never' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ by: fc.constant('clock' as const), seconds: fc.constantFrom(0, 1, 10, 40, 121) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ by: fc.constant('policy' as const), target: fc.constantFrom(0, 20, 60, 120) }),
    },
  ),
  // Many steps of few chats: in a short schedule nothing gets far.
  { minLength: 20, maxLength: 60, size: 'max' },
);

/** A chat as the back end has it. */
interface Kept {
  state: ChatState;
  readonly messages: Message[];
  requestedAt: number;
  waiting: number;
}

const OPEN: readonly ChatState[] = ['active', 'left', 'wrap-up'];

/**
 * A back end that keeps chats, tells of them, and is asked by a real desk. It keeps the order within a chat, as a connector
 * must, but loses, repeats, leaps over and takes back what real ones do.
 */
class Rehearsal {
  readonly clock = createManualClock(MORNING);
  readonly connector: FakeConnector = createFakeConnector({ without: ['dispositions'] });
  readonly desk: ChatDesk;
  readonly #chats = new Map<string, Kept>();
  #answered = 0;

  constructor(hear: Hear, between: (connector: ChatConnector, clock: Clock) => ChatConnector) {
    let ids = 0;
    this.desk = createChatDesk({
      connector: between(this.connector, this.clock),
      clock: this.clock,
      policy: { response: { target: 60 }, wrapUp: { notes: 'optional', timeLimit: 300 } },
      newId: () => `own-${(ids += 1)}`,
      warn: () => undefined,
    });
    hear(this.desk);
    this.#snapshot(false);
  }

  async run(step: Step): Promise<void> {
    if (step.by === 'clock') await this.clock.advanceAsync(step.seconds * 1000);
    else if (step.by === 'policy')
      this.desk.setPolicy({ response: { target: step.target }, wrapUp: { notes: 'optional', timeLimit: 300 } });
    else if (step.by === 'back end') this.#answer(step.refuses, step.tells);
    else if (step.by === 'wire') this.#wire(step.act, `chat-${step.chat}`, step.how);
    else this.#command(step.by === 'host' ? this.desk : this.desk.as('agent'), step.act, `chat-${step.chat}`);
    await settled();
  }

  #tell(event: ConnectorEvent): void {
    this.connector.emit(event);
  }

  #record(id: string, { state, requestedAt, waiting }: Kept, given: Partial<ChatRecord> = {}): ChatRecord {
    const now = this.clock.now();
    const own = OPEN.includes(state) ? { acceptedAt: requestedAt } : {};
    const ended = state === 'wrap-up' ? { endedAt: now, endedBy: 'end-user' as const } : {};
    return aChat({ id, state, requestedAt, waiting, ...own, ...ended, ...given });
  }

  #tellChat(id: string, kept: Kept): void {
    this.#tell({ type: 'chat', chat: this.#record(id, kept) });
  }

  /** Everything of the agent's own chats, in place of what was told before. */
  #snapshot(resumed: boolean): void {
    const chats = [...this.#chats].map(([id, kept]) => this.#record(id, kept));
    const messages = Object.fromEntries([...this.#chats].map(([id, kept]) => [id, [...kept.messages]]));
    this.#tell({ type: 'snapshot', serverTime: this.clock.now(), chats, messages, resumed });
  }

  #append(kept: Kept, id: string, given: Partial<Message>): Message {
    const seq = kept.messages.length + 1;
    const message = aMessage({ id: `${id}-${kept.requestedAt}-${seq}`, seq, time: this.clock.now(), ...given });
    kept.messages.push(message);
    return message;
  }

  #own(id: string, kept: Kept): void {
    kept.state = 'active';
    this.#tellChat(id, kept);
    if (kept.messages.length > 0) this.#tell({ type: 'messages', chatId: id, messages: [...kept.messages] });
  }

  #wire(act: (typeof WIRE)[number], id: string, how: number): void {
    const kept = this.#chats.get(id);
    const time = this.clock.now();
    const author = (['end-user', 'end-user', 'agent', 'bot', 'system'] as const)[how % 5] ?? 'end-user';
    if (kept === undefined) {
      if (act !== 'request' && act !== 'assign') return;
      const made: Kept = { state: 'waiting', messages: [], requestedAt: time, waiting: 1 };
      this.#chats.set(id, made);
      this.#append(made, id, {});
      if (act === 'assign') this.#own(id, made);
      else this.#tellChat(id, made);
      return;
    }
    const talks = kept.state === 'active' || kept.state === 'left';
    switch (act) {
      case 'more':
        if (kept.state !== 'waiting') return;
        kept.waiting += 1;
        this.#append(kept, id, {});
        return this.#tellChat(id, kept);
      case 'withdraw':
        if (kept.state !== 'waiting') return;
        this.#chats.delete(id);
        return this.#tell({ type: 'withdrawn', chatId: id, reason: how % 2 ? 'answered-elsewhere' : 'end-user-left' });
      case 'assign':
        return kept.state === 'waiting' ? this.#own(id, kept) : undefined;
      case 'message':
        if (talks) this.#tell({ type: 'messages', chatId: id, messages: [this.#append(kept, id, { author })] });
        return;
      case 'gap':
        if (!talks) return;
        this.#append(kept, id, { author });
        return this.#tell({ type: 'messages', chatId: id, messages: [this.#append(kept, id, {})] });
      case 'twice':
        if (talks || kept.state === 'wrap-up')
          this.#tell({ type: 'messages', chatId: id, messages: kept.messages.slice(-2) });
        return;
      case 'early':
        // Before the word that the chat is this agent's, on its way to being that.
        if (kept.state === 'waiting') this.#tell({ type: 'messages', chatId: id, messages: [...kept.messages] });
        return;
      case 'late':
        if (kept.state !== 'wrap-up') return;
        return this.#tell({ type: 'messages', chatId: id, messages: [this.#append(kept, id, { author: 'system' })] });
      case 'leave':
        if (kept.state !== 'active') return;
        kept.state = 'left';
        return this.#tell({ type: 'left', chatId: id, time });
      case 'return':
        if (kept.state !== 'left') return;
        kept.state = 'active';
        return this.#tell({ type: 'returned', chatId: id, time });
      case 'end':
        if (!talks) return;
        kept.state = 'wrap-up';
        return this.#tell({ type: 'ended', chatId: id, time, by: how % 2 ? 'end-user' : 'system' });
      case 'submit':
        // With or without word of the end.
        if (kept.state !== 'wrap-up' && !(talks && how === 0)) return;
        kept.state = 'wrap-up';
        return this.#tell({ type: 'wrap-up-submitted', chatId: id, values: { notes: 'x' }, reason: 'agent' });
      case 'done':
        if (kept.state !== 'wrap-up' && !(talks && how === 0)) return;
        this.#chats.delete(id);
        return this.#tell({ type: 'done', chatId: id });
      case 'stale':
        return this.#tell({ type: 'chat', chat: this.#record(id, { ...kept, state: 'waiting' }) });
      case 'leap':
        if (how % 2) kept.state = 'wrap-up';
        else kept.state = kept.state === 'active' ? 'left' : kept.state;
        return this.#tellChat(id, kept);
      case 'take back':
        kept.state = kept.state === 'wrap-up' && how % 2 ? 'active' : 'waiting';
        return this.#snapshot(false);
      case 'line':
        return this.#tell({
          type: 'connection',
          state: (['connecting', 'online', 'offline'] as const)[how % 3] ?? 'online',
        });
      case 'snapshot':
        return this.#snapshot(how % 2 === 0);
      case 'vanish':
        this.#chats.delete(id);
        return this.#snapshot(false);
      case 'request':
    }
  }

  #command(commands: DeskCommands, act: (typeof COMMANDS)[number], id: string): void {
    const done = (): Promise<unknown> => {
      switch (act) {
        case 'accept':
          return commands.accept(id);
        case 'select':
          return commands.select(id);
        case 'send':
          return commands.send(id, 'Hello');
        case 'end':
          return commands.end(id);
        case 'submit':
          return commands.submitWrapUp(id, { notes: 'Late.' });
        case 'done':
          return commands.done(id);
      }
    };
    // What cannot be done now is refused, which is another test's.
    done().catch(() => undefined);
  }

  #answer(refuses: boolean, tells: 'before' | 'after' | 'never'): void {
    const call = this.connector.calls[this.#answered];
    if (call === undefined) return;
    this.#answered += 1;
    const [id, given, upTo] = call.args as readonly [string, unknown, number | undefined];
    const kept = this.#chats.get(id);
    const resolve = call.resolve as (value?: unknown) => void;
    if (call.command === 'history') {
      if (refuses || kept === undefined) call.refuse('unavailable');
      else resolve(kept.messages.slice(Number(given), upTo));
      return;
    }
    if (kept === undefined || (refuses && call.command !== 'done'))
      return call.refuse(kept === undefined ? 'gone' : 'unavailable');
    const after = { accept: 'active', end: 'wrap-up' } as const;
    let event: ConnectorEvent | undefined;
    let answer: unknown;
    if (call.command === 'accept' || call.command === 'end') {
      const right =
        call.command === 'accept' ? kept.state === 'waiting' : kept.state === 'active' || kept.state === 'left';
      if (!right) return call.refuse('gone');
      kept.state = after[call.command];
      event =
        call.command === 'accept'
          ? { type: 'chat', chat: this.#record(id, kept) }
          : { type: 'ended', chatId: id, time: this.clock.now(), by: 'agent' };
    } else if (call.command === 'send') {
      if (kept.state !== 'active' && kept.state !== 'left') return call.refuse('gone');
      answer = this.#append(kept, id, { ...(given as Partial<Message>), author: 'agent' });
      event = { type: 'messages', chatId: id, messages: [answer as Message] };
    } else if (call.command === 'submitWrapUp') {
      if (kept.state !== 'wrap-up') return call.refuse('gone');
      event = { type: 'wrap-up-submitted', chatId: id, values: given as object, reason: 'agent' };
    } else if (call.command === 'done') {
      this.#chats.delete(id);
      event = { type: 'done', chatId: id };
    }
    if (event !== undefined && tells === 'before') this.#tell(event);
    resolve(answer);
    if (event !== undefined && tells === 'after') this.#tell(event);
  }
}

type Hear = (desk: ChatDesk) => void;

/**
 * Plays a schedule against a real desk; `hear` gets the desk before anything happens, and `between` may put something between
 * it and the back end. Returns what the desk knew at the end.
 */
export const rehearse = async (
  steps: readonly Step[],
  hear: Hear,
  between = (connector: ChatConnector, _clock: Clock): ChatConnector => connector,
): Promise<readonly KnownChat[]> => {
  const rehearsal = new Rehearsal(hear, between);
  for (const step of steps) await rehearsal.run(step);
  const known = knownTo(rehearsal.desk);
  rehearsal.desk.dispose();
  return known;
};

/** What a desk knows of a chat from its back end. */
export interface KnownChat {
  readonly id: string;
  readonly state: ChatState;
  readonly naming: string;
  readonly texts: readonly string[];
  /** Those of them before the first message that is missing. */
  readonly unbroken: readonly string[];
}

/** The chats of a desk, without what the agent alone knows. */
export const knownTo = (desk: ChatDesk): readonly KnownChat[] =>
  desk.chats$.value.map(({ id, state, naming }) => {
    const messages = desk
      .chat(id)
      .messages$.value.filter(({ delivery }) => delivery !== 'sending' && delivery !== 'failed');
    const texts = messages.map(({ author, text }) => `${author}: ${text}`);
    const gap = messages.findIndex(({ seq }, index) => seq !== (messages[0]?.seq ?? 1) + index);
    return {
      id,
      state,
      naming: naming.by === 'nothing' ? '' : naming.text,
      texts,
      unbroken: gap < 0 ? texts : texts.slice(0, gap),
    };
  });
