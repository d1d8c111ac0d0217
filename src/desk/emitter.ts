import { Observable, type Subscriber } from 'rxjs';

/** A stream and what feeds it; whoever has only the stream cannot. */
export interface Emitter<T> {
  readonly stream: Observable<T>;
  tell(value: T): void;
  complete(): void;
}

/**
 * Makes a stream of what is told. Whoever comes later hears the last `kept` values first: by default none. It is small
 * where RxJS's subjects, which are observers as well, are not.
 */
export const createEmitter = <T>(kept = 0): Emitter<T> => {
  const listeners = new Set<Subscriber<T>>();
  const recent: T[] = [];
  let completed = false;
  return {
    stream: new Observable((listener) => {
      listeners.add(listener);
      for (const value of [...recent]) listener.next(value);
      if (completed) listener.complete();
      return () => listeners.delete(listener);
    }),
    tell(value) {
      if (kept > 0 && recent.push(value) > kept) recent.shift();
      for (const listener of [...listeners]) listener.next(value);
    },
    complete() {
      completed = true;
      for (const listener of [...listeners]) listener.complete();
    },
  };
};
