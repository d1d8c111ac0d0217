import { Observable } from 'rxjs';
import type { ValueStream } from './value-stream.js';

/**
 * A stream read from a state that others change. It holds nothing while nobody listens, its value is never stale, and
 * each listener hears a value only when `key` differs from what it was told last.
 */
class Selected<T> extends Observable<T> implements ValueStream<T> {
  readonly #read: () => T;

  constructor(changed: Observable<unknown>, read: () => T, key: () => unknown) {
    super((subscriber) => {
      let started = false;
      let told: unknown;
      const tell = (): void => {
        const now = key();
        if (started && Object.is(now, told)) return;
        started = true;
        told = now;
        subscriber.next(read());
      };
      tell();
      // A listener that changed something while it was told the first value must hear of that too.
      subscriber.add(changed.subscribe({ next: tell, complete: () => subscriber.complete() }));
      tell();
    });
    this.#read = read;
  }

  get value(): T {
    return this.#read();
  }
}

/**
 * Derives a read-only stream with a synchronous value. `changed` says when to look; `read` must give the same object
 * while nothing changed, or `key` must say what a change is.
 */
export const select = <T>(changed: Observable<unknown>, read: () => T, key: () => unknown = read): ValueStream<T> =>
  new Selected(changed, read, key);
