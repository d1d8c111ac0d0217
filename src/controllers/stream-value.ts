import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Subscription } from 'rxjs';
import type { ValueStream } from '../desk/index.js';

/**
 * The current value of a stream that the host shows. `source` is read before every update: when it names another stream
 * (the chat or the desk changed), the host follows that one. The value is there on the first render.
 */
export class StreamValue<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => ValueStream<T> | undefined;
  readonly #onValue: ((value: T) => void) | undefined;
  #stream: ValueStream<T> | undefined;
  #subscription: Subscription | undefined;
  #connected = false;

  /** `onValue`, if given, hears every value as it comes, before the host updates. */
  constructor(host: ReactiveControllerHost, source: () => ValueStream<T> | undefined, onValue?: (value: T) => void) {
    this.#host = host;
    this.#source = source;
    this.#onValue = onValue;
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#stream?.value;
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
    if (this.#connected) this.#follow(this.#source());
  }

  #follow(stream: ValueStream<T> | undefined): void {
    if (stream === this.#stream) return;
    this.#subscription?.unsubscribe();
    this.#stream = stream;
    this.#subscription = stream?.subscribe((value) => {
      this.#onValue?.(value);
      this.#host.requestUpdate();
    });
  }
}
