import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ConnectorError,
  type ChatConnector,
  type OutgoingMessage,
  type WrapUpReason,
} from '../../../src/core/index.js';
import type { ConformanceEndUser, ConformanceEndUserOptions } from '../../../src/testing/index.js';
import { createReferenceCentre } from '../reference-connector.js';

/** What a command brings: whatever it is, as it comes. */
type Body = Partial<Record<'typing' | 'values' | 'reason' | 'after' | 'upTo' | 'cursors', never>>;

const bodyOf = async (request: IncomingMessage): Promise<Body> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return (JSON.parse(text || '{}') as Body | null) ?? {};
};

const carryOut = (agent: ChatConnector, chatId: string, name: string, body: Body): Promise<unknown> => {
  switch (name) {
    case 'accept':
      return agent.accept(chatId);
    case 'send':
      return agent.send(chatId, body as OutgoingMessage);
    case 'typing':
      agent.setTyping?.(chatId, body.typing === true);
      return Promise.resolve();
    case 'end':
      return agent.end(chatId);
    case 'submit':
      return agent.submitWrapUp(chatId, body.values ?? {}, body.reason ?? ('agent' satisfies WrapUpReason));
    case 'done':
      return agent.done(chatId);
    case 'history':
      return agent.history!(chatId, body.after ?? 0, body.upTo);
    default:
      throw new ConnectorError('unsupported', `There is no ${name}.`);
  }
};

const HEARTBEAT = 10_000;

/** The back end of the example on the page “Write your own connector”: JSON over HTTP, in memory. */
export const startBackEnd = async (): Promise<{
  readonly port: number;
  tokenOf(agent: string): string;
  endUser(options: ConformanceEndUserOptions): ConformanceEndUser;
  close(): Promise<void>;
}> => {
  const centre = createReferenceCentre('idempotent', false);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const agent = centre.connector((request.headers.authorization ?? '').replace('Bearer token of ', ''));
    const [, first, chatId = '', name = ''] = (request.url ?? '').split('/').map(decodeURIComponent);
    const body = await bodyOf(request);
    if (first !== 'events') {
      const result = await carryOut(agent, chatId, name, body);
      return void response.end(JSON.stringify(result ?? null));
    }
    const source = agent.open({ cursors: new Map(Object.entries(body.cursors ?? {})) });
    if (!('subscribe' in source)) return;
    const nothing = (): void => undefined;
    response.flushHeaders();
    const next = (event: unknown): void => void response.write(`${JSON.stringify(event)}\n`);
    const subscription = source.subscribe({ next, error: nothing, complete: nothing });
    const life = setInterval(() => response.write('\n'), HEARTBEAT);
    response.on('close', () => {
      clearInterval(life);
      subscription.unsubscribe();
    });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const { code, message } = error as ConnectorError;
      response.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify({ code, message }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    tokenOf: (agent) => `token of ${agent}`,
    endUser: centre.endUser,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
};
