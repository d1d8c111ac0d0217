import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTokens, issueToken, type TokensOptions } from '../../gateway/src/tokens.js';
import { NOW } from './support/builders.js';

const agents = { secret: 'a secret for agents that is long enough' };
const endUserSecret = 'a secret for end users, long enough';
const now = (): number => NOW;
const HOUR = 3_600_000;

const tokens = (more: Partial<TokensOptions> = {}) => createTokens({ agents, endUserSecret, now, ...more });

describe('tokens', () => {
  it('say who an agent is, and which queues are theirs', async () => {
    const token = await issueToken(agents.secret, { sub: 'ada', role: 'agent', queues: ['sales'] }, NOW + HOUR);
    expect(await tokens().verify(token)).toEqual({
      role: 'agent',
      agent: { id: 'ada', queues: ['sales'] },
      until: NOW + HOUR,
    });
  });

  it('say who an end user is, and what is known of them', async () => {
    const attributes = { order: '42', broken: 5 };
    const claims = { channel: 'web', queue: 'q', name: 'N', phone: '+44', attributes };
    const token = await issueToken(endUserSecret, { sub: 'nadia', role: 'end-user', ...claims }, NOW + HOUR);
    expect(await tokens().verify(token)).toEqual({
      role: 'end-user',
      opening: {
        channel: 'web',
        queue: 'q',
        endUser: { id: 'nadia', name: 'N', phone: '+44', attributes: { order: '42' } },
      },
      until: NOW + HOUR,
    });
  });

  it('are checked for issuer and audience where these are set', async () => {
    const strict = tokens({ issuer: 'crm', audience: 'chat' });
    const claims = { sub: 'ada', role: 'agent' } as const;
    const good = await issueToken(agents.secret, claims, NOW + HOUR, { issuer: 'crm', audience: 'chat' });
    expect((await strict.verify(good)).role).toBe('agent');
    for (const other of [{}, { issuer: 'crm' }, { issuer: 'x', audience: 'chat' }])
      await expect(strict.verify(await issueToken(agents.secret, claims, NOW + HOUR, other))).rejects.toMatchObject({
        code: 'unauthorized',
      });
  });

  it('of agents are checked by a public key, and by no other way then', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const spki = await exportSPKI(publicKey);
    const strict = tokens({ agents: { publicKey: spki } });
    const token = await new SignJWT({ role: 'agent' })
      .setProtectedHeader({ alg: 'RS256' })
      .setSubject('ada')
      .setExpirationTime(NOW / 1000 + 60)
      .sign(privateKey);
    expect(await strict.verify(token)).toMatchObject({ agent: { id: 'ada' } });
    // The public key, taken for a shared secret.
    const forged = await issueToken(spki, { sub: 'ada', role: 'agent' }, NOW + HOUR);
    await expect(strict.verify(forged)).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('of agents are checked by keys at an address; where that does not answer, nobody is called a liar', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' };
    const server = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const sign = (kid: string): Promise<string> =>
      new SignJWT({ role: 'agent' })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setSubject('ada')
        .setExpirationTime(NOW / 1000 + 60)
        .sign(privateKey);
    const strict = tokens({ agents: { jwksUrl: `http://127.0.0.1:${port}/jwks` } });
    expect(await strict.verify(await sign('k1'))).toMatchObject({ agent: { id: 'ada' } });
    await expect(strict.verify(await sign('k2'))).rejects.toMatchObject({ code: 'unauthorized' });
    const away = tokens({ agents: { jwksUrl: 'http://127.0.0.1:9/jwks' } });
    await expect(away.verify(await sign('k1'))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('need keys that are long enough, and differ', () => {
    expect(() => tokens({ agents: {} })).toThrow('no key');
    expect(() => tokens({ agents: { secret: 'short' } })).toThrow('32 bytes');
    expect(() => tokens({ endUserSecret: agents.secret })).toThrow('differ');
  });
});
