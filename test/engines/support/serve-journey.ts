import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '../../../demo/serve.mjs';
import { atTop } from '../../support/at-top.mjs';

const IN_PAGE = '/in-page.js';
const PAGES: Readonly<Record<string, string>> = { '/': 'demo/index.html', '/customer.html': 'demo/customer.html' };

/** Puts the journey's script before those of the page. */
const withJourney = (request: IncomingMessage, response: ServerResponse): boolean => {
  const path = request.url?.split('?')[0] ?? '';
  if (path === IN_PAGE) {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(readFileSync(atTop('test/engines/support/in-page.js')));
    return true;
  }
  const file = PAGES[path];
  if (file === undefined) return false;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(readFileSync(atTop(file), 'utf8').replace('<head>', `<head><script src="${IN_PAGE}"></script>`));
  return true;
};

/** The demo, each time at an origin of its own, whose storage is empty. */
export const serveJourney = (gateway: () => number | undefined = () => undefined) =>
  serve({ first: withJourney, gateway });
