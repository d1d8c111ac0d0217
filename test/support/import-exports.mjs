// Imports everything that package.json exports, from dist, where there is no page: nothing may throw, look for
// storage, or register a tag that it is not named after. Prints what went wrong.
import { readdirSync, readFileSync } from 'node:fs';
import { atTop } from './at-top.mjs';

/** @type {{exports: Record<string, string | {default: string}>}} */
const { exports } = JSON.parse(readFileSync(atTop('package.json'), 'utf8'));

/** The names that an export stands for: `*` is every file there.
 * @param {string} name @param {string} file */
const namesOf = (name, file) => {
  const [folder = '', end = ''] = file.split('*');
  if (!file.includes('*')) return [name];
  return readdirSync(atTop(folder))
    .filter((entry) => entry.endsWith(end))
    .map((entry) => name.replace('*', entry.slice(0, entry.length - end.length)));
};

const names = Object.entries(exports).flatMap(([name, to]) => namesOf(name, typeof to === 'string' ? to : to.default));
const modules = names.filter((name) => name === '.' || name.endsWith('.js'));

/** @type {string[]} */
const problems = [];
const globals = new Set(Reflect.ownKeys(globalThis));
for (const missing of ['localStorage', 'indexedDB'])
  Object.defineProperty(globalThis, missing, {
    configurable: true,
    get: () => void problems.push(`something looks for ${missing} when it is imported`),
  });
// What defines a tag comes last, so that who must not define one is found out.
const isDefining = (/** @type {string} */ name) => name.startsWith('./define/');
for (const name of [...modules].sort((a, b) => Number(isDefining(a)) - Number(isDefining(b)))) {
  try {
    await import(name.replace(/^\./, 'agent-chat-adapter'));
  } catch (error) {
    problems.push(`${name}: ${String(error)}`);
  }
  const defined = globalThis.customElements?.get('chat-adapter') !== undefined;
  if (defined && !isDefining(name)) problems.push(`${name} defines <chat-adapter>`);
}
if (globalThis.customElements.get('chat-adapter') === undefined) problems.push('define/all.js defines nothing');
// Those of Lit, which brings a registry and its versions, and of tslib, as RxJS loads it in Node.
const added = Reflect.ownKeys(globalThis).filter(
  (key) => !globals.has(key) && !/^lit|^reactiveElement|^__|^customElements$/.test(String(key)),
);
const unexpected = added.filter((key) => !['localStorage', 'indexedDB'].includes(String(key)));
if (unexpected.length > 0) problems.push(`new globals: ${unexpected.map(String).join(', ')}`);

console.log(
  problems.length > 0 ? problems.join('\n') : `${modules.length} modules can be imported where there is no page.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
