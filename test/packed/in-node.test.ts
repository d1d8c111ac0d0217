import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERSION } from '../../src/elements/version.js';
import { pack } from '../support/pack.mjs';

describe('the packed package, in an empty folder, in Node', () => {
  let folder: string;
  const run = (command: string, ...values: readonly string[]): string =>
    execFileSync(command, values, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'agent-chat-in-node-'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const tarball = process.env['TARBALL'] ?? pack().tarball;
    run('npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--silent', tarball);
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const node = (script: string): string =>
    run(process.execPath, '--throw-deprecation', '--input-type=module', '-e', script);

  it('defines every tag, in silence', () => {
    const told = node(`import 'agent-chat-adapter/define/all.js';
      console.log(customElements.get('chat-adapter').version, typeof document);`);
    expect(told).toBe(`${VERSION} undefined\n`);
  });

  it('has classes that define nothing until somebody asks', () => {
    const told = node(`import { ChatAdapter } from 'agent-chat-adapter';
      console.log(ChatAdapter.tag, typeof customElements === 'undefined' || customElements.get('chat-adapter'));`);
    expect(told).toBe('chat-adapter undefined\n');
  });
});
