import type { Observable } from 'rxjs';
import { changedChats } from './changed-chats.js';
import type { DeskEvent, World } from './desk-event.js';
import type { DeskState } from './desk-state.js';
import { createEmitter } from './emitter.js';
import { forLog, happeningsOf } from './happenings-of.js';
import type { Happening, LogEntry } from './happenings.js';
import { reduce } from './reduce.js';

/** So many happenings are replayed. */
const LOG_LENGTH = 1000;

/** One state, changed by one ordered stream of events. */
export interface DeskStore {
  readonly state: DeskState;
  /** Emits after every change of the state. */
  readonly changed: Observable<void>;
  readonly happenings$: Observable<Happening>;
  readonly log$: Observable<LogEntry>;
  /** Changes the state at once; what follows from it comes in order, also when one change causes another. */
  dispatch(event: DeskEvent): void;
  /** Does `work`; what happens in it is told a microtask later, to listeners that are not there yet. */
  hold(work: () => void): void;
  stop(): void;
}

interface Transition {
  readonly before: DeskState;
  readonly after: DeskState;
  readonly changed: readonly string[];
  readonly happenings: readonly Happening[];
}

/** Makes a store. `follow` hears each transition, and which chats it changed, before the outside does. */
export const createDeskStore = (
  first: DeskState,
  world: () => World,
  follow: (before: DeskState, after: DeskState, changed: readonly string[]) => void,
): DeskStore => {
  const changed = createEmitter<void>();
  const happenings = createEmitter<Happening>();
  const log = createEmitter<LogEntry>(LOG_LENGTH);
  const transitions: Transition[] = [];
  const untold: Happening[] = [];
  let state = first;
  let busy = false;
  let held = false;
  let stopped = false;
  let seq = 0;

  const tellHappenings = (): void => {
    while (!held && untold.length > 0) {
      const happening = untold.shift();
      if (happening === undefined) break;
      log.tell({ ...forLog(happening), seq: (seq += 1) });
      happenings.tell(happening);
    }
  };

  const settle = (): void => {
    if (busy) return;
    busy = true;
    try {
      for (let next = transitions.shift(); next !== undefined && !stopped; next = transitions.shift()) {
        if (next.after !== next.before) {
          follow(next.before, next.after, next.changed);
          changed.tell();
        }
        untold.push(...next.happenings);
        tellHappenings();
      }
    } finally {
      busy = false;
    }
  };

  return {
    get state() {
      return state;
    },
    changed: changed.stream,
    happenings$: happenings.stream,
    log$: log.stream,
    dispatch(event) {
      if (stopped) return;
      const seen = world();
      const before = state;
      state = reduce(before, event, seen);
      const changed = changedChats(before, state);
      const happenings = happeningsOf(before, event, state, seen, changed);
      transitions.push({ before, after: state, changed, happenings });
      settle();
    },
    hold(work) {
      held = true;
      work();
      const release = (): void => {
        held = false;
        if (!stopped) tellHappenings();
      };
      if (untold.length === 0) release();
      else queueMicrotask(release);
    },
    stop() {
      stopped = true;
      changed.complete();
      happenings.complete();
      log.complete();
    },
  };
};
