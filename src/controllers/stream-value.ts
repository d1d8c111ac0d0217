import type { ReactiveControllerHost } from 'lit';
import type { ValueStream } from '../desk/index.js';
import { EventStream } from './event-stream.js';

/**
 * The current value of a stream that the host shows. `source` is read before every update: when it names another stream
 * (the chat or the desk changed), the host follows that one. The value is there on the first render.
 */
export class StreamValue<T> extends EventStream<T> {
  declare protected stream: ValueStream<T> | undefined;

  constructor(host: ReactiveControllerHost, source: () => ValueStream<T> | undefined) {
    super(host, source, () => host.requestUpdate());
  }

  get value(): T | undefined {
    return this.stream?.value;
  }
}
