import type { ReactiveControllerHost } from 'lit';
import type { ValueStream } from '../desk/index.js';
import { EventStream } from './event-stream.js';

/** A host that may paint what a stream tells once a frame. */
export interface StreamHost extends ReactiveControllerHost {
  /** As `requestUpdate()`, but once a frame, if nothing else asks for an update. */
  requestUpdateInFrame?(): void;
}

/**
 * The current value of a stream that the host shows. `source` is read before every update: when it names another stream
 * (the chat or the desk changed), the host follows that one. The value is there on the first render.
 */
export class StreamValue<T> extends EventStream<T> {
  declare protected stream: ValueStream<T> | undefined;

  constructor(host: StreamHost, source: () => ValueStream<T> | undefined) {
    super(host, source, () => (host.requestUpdateInFrame ?? host.requestUpdate).call(host));
  }

  get value(): T | undefined {
    return this.stream?.value;
  }
}
