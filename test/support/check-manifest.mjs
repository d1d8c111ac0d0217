// Checks that custom-elements.json is what the sources give today, and valid by the schema that it names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import Ajv from 'ajv';
import { atTop } from './at-top.mjs';

const SCHEMA_VERSION = '2.1.0';

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Runs the analyzer on the sources and returns what it would write. */
const analyze = () => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-chat-adapter-'));
  try {
    const analyzer = atTop('node_modules/@custom-elements-manifest/analyzer/cem.js');
    const config = 'test/config/custom-elements-manifest.config.mjs';
    const out = relative(atTop(), folder);
    execFileSync(process.execPath, [analyzer, 'analyze', '--config', config, '--outdir', out, '--quiet'], {
      cwd: atTop(),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readFileSync(join(folder, 'custom-elements.json'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const path = atTop('custom-elements.json');
const committed = existsSync(path) ? readFileSync(path, 'utf8') : '{}';
/** @type {string[]} */
const problems = [];

if (committed.trim() !== analyze().trim())
  problems.push('custom-elements.json is not up to date: run npm run analyze.');

const manifest = JSON.parse(committed);
if (manifest.schemaVersion !== SCHEMA_VERSION) problems.push(`Its schemaVersion is not ${SCHEMA_VERSION}.`);
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  readJson(atTop('node_modules/custom-elements-manifest/schema.json')),
);
if (!validate(manifest)) {
  for (const { instancePath, message } of validate.errors ?? []) problems.push(`${instancePath} ${message}`);
}

const KINDS = ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssStates', 'cssProperties'];

for (const declaration of manifest.modules.flatMap((/** @type {any} */ { declarations = [] }) => declarations)) {
  if (declaration.tagName === undefined) continue;
  for (const kind of KINDS)
    for (const { name, description } of declaration[kind] ?? [])
      if (!/^[^a-z].*\.$/s.test(description ?? ''))
        problems.push(
          `<${declaration.tagName}>: say in a sentence what ${name} of its ${kind} is: "${description ?? ''}".`,
        );
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
