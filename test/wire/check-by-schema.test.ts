import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { agentHears, endUserHears, type FrameCheck } from '../../src/wire/index.js';
import { fuzzedForClient, toldFrames } from '../support/bad-frames/fuzzed-for-clients.js';

const wire = JSON.parse(readFileSync('src/wire/asyncapi.json', 'utf8')) as {
  operations: Record<string, { messages: { $ref: string }[] }>;
  components: { messages: Record<string, { name: string; payload: { $ref: string } }> };
};

/** What Ajv makes of the same schemas. */
const byAjv = (side: 'agentHears' | 'endUserHears'): ReadonlyMap<string, ValidateFunction> => {
  const ajv = new Ajv({ strict: false, validateFormats: false, unicode: false, logger: false });
  ajv.addSchema(wire, 'wire');
  return new Map(
    wire.operations[side]!.messages.map(({ $ref }) => {
      const { name, payload } = wire.components.messages[$ref.split('/').at(-1)!]!;
      return [name, ajv.compile({ $ref: `wire${payload.$ref}` })];
    }),
  );
};

describe('a check that reads the schema', () => {
  it('takes one of each frame', () => {
    for (const frame of toldFrames()) expect([frame.type, agentHears[frame.type]!(frame)]).toEqual([frame.type, true]);
  });

  it.each([
    ['agentHears', agentHears],
    ['endUserHears', endUserHears],
  ] as const)('says of 10,000 fuzzed frames what Ajv says (%s)', { timeout: 60_000 }, (side, checks) => {
    const validators = byAjv(side);
    let good = 0;
    for (const text of fuzzedForClient(10_000, 3)) {
      let data: unknown;
      try {
        data = JSON.parse(String(text));
      } catch {
        continue;
      }
      for (const [type, validate] of validators) {
        // Most are frames of their own type only; each is checked as every other one, too.
        const wanted = validate(data);
        const told: unknown = checks[type]!(data);
        if (told !== wanted) expect([type, text, told]).toEqual([type, text, wanted]);
        if (wanted) good += 1;
      }
    }
    expect(good).toBeGreaterThan(50);
  });

  it('names the place and what it wants, in the way of JSON pointers', () => {
    const check: FrameCheck = agentHears['snapshot']!;
    const bad = { type: 'snapshot', serverTime: 1, resumed: true, last: true, chats: [] };
    const errorsOf = (data: unknown): unknown => (check(data) ? undefined : check.errors);
    expect(errorsOf({ ...bad, messages: { 'a/b~c': [5] } })).toEqual([
      { instancePath: '/messages/a~1b~0c/0', keyword: 'type', params: { is: 'object' } },
    ]);
    expect(errorsOf(bad)).toEqual([{ instancePath: '', keyword: 'required', params: { missingProperty: 'messages' } }]);
    expect(errorsOf({ ...bad, messages: {} })).toBeUndefined();
    expect(check.errors).toBeNull();
  });

  it('refuses what is nested without end, and does not throw', () => {
    const levels = 200_000;
    const one = '{"id":"a","name":"a","full_path":"a","children":[';
    const deep: unknown = JSON.parse(`${one.repeat(levels)}${']}'.repeat(levels)}`);
    const check: FrameCheck = agentHears['ok']!;
    expect(check({ type: 'ok', id: '1', dispositions: [deep] })).toBe(false);
  });
});
