import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable, Subscription } from 'rxjs';
import { isHydrating } from './is-hydrating.js';

/**
 * Hears what a stream tells while its host is connected. `source` is read before every update, so that the host hears the
 * desk it shows.
 */
export class EventStream<T> implements ReactiveController {
  /** The stream that is heard now. */
  protected stream: Observable<T> | undefined;

  readonly #source: () => Observable<T> | undefined;
  readonly #hear: (event: T) => void;
  readonly #host: ReactiveControllerHost;
  #subscription: Subscription | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost, source: () => Observable<T> | undefined, hear: (event: T) => void) {
    this.#host = host;
    this.#source = source;
    this.#hear = hear;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#follow(undefined);
  }

  hostUpdate(): void {
    if (this.#connected && !isHydrating(this.#host)) this.#follow(this.#source());
  }

  #follow(stream: Observable<T> | undefined): void {
    if (stream === this.stream) return;
    this.#subscription?.unsubscribe();
    this.stream = stream;
    this.#subscription = stream?.subscribe(this.#hear);
  }
}
