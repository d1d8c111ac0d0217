import { readFileSync } from 'node:fs';
import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

const wire = JSON.parse(readFileSync('src/wire/asyncapi.json', 'utf8')) as {
  operations: Record<string, { messages: { $ref: string }[] }>;
  components: { messages: Record<string, { name: string; payload: { $ref: string } }>; schemas: object };
};

describe('the description of the wire', () => {
  it('is a valid AsyncAPI 3 document', () => {
    const ajv = new Ajv({ meta: false, strict: false, validateFormats: false, validateSchema: false, logger: false });
    const { schemas } = specs as unknown as { schemas: Record<string, object> };
    const check = ajv.compile(schemas['3.0.0']!);
    check(wire);
    expect(check.errors ?? []).toEqual([]);
  });

  it('calls each frame by the type that its payload has', () => {
    for (const { name, payload } of Object.values(wire.components.messages)) {
      const schema = (wire.components.schemas as Record<string, { properties: { type: { const: string } } }>)[
        payload.$ref.split('/').at(-1)!
      ]!;
      expect(schema.properties.type.const).toBe(name);
    }
  });

  it('has no two frames of one type on a side', () => {
    for (const { messages } of Object.values(wire.operations)) {
      const types = messages.map(({ $ref }) => wire.components.messages[$ref.split('/').at(-1)!]!.name);
      expect(new Set(types).size).toBe(types.length);
    }
  });
});
