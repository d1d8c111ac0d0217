import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/** Where an app is served, without a slash at the end. */
export interface ServedApp {
  readonly url: string;
  close(): void;
}

/** An empty page for a customer, on the app's own origin: only there `local` finds the agent. */
const CUSTOMER = '<!doctype html><html lang="en"><link rel="icon" href="data:," /><title>A customer</title>';

/** Serves what an app was built to; beside it, below `/~customer/`, an empty page and the files for a CDN. */
export const serveApp = async (folder: string): Promise<ServedApp> => {
  const app = sirv(join(folder, 'dist'));
  const library = sirv(join(folder, 'node_modules/agent-chat-adapter/dist/cdn'));
  const server = createServer((request, response) => {
    const missing = (): void => void response.writeHead(404).end();
    const path = request.url ?? '/';
    if (path === '/~customer/') return void response.writeHead(200, { 'Content-Type': 'text/html' }).end(CUSTOMER);
    if (!path.startsWith('/~customer/')) return app(request, response, missing);
    request.url = path.slice('/~customer'.length);
    return library(request, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
