import { pino, type Logger } from 'pino';
import { given, systemClock } from '../../src/core/index.js';
import { localDispositions } from '../../src/connectors/local/dispositions.js';
import { createGateway, type Gateway } from './create-gateway.js';
import { demoTokenRoute } from './demo-token.js';
import type { Engine } from './engine.js';
import type { HttpRoute } from './front-door.js';
import { openEngine } from './open-engine.js';
import { fixedPolicy, openPolicyFile, type PolicySource } from './policy-file.js';
import { createPeers } from './peers.js';
import { createOutgoing } from './outgoing.js';
import { readSettings } from './settings.js';
import { createTokens, type TokensOptions } from './tokens.js';
import { readWebhooks, webhookRoute, withWebhookAbilities } from './webhook.js';

/** What must never be in a log, should it ever get into what is logged. */
const REDACTED = ['token', 'text', 'name', 'phone', 'message.text', '*.token', '*.text', '*.name', '*.phone'];

export interface Started {
  readonly gateway: Gateway;
  readonly engine: Engine;
  /** Drains, then lets go of the engine. */
  stop(): Promise<void>;
}

/**
 * Starts a gateway as the environment says.
 *
 * @param onStandby told `true` while it waits for another gateway to end, and `false` when it takes over
 */
export const start = async (
  env: Readonly<Record<string, string | undefined>>,
  onStandby: (stands: boolean) => void = () => undefined,
  log?: Logger,
): Promise<Started> => {
  const settings = readSettings(env);
  const { agents, endUserSecret, issuer, audience, demo, policyFile, webhooks, peers } = settings;
  const logger = log ?? pino({ level: settings.logLevel, redact: REDACTED, base: null });
  const warn =
    (what: string) =>
    (error: unknown): void =>
      logger.warn({ error: error instanceof Error ? error.message : 'unknown' }, what);
  const now = (): number => systemClock.now();
  const tokenOptions: TokensOptions = { agents, now, ...given({ endUserSecret, issuer, audience }) };
  const tokens = createTokens(tokenOptions);
  const channels = webhooks === undefined ? {} : readWebhooks(webhooks);
  const file: PolicySource =
    policyFile !== undefined
      ? openPolicyFile(policyFile, {
          onTrouble: warn('the policy file cannot be used: the policy stays as it was'),
          onChange: () => logger.info('the policy has changed'),
        })
      : fixedPolicy(demo ? { dispositions: { default: localDispositions } } : {});
  const policy = withWebhookAbilities(file, channels);
  const relay =
    peers === undefined ? undefined : createPeers({ ...peers, onTrouble: warn('another gateway is not there') });
  const engine = await openEngine(settings, warn('engine trouble'), (stands) => {
    logger.info(stands ? 'another gateway has the data: standing by' : 'taking over');
    onStandby(stands);
  });
  const own: HttpRoute[] = [];
  if (demo && agents.secret !== undefined && endUserSecret !== undefined)
    own.push(demoTokenRoute({ agent: agents.secret, 'end-user': endUserSecret }, tokenOptions));
  const { port, limits } = settings;
  const { host, origins, socketsPerAddress, proxies, heartbeat, grace } = settings;
  try {
    const gateway = await createGateway({
      ...{ engine, tokens, policy, limits, port, log: logger },
      ...given({ host, origins, socketsPerAddress, proxies, heartbeat, grace, relay }),
      ...given({ alone: peers?.addresses.length === 0 ? true : undefined }),
      extend(centre, metrics) {
        const onDelivery = (channel: string, outcome: string): void => metrics.webhooks.inc({ channel, outcome });
        const outgoing = createOutgoing({
          channels,
          centre,
          onDelivery,
          onTrouble: warn('a provider does not answer'),
        });
        const routes = [...own, webhookRoute(channels, centre, onDelivery)];
        return {
          said: outgoing.look,
          close: outgoing.close,
          route(request, path) {
            for (const route of routes) {
              const answer = route(request, path);
              if (answer !== undefined) return answer;
            }
            return undefined;
          },
        };
      },
    });
    return {
      gateway,
      engine,
      async stop() {
        await gateway.drain();
        relay?.close();
        policy.close();
        await engine.close();
      },
    };
  } catch (error) {
    relay?.close();
    policy.close();
    await engine.close();
    throw error;
  }
};
