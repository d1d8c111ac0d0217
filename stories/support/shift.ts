import {
  createLocalConnector,
  createLocalEndUser,
  deleteLocalCentre,
  playTape,
  type LocalEndUser,
  type LocalEndUserState,
  type Tape,
  type TapeEndUser,
} from '../../src/connectors/local/index.js';
import type {
  ChatConnector,
  ChatState,
  ConnectorEvent,
  Disposition,
  EventObservable,
  PolicyLayer,
} from '../../src/core/index.js';
import { createChatDesk, type ChatDesk } from '../../src/desk/index.js';
import { createManualClock, type ManualClock } from '../../src/testing/manual-clock.js';
import { NOW } from './samples.js';

/** What a story's agent works on: a real desk, a contact centre of its own, and tapes, all on one clock. */
export interface Shift {
  readonly desk: ChatDesk;
  /** The desk of another agent of the same contact centre, made when it is first asked for. */
  readonly colleague: ChatDesk;
  readonly clock: ManualClock;
  /** Seconds played so far. */
  readonly played: number;
  /** The chat of a tape's end user. Throws while there is none. */
  chatOf(tape: string): string;
  /** Plays on to so many seconds from the beginning. A shift never goes back. */
  playTo(seconds: number): Promise<void>;
  /** Plays on until something happens, at most to so many seconds from the beginning. */
  playToNext(most: number): Promise<void>;
  /** Tells the desk what its contact centre does not, such as a lost connection. */
  tell(event: ConnectorEvent): void;
  /** Lets the clock wait for something that is being done, such as a step of a scripted agent. */
  busyWith<T>(promise: Promise<T>): Promise<T>;
  /** Resolves when what was played and what the agent did is known on both sides. */
  settled(): Promise<void>;
  /** Ends it, and deletes the contact centre. */
  close(): Promise<void>;
}

export interface ShiftOptions {
  readonly tapes: readonly Tape[];
  readonly policy?: PolicyLayer;
  /** What each channel of the back end can do, where that is not all. */
  readonly abilities?: ChatConnector['abilities'];
  /** What the back end offers to choose from. Default: the tree of a small web shop. */
  readonly dispositions?: readonly Disposition[];
}

/** A database answers in its own time, so the clock moves in steps short enough for every answer to come in time. */
const STEP = 250;

/** How often both sides are compared before a story fails, every {@link PAUSE} milliseconds. */
const PATIENCE = 2000;
const PAUSE = 4;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** How the desk sees a chat that stands so for its end user. */
const seenAs: Readonly<Record<LocalEndUserState, readonly (ChatState | undefined)[]>> = {
  new: [undefined],
  waiting: ['waiting'],
  active: ['active'],
  left: ['left', undefined],
  ended: ['wrap-up', undefined],
};

/** Whether a desk knows all that an end user did, and the end user all that the agent did. */
const agree = (desk: ChatDesk, { value }: LocalEndUser): boolean => {
  const { chatId, state, messages } = value;
  if (chatId === undefined) return true;
  const view = desk.chat(chatId).view$.value;
  if (!seenAs[state].includes(view?.state)) return false;
  // Of a request that waits, an agent is told the count and not the words.
  return view === undefined || messages.length === (view.state === 'waiting' ? view.waiting : view.count);
};

/** Begins a shift at {@link NOW}: nothing has been played yet. */
export const startShift = ({ tapes, policy, abilities, dispositions }: ShiftOptions): Shift => {
  const centre = `story-${crypto.randomUUID()}`;
  const clock = createManualClock(NOW);
  const shared = { name: centre, clock, ...(dispositions && { dispositions }) };
  const connector = createLocalConnector(shared);
  let tell = (_event: ConnectorEvent): void => undefined;
  const desk = createChatDesk({
    connector: {
      ...connector,
      ...(abilities && { abilities }),
      open: (session) => ({
        subscribe(observer) {
          tell = (event) => observer.next(event);
          return (connector.open(session) as EventObservable).subscribe(observer);
        },
      }),
    },
    clock,
    ...(policy && { policy }),
  });
  const desks = [desk];
  const colleague = (): ChatDesk => {
    const other = createChatDesk({
      connector: createLocalConnector({ ...shared, agent: 'colleague' }),
      clock,
      ...(policy && { policy }),
    });
    desks.push(other);
    return other;
  };
  const underWay = new Set<Promise<unknown>>();
  let moving = Promise.resolve();
  let closed = false;
  /** How much has happened so far. */
  let happened = 0;
  const happenings = desk.happenings$.subscribe(() => (happened += 1));

  const watched = <T>(promise: Promise<T>): Promise<T> => {
    const over = (): void => void underWay.delete(promise);
    underWay.add(promise);
    promise.then(over, over);
    return promise;
  };

  const players = tapes.map((tape) => {
    const { channel, queue, endUser: person } = tape;
    const endUser = createLocalEndUser({
      centre,
      clock,
      channel,
      ...person,
      ...(queue === undefined ? {} : { queue }),
    });
    let typing = false;
    const onTape: TapeEndUser = {
      get value() {
        return endUser.value;
      },
      subscribe: endUser.subscribe,
      type: (text) => {
        // That somebody begins to type, or thinks better of it, happens; each letter does not.
        if (typing !== (text !== '')) happened += 1;
        typing = text !== '';
        endUser.type(text);
      },
      send: (text) => {
        typing = false;
        return watched(endUser.send(text));
      },
      leave: () => watched(endUser.leave()),
      comeBack: () => watched(endUser.comeBack()),
    };
    return { tape, endUser, player: playTape(tape, { endUser: onTape, clock }) };
  });

  /** A chat is of one agent: it is enough that one knows all of it. */
  const known = (endUser: LocalEndUser): boolean => desks.some((each) => agree(each, endUser));

  const settled = async (): Promise<void> => {
    for (let tries = 0; !closed; tries += 1) {
      await pause();
      if (underWay.size === 0 && players.every(({ endUser }) => known(endUser))) return;
      if (tries > PATIENCE) throw new Error('The desk and the end users do not see the same.');
    }
  };

  const playWhile = async (seconds: number, goesOn: () => boolean): Promise<void> => {
    const end = NOW + seconds * 1000;
    await settled();
    while (clock.now() < end && !closed && goesOn()) {
      await clock.advanceAsync(Math.min(STEP, end - clock.now()));
      if (underWay.size > 0) await settled();
    }
    await settled();
  };
  const inTurn = (move: () => Promise<void>): Promise<void> => (moving = moving.then(move));

  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    happenings.unsubscribe();
    removeEventListener('pagehide', onPageHide);
    for (const { player, endUser } of players) {
      player.stop();
      endUser.close();
    }
    for (const each of desks) each.dispose();
    await deleteLocalCentre(centre);
  };
  // A page that is reloaded or left cleans up no story.
  const onPageHide = (): void => void close();
  addEventListener('pagehide', onPageHide);

  return {
    desk,
    get colleague() {
      return desks[1] ?? colleague();
    },
    clock,
    get played() {
      return (clock.now() - NOW) / 1000;
    },
    chatOf(name) {
      const chatId = players.find(({ tape }) => tape.name === name)?.endUser.value.chatId;
      if (chatId === undefined) throw new Error(`The end user of the tape "${name}" has no chat.`);
      return chatId;
    },
    playTo: (seconds) => inTurn(() => playWhile(seconds, () => true)),
    playToNext: (most) =>
      inTurn(() => {
        const before = happened;
        return playWhile(most, () => happened === before);
      }),
    tell: (event) => tell(event),
    busyWith: watched,
    settled,
    close,
  };
};
