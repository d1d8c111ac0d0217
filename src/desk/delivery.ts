import {
  checkMessage,
  ConnectorError,
  type ChatConnector,
  type DeskStorage,
  type Message,
  type RefusalCode,
} from '../core/index.js';
import { asRefusal } from './as-refusal.js';
import { DeskError } from './desk-error.js';
import type { DeskEvent } from './desk-event.js';
import { canBeWrittenTo, NO_DRAFT, type DeskState } from './desk-state.js';
import type { By } from './happenings.js';
import { createOutbox } from './outbox.js';
import { changedItem, messageOf, settledItem, type OutboxItem } from './outbox-rules.js';
import type { ServerClock } from './server-clock.js';
import type { Transcripts } from './transcripts.js';
import type { ChatFacts } from './views.js';

/** How long another tab's message may be under way without a change before this one takes it over, in milliseconds. */
const PATIENCE = 10_000;

/** What a delivery works with. */
export interface DeliveryWorld {
  readonly connector: ChatConnector;
  readonly storage: DeskStorage;
  readonly key: string;
  /** The desk, among the tabs of its agent. */
  readonly me: string;
  readonly clock: ServerClock;
  readonly timers: ServerClock;
  readonly transcripts: Transcripts;
  readonly timeToLive: number;
  state(): DeskState;
  facts(chatId: string): ChatFacts;
  newId(): string;
  dispatch(event: DeskEvent): void;
  /** The outbox has this text: nothing else of the storage has it any more. */
  sent(chatId: string, text: string): void;
  warn(key: string, text: string): void;
}

/** Brings an agent's messages to the back end: each is in the outbox before it is shown, until what became of it is known. */
export interface Delivery {
  send(chatId: string, text: string, by: By): Promise<Message>;
  /** Sends a failed message again; `undefined` if there is none such. */
  retry(chatId: string, id: string, by: By): Promise<Message> | undefined;
  /** Gives a failed message up; says whether there was one such. */
  discard(chatId: string, id: string): boolean;
  /** Shows what is unsent in a chat that is new here. */
  show(chatId: string): void;
  /** The back end told these: what of them was unsent is sent. {@link Delivery.goOn} says so. */
  settle(chatId: string, messages: readonly Message[]): void;
  /**
   * Makes a call that must not overtake what this tab has written in a chat before: waits until that is sent, or never will
   * be. What another tab has in hand may stay there for long, as it may be gone. Rejects if the desk is disposed before.
   */
  behind(chatId: string, call: () => Promise<void>): Promise<void>;
  /** Says what is unsent now, and sends what may be sent. */
  goOn(): void;
  follow(before: DeskState, after: DeskState, changed: readonly string[]): void;
  /** Begins: what a page that went away left behind is taken up. */
  open(): void;
  close(): void;
}

interface Waiter {
  resolve(message: Message): void;
  reject(reason: Error): void;
}

const leftBehind = (): DeskError =>
  new DeskError('disposed', 'The desk was disposed while a message waited to be sent.');

const notSent = (code: RefusalCode): ConnectorError => new ConnectorError(code, 'The message was not sent.');

export const createDelivery = (world: DeliveryWorld): Delivery => {
  const { connector, me, clock, timers, transcripts, state, dispatch } = world;
  const repeats = connector.delivery === 'idempotent';
  const waiters = new Map<string, Waiter>();
  /** One call per chat is under way: that of this message. */
  const calls = new Map<string, { readonly id: string }>();
  /** What waits for a change of the outbox. */
  const looks: (() => void)[] = [];
  let closed = false;
  let cancelExpiry: (() => void) | undefined;
  let cancelLook: (() => void) | undefined;

  const isOver = (chatId: string): boolean => state().ready && !canBeWrittenTo(state(), chatId);
  const sending = (): readonly OutboxItem[] => outbox.unsent().filter((item) => item.state === 'sending');

  /** Shows an item in its conversation as it is now. */
  const paint = ({ id, chatId }: OutboxItem, by?: By): void => {
    const item = outbox.find(id);
    if (item === undefined || !state().chats.has(chatId)) return;
    const message = messageOf(item);
    const transcript = transcripts.of(chatId);
    transcript.hold(message, by ?? 'agent');
    const { time, delivery = 'failed' } = message;
    transcript.amend(id, { time, delivery }, by);
  };

  const fail = (item: OutboxItem, code: RefusalCode, reason = notSent(code)): void => {
    const { id, chatId } = item;
    const now = outbox.find(id);
    if (now?.state !== 'sending') return;
    if (calls.get(chatId)?.id === id) calls.delete(chatId);
    outbox.write(changedItem(now, me, { state: 'failed' }));
    paint(now);
    dispatch({ type: 'send-failed', chatId, code });
    waiters.get(id)?.reject(reason);
    waiters.delete(id);
  };

  const settled = (item: OutboxItem, message: Message): void => {
    outbox.write(settledItem(item, me, 'sent', clock.now()));
    if (calls.get(item.chatId)?.id === item.id) calls.delete(item.chatId);
    waiters.get(item.id)?.resolve(transcripts.find(item.chatId)?.find(item.id) ?? message);
    waiters.delete(item.id);
  };

  /** The back end's word on a call. */
  const accepted = (item: OutboxItem, word: unknown): void => {
    const { id, chatId, text, time } = item;
    const told = checkMessage(word).clean ?? { id, author: 'agent', kind: 'text', text, time };
    const here = state().chats.has(chatId);
    // The wire may have been quicker, and then has told who sent it.
    const arrival = here && !closed ? transcripts.of(chatId).receive([{ ...told, id }], true) : undefined;
    if (outbox.find(id) !== undefined) settled(item, told);
    if (arrival !== undefined) dispatch({ type: 'sent', chatId, arrival, by: 'wire' });
    goOn();
  };

  const refused = (item: OutboxItem, call: object, reason: unknown): void => {
    const refusal = asRefusal(reason);
    const { chatId, id } = item;
    const current = calls.get(chatId) === call;
    if (current) calls.delete(chatId);
    const now = outbox.find(id);
    if (closed) return waiters.get(id)?.reject(refusal);
    // Settled by the wire meanwhile, in other hands, or asked anew over another connection.
    if (now?.state !== 'sending' || now.by !== me || !current) return goOn();
    const waits = repeats && refusal.code === 'unavailable' && state().connection !== 'online';
    if (!waits) fail(now, refusal.code, refusal);
    goOn();
  };

  const call = (item: OutboxItem): void => {
    const { id, chatId, text, time } = item;
    const made = { id };
    calls.set(chatId, made);
    const ask = async (): Promise<unknown> => connector.send(chatId, { id, text, time });
    ask().then(
      (word) => accepted(item, word),
      (reason: unknown) => refused(item, made, reason),
    );
  };

  /** Calls for the first message of each chat; the next one waits for its outcome, so that the order stays. */
  const pump = (): void => {
    if (closed || (repeats && state().connection !== 'online')) return;
    const busy = new Set(calls.keys());
    for (const item of sending()) {
      const { id, chatId, by } = item;
      const first = !busy.has(chatId) && !calls.has(chatId) && outbox.find(id)?.state === 'sending';
      busy.add(chatId);
      if (first && by === me && state().chats.get(chatId)?.record.state === 'active') call(item);
    }
  };

  /** What the connection before did not answer is asked for anew where that does no harm, else left to the agent. */
  const giveUpCalls = (): void => {
    if (repeats) return calls.clear();
    for (const item of sending()) if (calls.get(item.chatId)?.id === item.id) fail(item, 'unavailable');
  };

  /** A message dies with its conversation; of one that is under way the back end says first what became of it. */
  const failWhatIsOver = (): void => {
    for (const item of sending())
      if (item.by === me && isOver(item.chatId) && calls.get(item.chatId)?.id !== item.id) fail(item, 'gone');
  };

  const failWhatIsLate = (): void => {
    for (const item of sending()) if (item.until <= clock.now()) fail(item, 'unavailable');
    cancelExpiry?.();
    const until = Math.min(...sending().map((item) => item.until));
    cancelExpiry = until < Infinity ? clock.wake(until, goOn) : undefined;
  };

  /** Takes another tab's message in hand: sends it where that does no harm, else leaves it to the agent. */
  const takeOver = (items: readonly OutboxItem[]): void => {
    const taken = items.map((item) => changedItem(item, me, repeats ? {} : { state: 'failed' }));
    outbox.write(...taken);
    for (const item of taken) paint(item);
  };

  /** A tab that went away does not send any more: what it had in hand is taken over when nothing becomes of it. */
  const minding = (): void => {
    const others = sending().filter(({ by }) => by !== me);
    if (cancelLook !== undefined || others.length === 0) return;
    cancelLook = timers.wake(timers.now() + PATIENCE, () => {
      cancelLook = undefined;
      if (state().connection === 'online')
        takeOver(sending().filter((item) => others.some(({ id, change }) => id === item.id && change === item.change)));
      goOn();
    });
  };

  /** What follows from every change of the outbox. */
  const goOn = (): void => {
    if (closed) return;
    // Before the first snapshot nobody knows the server's time.
    if (state().ready) failWhatIsLate();
    failWhatIsOver();
    const unsent = outbox.unsent();
    // Most of what arrives concerns no message of the agent's: then no chat need be looked at.
    if (unsent.length > 0 || state().unsent.length > 0) dispatch({ type: 'outbox', unsent });
    minding();
    pump();
    for (const look of looks.splice(0)) look();
  };

  const heard = (before: OutboxItem | undefined, after: OutboxItem): void => {
    const { id, chatId } = after;
    if (after.state === 'failed' && calls.get(chatId)?.id === id) {
      // Taken for lost by a tab that could not know: it is under way here.
      outbox.write(changedItem(after, me, { state: 'sending' }));
      return;
    }
    if (after.state === 'sending') return paint(after);
    const transcript = state().chats.has(chatId) ? transcripts.of(chatId) : undefined;
    if (after.state === 'sent' && before !== undefined) {
      const { delivery: _delivery, ...message } = messageOf(before);
      // Over a connector that tells no places it has none to wait for.
      if (repeats) transcript?.amend(id, { delivery: 'sent' });
      else if (transcript) dispatch({ type: 'sent', chatId, arrival: transcript.receive([message]), by: 'wire' });
      waiters.get(id)?.resolve(transcript?.find(id) ?? message);
    } else {
      if (after.state === 'failed') paint(after);
      else transcript?.drop(id);
      waiters.get(id)?.reject(notSent('unavailable'));
    }
    waiters.delete(id);
  };

  const outbox = createOutbox(
    world.storage,
    world.key,
    () => clock.now(),
    world.warn,
    (changes) => {
      if (closed) return;
      for (const [before, after] of changes) heard(before, after);
      goOn();
    },
  );

  const deliver = (item: OutboxItem, by: By): Promise<Message> => {
    paint(item, by);
    const outcome = new Promise<Message>((resolve, reject) => waiters.set(item.id, { resolve, reject }));
    goOn();
    return outcome;
  };

  const failed = (chatId: string, id: string): OutboxItem | undefined => {
    const item = outbox.find(id);
    return item?.chatId === chatId && item.state === 'failed' ? item : undefined;
  };

  return {
    send(chatId, text, by) {
      const { view, draft } = world.facts(chatId);
      const time = clock.now();
      const { channel = '', naming = { by: 'nothing' } } = view ?? {};
      const until = time + world.timeToLive;
      const id = world.newId();
      const item = { id, chatId, text, time, until, state: 'sending', by: me, change: 0, channel, naming } as const;
      outbox.write(item);
      world.sent(chatId, text);
      const outcome = deliver(item, by);
      if (draft.text.trim() === text.trim()) dispatch({ type: 'drafted', chatId, draft: NO_DRAFT });
      return outcome;
    },
    retry(chatId, id, by) {
      const item = failed(chatId, id);
      if (item === undefined) return undefined;
      const time = clock.now();
      const again = changedItem(item, me, { state: 'sending', time, until: time + world.timeToLive });
      outbox.write(again);
      return deliver(again, by);
    },
    discard(chatId, id) {
      const item = failed(chatId, id);
      if (item === undefined) return false;
      outbox.write(settledItem(item, me, 'discarded', clock.now()));
      if (state().chats.has(chatId)) transcripts.of(chatId).drop(id);
      goOn();
      return true;
    },
    show(chatId) {
      for (const item of outbox.unsent())
        if (item.chatId === chatId) transcripts.of(chatId).hold(messageOf(item), 'agent');
    },
    settle(chatId, messages) {
      for (const message of messages) {
        const item = outbox.find(message.id);
        if (item?.chatId === chatId) settled(item, message);
      }
    },
    async behind(chatId, call) {
      const before = sending().filter((item) => item.chatId === chatId && item.by === me);
      // To an end user who has left nothing is sent, so that there is nothing to wait for.
      const waits = (): boolean =>
        state().chats.get(chatId)?.record.state === 'active' &&
        before.some(({ id }) => outbox.find(id)?.state === 'sending');
      while (waits()) {
        await new Promise<void>((resolve) => looks.push(resolve));
        if (closed) throw leftBehind();
      }
      return call();
    },
    goOn,
    follow(before, after, changed) {
      if (sending().length === 0) return;
      const otherLine = before.connection !== after.connection;
      if (otherLine && after.connection === 'online') giveUpCalls();
      const moved = (id: string): boolean => before.chats.get(id)?.record.state !== after.chats.get(id)?.record.state;
      if (otherLine || before.ready !== after.ready || changed.some(moved)) goOn();
    },
    open() {
      // A page may die between writing a message and forgetting that it was a draft.
      for (const { chatId, text } of sending()) world.sent(chatId, text);
      takeOver(sending());
      goOn();
    },
    close() {
      closed = true;
      outbox.close();
      cancelExpiry?.();
      cancelLook?.();
      // What is under way is told by the back end still; what waits stays in the outbox, for the agent's next desk.
      const underWay = new Set([...calls.values()].map(({ id }) => id));
      for (const [id, { reject }] of waiters) if (!underWay.has(id)) reject(leftBehind());
      for (const look of looks) look();
    },
  };
};
