// Makes src/elements/events.json: what is promised of each event, from the manifest, the classes and the types of their
// details. `npm run events` writes it, with a new version where the promise is another; with `--check` it says whether it
// is that of today.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CustomElementDeclaration, Event as EventOfTag, Package } from 'custom-elements-manifest';
import { format } from 'prettier';
import ts from 'typescript';
import { orderPromises, type OrderPromise } from '../../src/devtools/event-order.js';
import * as library from '../../src/index.js';
import { atTop } from './at-top.mjs';
import { changeOf, nextVersion, type EventsFile } from './events/change-of.js';
import { schemaMaker } from './events/schema-of.js';

const FILE = atTop('src/elements/events.json');
const SCHEMA = 'http://json-schema.org/draft-07/schema#';

const manifest = JSON.parse(readFileSync(atTop('custom-elements.json'), 'utf8')) as Package;
const fired = manifest.modules
  .flatMap(({ declarations = [] }) => declarations as readonly CustomElementDeclaration[])
  .flatMap(({ tagName, events = [] }) => events.map((event) => ({ ...event, tag: tagName ?? '' })))
  .sort((a, b) => (`${a.name} ${a.tag}` < `${b.name} ${b.tag}` ? -1 : 1));

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(atTop('tsconfig.json'), (path) => ts.sys.readFile(path)).config,
  ts.sys,
  atTop(),
);
const entry = atTop('src/index.ts');
const program = ts.createProgram([entry], { ...options, noEmit: true });
const { classNamed, schemaOf } = schemaMaker(program, entry);

/** What an event says of itself when it is made: its flags are its class's. */
const flagsOf = (name: string): Pick<Event, 'bubbles' | 'composed' | 'cancelable'> => {
  // The browser's own, which only its tag is to hear.
  if (name === 'Event') return { bubbles: false, composed: false, cancelable: false };
  const EventClass = (library as unknown as Record<string, new (detail: object) => Event>)[name];
  if (EventClass === undefined) throw new Error(`src/index.ts does not export ${name}, which the manifest names.`);
  const { bubbles, composed, cancelable } = new EventClass({});
  return { bubbles, composed, cancelable };
};

const promiseOf = (all: readonly (EventOfTag & { readonly tag: string })[]): EventsFile['events'][string] => {
  const [first, ...others] = all;
  if (first === undefined) throw new Error('There is no event.');
  const name = first.type.text;
  if (others.some(({ type }) => type.text !== name)) throw new Error(`"${first.name}" has several classes.`);
  return {
    description: first.description ?? '',
    class: name,
    tags: all.map(({ tag }) => tag),
    ...flagsOf(name),
    detail: name === 'Event' ? null : { $schema: SCHEMA, ...schemaOf(classNamed(name), 'detail') },
  };
};

const names = [...new Set(fired.map(({ name }) => name))];
const today: EventsFile = {
  version: '1.0.0',
  events: Object.fromEntries(names.map((name) => [name, promiseOf(fired.filter((event) => event.name === name))])),
  order: orderPromises.map(({ name, says, ...rest }: OrderPromise) => ({ name, says, whole: rest.whole === true })),
};

const text = (file: EventsFile): Promise<string> => format(JSON.stringify(file), { parser: 'json', printWidth: 120 });
const committed = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as EventsFile) : undefined;
const change = committed === undefined ? 'none' : changeOf(committed, today);
const version = committed === undefined ? today.version : nextVersion(committed.version, change);
const made = await text({ ...today, version });

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, made);
  if (change !== 'none') console.log(`The events changed (${change}): they are version ${version} now.`);
} else if (committed === undefined || readFileSync(FILE, 'utf8') !== made) {
  console.error('src/elements/events.json is not what the events are today: run `npm run events` and commit it.');
  process.exitCode = 1;
}
