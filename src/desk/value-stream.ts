import type { Observable } from 'rxjs';

/** An Observable that replays its current value synchronously on subscribe, and tells it as `value`. Nobody outside can `next` it. */
export interface ValueStream<T> extends Observable<T> {
  readonly value: T;
}
