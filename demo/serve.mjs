// Serves the demo's pages at `/`, and beside them the files that a CDN would serve.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { forwardToGateway, startGateway } from './gateway.mjs';

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Serves the demo until closed. Throws if the port is taken.
 * @param {object} [options]
 * @param {number} [options.port] 0 (the default) takes a free one
 * @param {Record<string, string>} [options.headers] sent with every answer, for instance a content security policy
 * @param {string} [options.library] the folder with the files for a CDN; `LIBRARY` in the environment names another than `dist/cdn`
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} [options.first]
 *   is asked before anything is served, and says whether it has answered
 * @param {() => number | undefined} [options.gateway] the port of a gateway on this machine, once there is one: pages
 *   reach it at `/chat` and `/demo/token` of this server
 * @returns {Promise<{url: string, close: () => Promise<void>}>} `url` has no slash at the end
 */
export async function serve({
  port = 0,
  headers = {},
  library = process.env.LIBRARY ?? folder('../dist/cdn'),
  first = () => false,
  gateway = () => undefined,
} = {}) {
  // `dev` looks at the disk at each request, so a rebuild needs no restart.
  const pages = sirv(folder('.'), { dev: true });
  const files = sirv(library, { dev: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (forward(request, response) || first(request, response)) return;
    pages(request, response, () => {
      files(request, response, () => {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is nothing here.\n');
      });
    });
  });
  const forward = forwardToGateway(server, gateway);
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      resolve(undefined);
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 8000);
  try {
    /** @type {number | undefined} */
    let gateway;
    const { url } = await serve({ port, gateway: () => gateway });
    console.log(`The agent's page:     ${url}/`);
    console.log(`An end user's phone:  ${url}/customer.html`);
    console.log('Ctrl+C stops.');
    const { GATEWAY_PORT = '8001', GATEWAY_DATA: data } = process.env;
    try {
      ({ port: gateway } = await startGateway({ port: Number(GATEWAY_PORT), ...(data === undefined ? {} : { data }) }));
      console.log(`Over the network:     ${url}/?connector=websocket and ${url}/customer.html?connector=websocket`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      console.error(`The gateway does not start, so that only the local connector works: ${why}`);
    }
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is taken: choose another, as in PORT=8080 npm start.` : error);
    process.exitCode = 1;
  }
}
