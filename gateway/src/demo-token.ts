import { isRecord } from '../../src/core/shape.js';
import type { HttpRoute } from './front-door.js';
import { readBody, readJson } from './http-body.js';
import { issueToken, type TokensOptions } from './tokens.js';

const MOST_BYTES = 16_384;
/** How long a demo's token is good, in milliseconds. */
const GOOD_FOR = 60 * 60_000;

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/u.test(address);

/**
 * `POST /demo/token` with `{role, sub, …claims}` answers `{token}` to anyone on this machine, and so to whom the demo's
 * own server forwards. A host's server does the same for people whom it knows.
 */
export const demoTokenRoute =
  (secrets: { readonly agent: string; readonly 'end-user': string }, options: TokensOptions): HttpRoute =>
  (request, path) => {
    if (path !== '/demo/token') return undefined;
    return (async () => {
      if (!isLoopback(request.socket.remoteAddress)) return { status: 403, body: 'Only on this machine.\n' };
      if (request.method !== 'POST') return { status: 405, body: 'POST it.\n' };
      // A form of another site cannot send this type without being asked whether it may.
      if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
        return { status: 415, body: 'JSON is wanted.\n' };
      const data = readJson(await readBody(request, MOST_BYTES));
      if (!isRecord(data) || typeof data.sub !== 'string' || (data.role !== 'agent' && data.role !== 'end-user'))
        return { status: 400, body: 'A role (agent or end-user) and a sub are wanted.\n' };
      const { role, sub, ...claims } = data;
      const token = await issueToken(secrets[role], { ...claims, role, sub }, options.now() + GOOD_FOR, options);
      return { status: 200, body: JSON.stringify({ token }), type: 'application/json' };
    })();
  };
