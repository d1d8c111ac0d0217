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
  const [user, password, token, credentials, ca, cert, key] = [
    'NATS_USER',
    'NATS_PASSWORD',
    'NATS_TOKEN',
    'NATS_CREDENTIALS',
    'NATS_TLS_CA',
    'NATS_TLS_CERT',
    'NATS_TLS_KEY',
  ].map(text);
  const secure = ca !== undefined || cert !== undefined || servers.some((url) => url.startsWith('tls:'));
  return {
    servers,
    replicas,
    prefix: text('NATS_PREFIX') ?? 'chat',
    keep: days * DAY,
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(token === undefined ? {} : { token }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(secure
      ? {
          tls: {
            ...(ca === undefined ? {} : { ca }),
            ...(cert === undefined ? {} : { cert }),
            ...(key === undefined ? {} : { key }),
          },
        }
      : {}),
  };
};
