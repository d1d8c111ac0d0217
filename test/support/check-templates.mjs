// Runs lit-analyzer over the sources and reports what it finds, less what it does not know of: Lit's `nothing`, and
// attributes of HTML that are younger than its list.
import { spawnSync } from 'node:child_process';
import { atTop } from './at-top.mjs';

const youngAttributes = ['enterkeyhint', 'popover', 'popovertarget', 'popovertargetaction', 'inert'];

/**
 * Whether a complaint is that a type with `nothing` in it does not fit, and it fits without `nothing`.
 * @param {string} message
 */
const isAboutNothing = (message) => {
  const match = /^Type '(?<given>.*)' is not assignable to '(?<wanted>.*)'$/.exec(message)?.groups;
  if (match === undefined) return false;
  const given = match.given?.split(' | ') ?? [];
  const wanted = match.wanted?.split(' | ') ?? [];
  const fits = (/** @type {string} */ type) =>
    wanted.includes(type) ||
    (wanted.includes('string') && type.startsWith('"')) ||
    (wanted.includes('number') && /^-?[\d.]+$/.test(type));
  return given.includes('Symbol(undefined)') && given.filter((type) => type !== 'Symbol(undefined)').every(fits);
};

/** @param {string} message */
const isAboutYouth = (message) => youngAttributes.some((name) => message === `Unknown attribute '${name}'.`);

const { stdout, stderr, status } = spawnSync(
  process.execPath,
  [
    'node_modules/lit-analyzer/cli.js',
    'src/**/*.ts',
    '--strict',
    '--noColor',
    '--format=list',
    '--maxWarnings=-1',
    // It knows neither container queries nor forced colours; the browsers that run the tests do.
    '--rules.no-invalid-css=off',
  ],
  { cwd: atTop(), encoding: 'utf8' },
);

let file = '';
let problems = 0;
for (const line of stdout.split('\n')) {
  if (line.startsWith('./')) file = line;
  const found = /^\s+(?<place>\d+:\d+)\s+(?:error|warning)\s+(?<message>.+?)\s*$/.exec(line)?.groups;
  const message = found?.message ?? '';
  if (found === undefined || isAboutNothing(message) || isAboutYouth(message)) continue;
  problems += 1;
  console.error(`${file}:${found.place} ${message}`);
}
// Without its closing words it did not get to the end.
const finished = /problems? in \d+ files?|Found no problems/i.test(stdout);
if (!finished) console.error(stdout, stderr, `lit-analyzer ended with ${status}.`);
process.exitCode = finished && problems === 0 ? 0 : 1;
