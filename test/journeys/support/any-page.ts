// Pages of any kind, beside the files for a CDN: what a journey needs to say of one is its HTML.
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { atTop } from '../../support/at-top.mjs';
import { demoUrl } from '../../support/browser.js';
import { eventually, write, type Shift } from './shift.js';

/** What a page complains of, and what it warns its developers of. */
export interface Told {
  readonly errors: string[];
  readonly warnings: string[];
}

export interface AnyPage extends Told {
  readonly page: Page;
}

export interface PageParts {
  /** The whole document, from its doctype on. */
  readonly html: string;
  /** What else is served beside the page, by file name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly name?: string;
}

/** A page in no particular mood. */
export const plainPage = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

const typeOf = (name: string): string => TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';

/** Opens a page of one's own among the library's files. */
export const openPage = async (
  shift: Shift,
  { html, files = {}, name = 'any-page.html' }: PageParts,
  waitUntil: 'load' | 'commit' = 'load',
): Promise<AnyPage> => {
  const page = await shift.context.newPage();
  const errors: string[] = [];
  const warnings: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
    if (message.type() === 'warning') warnings.push(message.text());
  });
  for (const [path, body] of Object.entries({ ...files, [name]: html }))
    await page.route(
      (url) => url.pathname.slice(1) === path,
      (route) => route.fulfill({ contentType: typeOf(path), body }),
    );
  await page.goto(`${demoUrl()}/${name}`, { waitUntil });
  return { page, errors, warnings };
};

export interface BundleOptions {
  /** The version that this copy says it is. */
  readonly version?: string;
  readonly format?: 'esm' | 'iife';
  /** The folder from which packages are taken; default: the repository's. */
  readonly from?: string;
}

/** What a page's own bundler would make of a script that imports from `src`. */
export const bundle = async (
  contents: string,
  { version, format = 'esm', from = atTop() }: BundleOptions = {},
): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: from, loader: 'ts' },
    bundle: true,
    write: false,
    // The package's own list of side effects names files of dist.
    ignoreAnnotations: true,
    format,
    target: 'es2022',
    tsconfig: atTop('tsconfig.json'),
    conditions: ['production'],
    logLevel: 'warning',
    plugins: [
      {
        name: 'version',
        setup({ onLoad }) {
          if (version === undefined) return;
          onLoad({ filter: /elements[\\/]version\.ts$/ }, () => ({
            contents: `export const VERSION = '${version}';`,
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
};

/** A customer writes, the agent answers on the page and replies, the customer reads it; then the chat is ended and closed. */
export const servesAChat = async (shift: Shift, page: Page, name = 'Ana Silva'): Promise<void> => {
  const customer = await shift.customer({ channel: 'web', name, phone: '+12025550143' });
  await write(customer, `Hello from ${name}?`);
  const closed = page.getByRole('button', { name: 'Open chat adapter' });
  if (await closed.isVisible()) await closed.click();
  await page.getByRole('button', { name: 'New chat, 1 message, web' }).click();
  const field = page.getByRole('textbox', { name: 'Message…' });
  await eventually(() => field.evaluate((element) => element.matches(':focus')), true);
  await page.keyboard.type(`Good morning, ${name}.`);
  await page.keyboard.press('Enter');
  await customer.getByText(`Good morning, ${name}.`).waitFor();
  await page.getByRole('button', { name: 'End chat', exact: true }).click();
  await page.getByRole('dialog', { name: 'End chat?' }).getByRole('button', { name: 'End chat', exact: true }).click();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Message…' }).waitFor({ state: 'detached' });
  await eventually(() => page.getByRole('button', { name: /, wrap-up/ }).count(), 0);
  await customer.close();
};
