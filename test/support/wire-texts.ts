// What an agent hears over the wire, by its one description: where free text may stand, and frames that have some there.
import { readFileSync } from 'node:fs';
import { atTop } from './at-top.mjs';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

interface Described {
  readonly operations: { readonly agentHears: { readonly messages: readonly { readonly $ref: string }[] } };
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const described = JSON.parse(readFileSync(atTop('src/wire/asyncapi.json'), 'utf8')) as Described;

const nameIn = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

const schemaOf = (name: string): Schema => {
  const schema = described.components.schemas[name];
  if (schema === undefined) throw new Error(`The wire has no ${name}.`);
  return schema;
};

/** The frames that an agent hears, by their names in the description. */
const heard: readonly string[] = described.operations.agentHears.messages.map(({ $ref }) => nameIn($ref));

/** What anybody may name, and what anything may stand in. */
const isOpen = (schema: Schema): boolean => schema.additionalProperties === true;

const more = ({ additionalProperties }: Schema): Schema | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined;

/** A tree in itself is followed once. */
const follow = <T>(
  schema: Schema,
  within: readonly string[],
  go: (found: Schema, inside: readonly string[]) => T,
  end: T,
): T => {
  if (schema.$ref === undefined) return go(schema, within);
  const name = nameIn(schema.$ref);
  return within.filter((one) => one === name).length > 1 ? end : follow(schemaOf(name), [...within, name], go, end);
};

const placesIn = (given: Schema, path: string, within: readonly string[]): readonly string[] =>
  follow<readonly string[]>(
    given,
    within,
    (schema, inside) => {
      if (schema.const !== undefined || schema.enum !== undefined) return [];
      if (schema.type === 'string') return [path];
      if (schema.items) return placesIn(schema.items, `${path}[]`, inside);
      const named = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
        placesIn(value, `${path}.${key}`, inside),
      );
      const free = more(schema);
      if (free) return [...named, `${path}.key`, ...placesIn(free, `${path}.*`, inside)];
      return isOpen(schema) ? [...named, `${path}.key`, `${path}.*`] : named;
    },
    [],
  );

/** Every place in every frame where text may stand that no list limits, such as `RefusedFrame.message`. */
export const textPlaces: readonly string[] = heard.flatMap((name) => placesIn(schemaOf(name), name, [name]));

/** What writes a frame: which text stands at a place. */
export type Writer = (place: string) => string;

const write = (given: Schema, path: string, within: readonly string[], text: Writer): unknown =>
  follow<unknown>(
    given,
    within,
    (schema, inside) => {
      if (schema.const !== undefined) return schema.const;
      if (schema.enum) return schema.enum[0];
      if (schema.type === 'string') return text(path).slice(0, schema.maxLength);
      if (schema.type === 'boolean') return true;
      // What may be negative is a time.
      if (schema.type === 'number' || schema.type === 'integer')
        return (schema.minimum ?? 0) < 0 ? Date.now() : Math.max(1, schema.minimum ?? 1);
      if (schema.items) {
        const item = write(schema.items, `${path}[]`, inside, text);
        return item === undefined ? [] : [item];
      }
      const free = more(schema);
      return Object.fromEntries([
        ...Object.entries(schema.properties ?? {}).map(([key, value]) => [
          key,
          write(value, `${path}.${key}`, inside, text),
        ]),
        ...(free ? [[text(`${path}.key`).slice(0, 100), write(free, `${path}.*`, inside, text)]] : []),
        ...(isOpen(schema) ? [[text(`${path}.key`), text(`${path}.*`)]] : []),
      ]) as unknown;
    },
    undefined,
  );

/** One of each frame that an agent hears, with everything that it may have. */
export const wholeFrames = (text: Writer): readonly Readonly<Record<string, unknown>>[] =>
  heard.map((name) => write(schemaOf(name), name, [name], text) as Readonly<Record<string, unknown>>);
