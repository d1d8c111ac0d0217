import { given } from '../../../../src/core/index.js';
import type { LinkOptions } from './link.js';

/** Settings of this engine. Absent ones have defaults that suit one server on this machine. */
export interface JetStreamSettings extends LinkOptions {
  readonly replicas: 1 | 3;
  /** What names of streams and subjects begin with: fleets that share an account differ in it. */
  readonly prefix: string;
  /** For how long, in ms, a finished chat is kept; 0: for good. */
  readonly keep: number;
}

const DAY = 86_400_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings in environment variables. Throws with the name of one that makes no sense. */
export const jetStreamSettings = (env: Environment): JetStreamSettings => {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const servers = (text('NATS_URL') ?? 'nats://127.0.0.1:4222').split(',').map((url) => url.trim());
  const replicas = Number(text('NATS_REPLICAS') ?? 1);
  if (replicas !== 1 && replicas !== 3) throw new Error(`NATS_REPLICAS=${env['NATS_REPLICAS']}: it must be 1 or 3.`);
  const days = Number(text('NATS_KEEP_DAYS') ?? 0);
  if (!(days >= 0 && days < 100_000))
    throw new Error(`NATS_KEEP_DAYS=${env['NATS_KEEP_DAYS']}: it must be a number of days.`);
  const tls = given({ ca: text('NATS_TLS_CA'), cert: text('NATS_TLS_CERT'), key: text('NATS_TLS_KEY') });
  const isSecure = Object.keys(tls).length > 0 || servers.some((url) => url.startsWith('tls:'));
  return {
    servers,
    replicas,
    prefix: text('NATS_PREFIX') ?? 'chat',
    keep: days * DAY,
    ...given({
      user: text('NATS_USER'),
      password: text('NATS_PASSWORD'),
      token: text('NATS_TOKEN'),
      credentials: text('NATS_CREDENTIALS'),
      tls: isSecure ? tls : undefined,
    }),
  };
};
