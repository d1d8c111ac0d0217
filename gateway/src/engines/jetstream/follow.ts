import { AckPolicy, DeliverPolicy, type StreamInfo } from '@nats-io/jetstream';
import { createInbox, type Msg, nanos, type Subscription } from '@nats-io/transport-node';
import type { Link } from './link.js';

/** How often the server says that it is still there, in ms. Two of them missed, and the reader asks anew. */
const HEARTBEAT = 500;

/** For so long, in ms, the server keeps a consumer that nobody hears. */
const UNHEARD = 10_000;

export interface FollowOptions {
  readonly stream: string;
  /** A record, in the log's order, each once. */
  readonly hear: (data: Uint8Array, place: number) => void;
  /** Asked each time before it reads on, with the stream as it is then and the place it would go on from. */
  readonly from: (stream: StreamInfo, next: number) => number;
}

/** Reads a stream in order and goes on doing so, whatever node dies. */
export interface Follower {
  /** Up to where everything was heard. */
  place(): number;
  /** Resolves when `place` is heard, or in any case after `ms`. */
  reached(place: number, ms: number): Promise<void>;
  close(): void;
}

/** Where in the stream and in the consumer's own count a record stands: `$JS.ACK.…`, of which newer servers add a part. */
const placesIn = (reply: string): readonly [stream: number, consumer: number] => {
  const parts = reply.split('.');
  const first = parts.length === 9 ? 5 : 7;
  return [Number(parts[first]), Number(parts[first + 1])];
};

/**
 * A consumer of its own in place of the library's ordered one: that one asks the node that held it, and may not heal
 * when this node is gone for good. A consumer here is never mended: what is in doubt is left behind, for a new one that
 * starts after the last record heard.
 */
export const createFollower = (link: Link, { stream, hear, from }: FollowOptions): Follower => {
  let place = 0;
  let heardAt = performance.now();
  let opening = false;
  let closed = false;
  let subscription: Subscription | undefined;
  const waiting = new Set<() => void>();

  const moved = (to: number): void => {
    place = to;
    for (const look of [...waiting]) look();
  };

  const onMessage = (own: { delivered: number }, message: Msg): void => {
    heardAt = performance.now();
    if (message.headers?.code === 100) {
      if (message.reply) message.respond();
      const stalled = message.headers.get('Nats-Consumer-Stalled');
      if (stalled !== '') link.nc.publish(stalled);
      const last = message.headers.get('Nats-Last-Consumer');
      if (last !== '' && Number(last) !== own.delivered) void open();
      return;
    }
    const [inStream, inConsumer] = placesIn(message.reply ?? '');
    if (inConsumer !== own.delivered + 1) return void open();
    own.delivered = inConsumer;
    hear(message.data, inStream);
    moved(inStream);
  };

  const open = async (): Promise<void> => {
    if (opening || closed) return;
    opening = true;
    try {
      subscription?.unsubscribe();
      const info = await link.jsm.streams.info(stream);
      const start = from(info, place + 1);
      if (start !== place + 1) place = start - 1;
      const inbox = createInbox();
      const own = { delivered: 0 };
      subscription = link.nc.subscribe(inbox, {
        callback: (error, message) => {
          if (error === null && subscription?.getSubject() === inbox) onMessage(own, message);
        },
      });
      await link.jsm.consumers.add(stream, {
        deliver_subject: inbox,
        deliver_policy: DeliverPolicy.StartSequence,
        opt_start_seq: start,
        ack_policy: AckPolicy.None,
        flow_control: true,
        idle_heartbeat: nanos(HEARTBEAT),
        inactive_threshold: nanos(UNHEARD),
        num_replicas: 1,
        mem_storage: true,
      });
      heardAt = performance.now();
    } catch {
      // No leader, no connection, no stream: `watch` tries again.
      subscription?.unsubscribe();
    } finally {
      opening = false;
    }
  };

  const isLate = (): boolean => performance.now() - heardAt > 2 * HEARTBEAT + 100;
  const watchdog = setInterval(() => {
    // A process that was held up finds its timers due before it reads what has come: look after reading.
    if (isLate()) setImmediate(() => isLate() && link.isConnected() && void open());
  }, HEARTBEAT / 2);
  link.onReconnect(() => void open());
  void open();

  return {
    place: () => place,
    reached: (wanted, ms) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        const look = (): void => {
          if (place >= wanted || closed) done();
        };
        const timer = setTimeout(done, ms);
        waiting.add(look);
        look();
      }),
    close() {
      closed = true;
      clearInterval(watchdog);
      subscription?.unsubscribe();
      for (const look of [...waiting]) look();
    },
  };
};
