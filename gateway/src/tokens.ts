import { createRemoteJWKSet, decodeJwt, errors, importSPKI, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { given, type EndUser } from '../../src/core/index.js';
import { isRecord, isText } from '../../src/core/shape.js';
import type { Agent } from './rules/agent-rules.js';
import type { Opening } from './rules/end-user-rules.js';
import { isKeepable } from './rules/message-rules.js';

/** Who a token says its bearer is, and until when: epoch milliseconds. */
export type Identity =
  | { readonly role: 'agent'; readonly agent: Agent; readonly until: number }
  | { readonly role: 'end-user'; readonly opening: Opening; readonly until: number };

/** Why a token does not let its bearer in: never what stands in it. */
export class TokenError extends Error {
  /**
   * `unauthorized`: no good token; another may be. `forbidden`: a good token of somebody who may not come in.
   * `unavailable`: the keys to check it with cannot be had now.
   */
  readonly code: 'unauthorized' | 'forbidden' | 'unavailable';

  constructor(code: TokenError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TokenError';
    this.code = code;
  }
}

/** Where agents' tokens are checked: one of these. */
export interface AgentKeys {
  /** HS256, at least 32 bytes. */
  readonly secret?: string;
  /** RS256 or ES256, a public key as PEM (SPKI). */
  readonly publicKey?: string;
  /** RS256 or ES256, keys at an address, fetched and kept as their server says. */
  readonly jwksUrl?: string;
}

export interface TokensOptions {
  readonly agents: AgentKeys;
  /** HS256. End users' tokens are made by the host's own server, or by `issue`. */
  readonly endUserSecret?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface Tokens {
  /** Rejects with a {@link TokenError}. */
  verify(token: string): Promise<Identity>;
}

/** How far clocks may differ, in seconds. */
const TOLERANCE = 5;
const SHORTEST_SECRET = 32;
/** How long an end user's token may be good at most, in seconds: they are short-lived by rule, not by trust. */
const LONGEST_END_USER = 24 * 60 * 60;

type Check = (token: string) => Promise<JWTPayload>;

const secretOf = (secret: string, name: string): Uint8Array => {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < SHORTEST_SECRET) throw new TypeError(`${name} has fewer than ${SHORTEST_SECRET} bytes.`);
  return bytes;
};

const ASYMMETRIC = ['RS256', 'ES256'];

const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

const optionalText = (claims: JWTPayload, name: string, longest: number): string | undefined => {
  const value = claims[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.length <= longest) return value === '' ? undefined : value;
  throw new TokenError('forbidden', `The token's "${name}" is not a text of at most ${longest}.`);
};

const idOf = ({ sub }: JWTPayload): string => {
  if (typeof sub === 'string' && isKeepable(sub)) return sub;
  throw new TokenError('forbidden', `The token's "sub" is no id.`);
};

const untilOf = ({ exp }: JWTPayload): number => {
  if (exp !== undefined) return exp * 1000;
  throw new TokenError('forbidden', 'The token never expires.');
};

const attributesOf = ({ attributes }: JWTPayload): EndUser['attributes'] => {
  if (attributes === undefined || attributes === null) return undefined;
  const good = isRecord(attributes)
    ? Object.entries(attributes).filter(([key, value]) => key.length <= 200 && isText(value) && value.length <= 2000)
    : [];
  // fromEntries makes own fields of all keys, `__proto__` too.
  return good.length === 0 ? undefined : Object.fromEntries(good as [string, string][]);
};

const agentIn = (claims: JWTPayload): Identity => {
  const { queues } = claims;
  if (queues !== undefined && !isTextList(queues))
    throw new TokenError('forbidden', `The token's "queues" is not a list of names.`);
  return { role: 'agent', agent: { id: idOf(claims), ...given({ queues }) }, until: untilOf(claims) };
};

const endUserIn = (claims: JWTPayload, now: number): Identity => {
  const until = untilOf(claims);
  if (until - now > LONGEST_END_USER * 1000)
    throw new TokenError('forbidden', `An end user's token is good for ${LONGEST_END_USER / 3600} hours at most.`);
  const channel = optionalText(claims, 'channel', 100);
  if (channel === undefined) throw new TokenError('forbidden', `The token has no "channel".`);
  const endUser: EndUser = {
    id: idOf(claims),
    ...given({
      name: optionalText(claims, 'name', 500),
      phone: optionalText(claims, 'phone', 50),
      attributes: attributesOf(claims),
    }),
  };
  const queue = optionalText(claims, 'queue', 100);
  return { role: 'end-user', opening: { channel, endUser, ...given({ queue }) }, until };
};

/**
 * Checks tokens. An agent's token and an end user's are checked by different keys: who may sign for end users can never
 * make an agent.
 *
 * @throws TypeError where there is no key for agents, or a secret is too short.
 */
export const createTokens = (options: TokensOptions): Tokens => {
  const { agents, endUserSecret, issuer, audience, now } = options;
  const common = () => ({
    currentDate: new Date(now()),
    clockTolerance: TOLERANCE,
    ...given({ issuer, audience }),
  });

  const bySecret = (secret: string, name: string): Check => {
    const key = secretOf(secret, name);
    return async (token) => (await jwtVerify(token, key, { ...common(), algorithms: ['HS256'] })).payload;
  };
  const byPublicKey = (pem: string): Check => {
    const keys = new Map<string, ReturnType<typeof importSPKI>>();
    return async (token) =>
      (
        await jwtVerify(
          token,
          ({ alg }) => {
            const key = keys.get(alg) ?? importSPKI(pem, alg);
            keys.set(alg, key);
            return key;
          },
          { ...common(), algorithms: ASYMMETRIC },
        )
      ).payload;
  };
  const byAddress = (url: string): Check => {
    const keys = createRemoteJWKSet(new URL(url));
    return async (token) => (await jwtVerify(token, keys, { ...common(), algorithms: ASYMMETRIC })).payload;
  };

  const { secret, publicKey, jwksUrl } = agents;
  const checkAgent =
    jwksUrl !== undefined
      ? byAddress(jwksUrl)
      : publicKey !== undefined
        ? byPublicKey(publicKey)
        : secret !== undefined
          ? bySecret(secret, 'The secret for agents')
          : undefined;
  if (checkAgent === undefined) throw new TypeError('There is no key to check agents’ tokens with.');
  if (secret !== undefined && secret === endUserSecret)
    throw new TypeError('Agents and end users need secrets that differ.');
  const checkEndUser = endUserSecret === undefined ? undefined : bySecret(endUserSecret, 'The secret for end users');

  return {
    async verify(token) {
      try {
        // Read unchecked only to choose the key; what counts is what that key confirms.
        const { role } = decodeJwt(token);
        if (role === 'agent') {
          const claims = await checkAgent(token);
          return agentIn(claims);
        }
        if (role === 'end-user' && checkEndUser !== undefined) return endUserIn(await checkEndUser(token), now());
      } catch (error) {
        if (error instanceof TokenError) throw error;
        if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout)
          throw new TokenError('unavailable', 'The keys for tokens cannot be had.', { cause: error });
        const expired = error instanceof errors.JWTExpired;
        throw new TokenError('unauthorized', expired ? 'The token has expired.' : 'The token is not good.', {
          cause: error,
        });
      }
      throw new TokenError('forbidden', 'The token names no role that may come in.');
    },
  };
};

/** Makes a token: for the demo, for tests, and as an example of what a host's server does. */
export const issueToken = (
  secret: string,
  {
    sub,
    role,
    ...claims
  }: { readonly sub: string; readonly role: Identity['role']; readonly [claim: string]: unknown },
  expiresAt: number,
  { issuer, audience }: Pick<TokensOptions, 'issuer' | 'audience'> = {},
): Promise<string> => {
  const token = new SignJWT({ ...claims, role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setExpirationTime(Math.floor(expiresAt / 1000));
  if (issuer !== undefined) token.setIssuer(issuer);
  if (audience !== undefined) token.setAudience(audience);
  return token.sign(new TextEncoder().encode(secret));
};
