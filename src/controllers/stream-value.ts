import type { ReactiveControllerHost } from 'lit';
import type { ValueStream } from '../desk/index.js';
import { EventStream } from './event-stream.js';

/**
 * The current value of a stream that the host shows. `source` is read before every update: when it names another stream
 * (the chat or the desk changed), the host follows that one. The value is there on the first render. A stream that tells
 * more often than frames are painted updates the host once a frame: the first change at once, the others together.
 */
export class StreamValue<T> extends EventStream<T> {
  declare protected stream: ValueStream<T> | undefined;

  constructor(
    host: ReactiveControllerHost & { readonly isUpdatePending?: boolean },
    source: () => ValueStream<T> | undefined,
  ) {
    let isWaiting = false;
    let isTold = false;
    const onFrame = (): void => {
      isWaiting = false;
      if (isTold) update();
    };
    const update = (): void => {
      // What is about to be painted will have it.
      if (host.isUpdatePending === true) return;
      isTold = isWaiting;
      if (isWaiting) return;
      isWaiting = true;
      inNextFrame(onFrame);
      host.requestUpdate();
    };
    super(host, source, update);
  }

  get value(): T | undefined {
    return this.stream?.value;
  }
}

/** A page that is not seen paints no frames, and there a task later is soon enough. */
const inNextFrame = (run: () => void): void => {
  if (document.hidden) setTimeout(run);
  else requestAnimationFrame(run);
};
