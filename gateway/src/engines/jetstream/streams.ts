import { JetStreamApiError, type StreamConfig } from '@nats-io/jetstream';
import { nanos, nuid } from '@nats-io/transport-node';
import { type Link, Unsuitable } from './link.js';
import type { Names } from './names.js';
import { refusalOf } from './version.js';

/** Another gateway made it meanwhile, or it was made with settings of its own. */
const NAME_IN_USE = 10058;

const NOT_CLUSTERED = 10074;

const STREAM_NOT_FOUND = 10059;

type Wanted = Partial<StreamConfig> & { readonly name: string; readonly num_replicas: number };

/** Makes the streams where they are missing, gives them more replicas if asked to, and resolves with how many they have. */
export const ensureStreams = async (
  { jsm, patiently, server }: Link,
  names: Names,
  replicas: number,
  keep: number,
): Promise<number> => {
  const ensure = async (wanted: Wanted): Promise<number> => {
    const found = await jsm.streams.info(wanted.name).catch((error: unknown) => {
      if (error instanceof JetStreamApiError && error.code === STREAM_NOT_FOUND) return undefined;
      throw error;
    });
    if (found === undefined) {
      try {
        return (await jsm.streams.add(wanted)).config.num_replicas;
      } catch (error) {
        if (!(error instanceof JetStreamApiError)) throw error;
        if (error.code === NAME_IN_USE) return ensure(wanted);
        if (error.code !== NOT_CLUSTERED) throw error;
        throw new Unsuitable(`NATS_REPLICAS=${wanted.num_replicas} needs a cluster: ${error.message}.`, {
          cause: error,
        });
      }
    }
    // Never fewer: a gateway with an old setting must not thin out what the others count on.
    const had = found.config.num_replicas;
    if (had >= wanted.num_replicas && found.config.max_age === (wanted.max_age ?? 0)) return had;
    const { max_age = 0 } = wanted;
    const num_replicas = Math.max(had, wanted.num_replicas);
    const refusal = refusalOf(server().version, num_replicas);
    if (refusal !== undefined) throw new Unsuitable(refusal);
    return (await jsm.streams.update(wanted.name, { num_replicas, max_age })).config.num_replicas;
  };

  const log = await patiently(() =>
    ensure({
      name: names.log,
      // It ends with an id, by which a log that was deleted and made anew is told from the one before: the time of its
      // making is not the same on all nodes.
      description: `One record for each commit of a chat. Only gateways may write here. ${nuid.next()}`,
      subjects: [names.chats],
      num_replicas: replicas,
      // No direct reads: they may be answered by a replica that lags behind.
      allow_direct: false,
    }),
  );
  const kept = await patiently(() =>
    ensure({
      name: names.kept,
      description: 'Finished chats and what gateways agree on: the newest value of each subject.',
      subjects: [names.values],
      num_replicas: replicas,
      max_msgs_per_subject: 1,
      max_age: nanos(keep),
      allow_direct: false,
    }),
  );
  return Math.max(log, kept);
};
