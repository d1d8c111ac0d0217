// Makes from src/wire/asyncapi.json what the code and the readers use of it: types, checks and the reference page.
// `npm run wire` writes them; with `--check` it only says whether they are those of today.
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';

const here = (/** @type {string} */ file) => new URL(`../../src/wire/${file}`, import.meta.url);
const wire = JSON.parse(readFileSync(here('asyncapi.json'), 'utf8'));
const { schemas, messages } = wire.components;

const GENERATED = 'Made from asyncapi.json: change that and run `npm run wire`.';
/** The four sides: what each role sends and hears. */
const SIDES = ['agentSends', 'endUserSends', 'agentHears', 'endUserHears'];

/**
 * The names of a side's frames, in order.
 * @param {string} side
 * @returns {string[]}
 */
const framesOf = (side) =>
  wire.operations[side].messages.map((/** @type {{$ref: string}} */ { $ref }) => $ref.split('/').at(-1));

/** @param {string} name */
const typeOf = (name) => schemas[name].properties.type.const;

/** @param {string} text */
const capital = (text) => text[0]?.toUpperCase() + text.slice(1);

const types = async () => {
  const inDefinitions = JSON.parse(JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/definitions/'));
  // Bounds are for the checks; as types they would be tuples of a thousand lengths.
  const unbounded = JSON.parse(
    JSON.stringify(inDefinitions, (key, value) => (['maxItems', 'minItems'].includes(key) ? undefined : value)),
  );
  const code = await compile({ $id: 'Wire', type: 'object', properties: {}, definitions: unbounded }, 'Wire', {
    additionalProperties: false,
    bannerComment: `// ${GENERATED}`,
    format: false,
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
  });
  const unions = SIDES.map(
    (side) =>
      `/** ${capital(wire.channels[wire.operations[side].channel.$ref.split('/').at(-1)].title)}: what is ${
        side.endsWith('Sends') ? 'sent to the server' : 'heard from it'
      }. */\nexport type ${capital(side)} =\n${framesOf(side)
        .map((name) => `  | ${name}`)
        .join('\n')};`,
  );
  // What the generator says about where it found a definition is of no use to a reader.
  const own = code
    .replace(/export interface Wire\s*\{\s*\}\n/, '')
    .replace(/(?: \* ?\n)* \* This interface was referenced by .*\n \* via the `definition` .*\n/g, '')
    .replace(/\/\*\*\n(?: \* ?\n)* \*\/\n/g, '');
  return `${own}\n${unions.join('\n')}\n`;
};

/**
 * Checks of some sides' frames, as plain functions: no compiler at run time, so that strict pages take them.
 * @param {readonly string[]} sides
 */
const checksOf = (sides) => {
  const ajv = new Ajv({
    code: { source: true, esm: true },
    inlineRefs: false,
    messages: false,
    unicode: false,
    logger: false,
  });
  const bare = JSON.stringify(schemas, (key, value) => (key === 'description' ? undefined : value));
  ajv.addSchema({
    $id: 'wire',
    definitions: JSON.parse(bare.replaceAll('#/components/schemas/', 'wire#/definitions/')),
  });
  const names = [...new Set(sides.flatMap(framesOf))];
  for (const name of names) ajv.addSchema({ $id: name, $ref: `wire#/definitions/${name}` });
  const code = /** @type {any} */ (standalone).default(ajv, Object.fromEntries(names.map((name) => [name, name])));
  if (/\brequire\(/.test(code)) throw new Error('A check needs something of Ajv when it runs: use plainer schemas.');
  return [
    '// @ts-nocheck',
    `// ${GENERATED}`,
    `import type { FrameCheck } from './read-frame.js';`,
    code.replace(/^"use strict";/, '').replaceAll(/export const (\w+) = (\w+);/g, 'const $1 = $2;'),
    ...sides.flatMap((side) => [
      `export const ${side}: Readonly<Record<string, FrameCheck>> = {`,
      ...framesOf(side).map((name) => `  ${JSON.stringify(typeOf(name))}: ${name},`),
      '};',
    ]),
    '',
  ].join('\n');
};

/** @param {any} schema @returns {string} */
const inWords = (schema) => {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1);
    return `[${name}](#${name.toLowerCase()})`;
  }
  if ('const' in schema) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((/** @type {string} */ word) => `\`"${word}"\``).join(', ');
  if (schema.type === 'array')
    return `list of ${inWords(schema.items)}, at most ${schema.maxItems.toLocaleString('en')}`;
  if (schema.type === 'object' && schema.additionalProperties === true) return 'object';
  if (schema.type === 'object' && schema.additionalProperties)
    return `object whose values are ${inWords(schema.additionalProperties)}`;
  const bounds = [
    schema.minLength !== undefined && `at least ${schema.minLength} long`,
    schema.maxLength !== undefined && `at most ${schema.maxLength.toLocaleString('en')} long`,
    schema.minimum !== undefined && `from ${schema.minimum}`,
    schema.exclusiveMinimum !== undefined && `more than ${schema.exclusiveMinimum}`,
    schema.maximum !== undefined && `to ${schema.maximum}`,
  ].filter(Boolean);
  return [schema.type, ...bounds].join(', ');
};

/** @param {any} schema */
const fieldTable = (schema) => {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return [];
  return [
    '| field | | what |',
    '| --- | --- | --- |',
    ...fields.map(([name, field]) => {
      const needed = (schema.required ?? []).includes(name) ? '' : 'optional';
      const words = [inWords(field), field.description].filter(Boolean).join('. ');
      return `| \`${name}\` | ${needed} | ${words.replaceAll('|', '\\|')} |`;
    }),
    '',
  ];
};

/** @param {string} name */
const section = (name) => [`### ${name}`, '', schemas[name].description ?? '', '', ...fieldTable(schemas[name])];

const reference = () => {
  const titles = {
    agentSends: 'What an agent’s desk sends',
    agentHears: 'What an agent’s desk hears',
    endUserSends: 'What an end user’s page sends',
    endUserHears: 'What an end user’s page hears',
  };
  const shown = new Set();
  const frames = Object.entries(titles).flatMap(([side, title]) => [
    `## ${title}`,
    '',
    ...framesOf(side).flatMap((name) => {
      const heading = `### \`${typeOf(name)}\``;
      if (shown.has(name)) return [heading, '', 'As above.', ''];
      shown.add(name);
      return [heading, '', messages[name].summary, '', ...fieldTable(schemas[name])];
    }),
  ]);
  const parts = Object.keys(schemas).filter((name) => !name.endsWith('Frame'));
  return [
    `<!-- ${GENERATED} -->`,
    `# ${wire.info.title}, version ${wire.info.version}`,
    '',
    wire.info.description,
    '',
    ...frames,
    '## The parts',
    '',
    ...parts.flatMap((name) =>
      schemas[name].properties
        ? section(name)
        : [`### ${name}`, '', [inWords(schemas[name]), schemas[name].description].filter(Boolean).join('. '), ''],
    ),
  ].join('\n');
};

const files = {
  'frames.ts': await format(await types(), { parser: 'typescript', singleQuote: true, printWidth: 120 }),
  'checks-of-sent.ts': checksOf(['agentSends', 'endUserSends']),
  'checks-of-heard.ts': checksOf(['agentHears', 'endUserHears']),
  'README.md': await format(reference(), { parser: 'markdown', printWidth: 120 }),
};

let stale = false;
for (const [name, text] of Object.entries(files)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(here(name), text);
    continue;
  }
  let today = '';
  try {
    today = readFileSync(here(name), 'utf8');
  } catch {
    // It is not there at all.
  }
  if (today === text) continue;
  stale = true;
  console.error(`src/wire/${name} is not what asyncapi.json says: run \`npm run wire\` and commit it.`);
}
if (stale) process.exitCode = 1;
