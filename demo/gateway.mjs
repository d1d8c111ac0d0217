// The demo's gateway: a process of its own, and the way to it through the demo's own port.
import { fork } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the demo's server passes on, so that pages need no second address and another machine no second port. */
const PATHS = ['/chat', '/demo/token'];

/** @param {string} [url] */
const isForwarded = (url = '') => PATHS.includes(url.split('?')[0] ?? '');

/**
 * Starts a gateway on PGlite that gives tokens to anyone who asks, so for demos only.
 * @param {object} options
 * @param {number} options.port 0 takes a free one
 * @param {string} [options.data] the folder it keeps everything in, or `memory`
 * @param {Record<string, string>} [options.env] more of the environment that it reads
 * @returns {Promise<{port: number, stop: () => Promise<void>}>} rejects with why it does not start
 */
export async function startGateway({ port, data, env = {} }) {
  const folder = data ?? join(tmpdir(), `agent-chat-adapter-demo-${port}`);
  const child = fork(fileURLToPath(new URL('../gateway/dist/main.js', import.meta.url)), [], {
    env: { LOG_LEVEL: 'warn', ...process.env, DEMO: '1', GATEWAY_PORT: String(port), GATEWAY_DATA: folder, ...env },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (/** @type {Buffer} */ text) => {
    complaint = (complaint + text.toString()).slice(-4000);
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  /** @type {{url: string}} */
  const { url } = await new Promise((resolve, reject) => {
    child.once('message', (/** @type {{url: string, standsBy?: boolean}} */ told) => {
      if (told.standsBy !== true) return resolve(told);
      child.kill();
      reject(new Error(`Another gateway has ${folder}.`));
    });
    child.once('error', reject);
    child.once('exit', () => {
      // Its last words say why, the lines before where.
      const why = complaint.match(/^.*(?:Error|error|EADDRINUSE|wants|needed).*$/mu)?.[0] ?? complaint.trim();
      reject(new Error(why || 'It ended at once.'));
    });
  });
  return {
    port: Number(new URL(url).port),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * Passes on to the gateway what is for it, and answers 503 while there is none.
 * @param {import('node:http').Server} server
 * @param {() => number | undefined} portOf where the gateway listens on this machine
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 *   whether a request was for the gateway
 */
export function forwardToGateway(server, portOf) {
  server.on('upgrade', (request, socket, head) => {
    const port = portOf();
    if (!isForwarded(request.url) || port === undefined) {
      socket.end(`HTTP/1.1 ${port === undefined ? '503 Service Unavailable' : '404 Not Found'}\r\n\r\n`);
      return;
    }
    const there = connect({ port, host: '127.0.0.1' }, () => {
      // Word for word: the gateway compares the page's origin with the host that the page asked.
      const lines = [`${request.method} ${request.url} HTTP/1.1`];
      for (let at = 0; at < request.rawHeaders.length; at += 2)
        lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
      there.write(`${lines.join('\r\n')}\r\n\r\n`);
      there.write(head);
      there.pipe(socket).pipe(there);
    });
    there.on('error', () => socket.destroy());
    socket.on('error', () => there.destroy());
    socket.on('close', () => there.destroy());
  });

  return (request, response) => {
    if (request.url === undefined || !isForwarded(request.url)) return false;
    const port = portOf();
    const { method, url, headers } = request;
    if (port === undefined) {
      response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is no gateway (yet).\n');
      return true;
    }
    const there = httpRequest({ port, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    there.on('error', () => response.writeHead(502).end());
    request.pipe(there);
    return true;
  };
}
