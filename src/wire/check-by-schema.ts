import type { FrameCheck } from './read-frame.js';

/** As much of JSON Schema as the wire uses. `$ref` is the name of another one. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'boolean' | 'number' | 'integer';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Schemas;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
}

export type Schemas = Readonly<Record<string, Schema>>;
type Problem = NonNullable<FrameCheck['errors']>[number];

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const isOf = (data: unknown, type: NonNullable<Schema['type']>): boolean => {
  if (type === 'object') return isObject(data);
  if (type === 'array') return Array.isArray(data);
  if (type === 'number') return Number.isFinite(data);
  return type === 'integer' ? Number.isInteger(data) : typeof data === type;
};

const step = (key: string | number): string => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The first bound that a value passes. What is not there is `NaN`, which is neither more nor less than anything. */
const passedBound = (data: unknown, schema: Schema): keyof Schema | undefined => {
  const { minimum = NaN, exclusiveMinimum = NaN, maximum = NaN, minLength = NaN, maxLength = NaN } = schema;
  const { maxItems = NaN, maxProperties = NaN } = schema;
  const number = typeof data === 'number' ? data : NaN;
  const length = typeof data === 'string' || Array.isArray(data) ? data.length : NaN;
  if (number < minimum) return 'minimum';
  if (number <= exclusiveMinimum) return 'exclusiveMinimum';
  if (number > maximum) return 'maximum';
  if (length < minLength) return 'minLength';
  if (length > maxLength) return 'maxLength';
  if (length > maxItems) return 'maxItems';
  return isObject(data) && Object.keys(data).length > maxProperties ? 'maxProperties' : undefined;
};

/** The first place that is not as its schema says. */
const firstProblem = (data: unknown, schema: Schema, schemas: Schemas, instancePath: string): Problem | undefined => {
  const { $ref, type, required = [], properties = {}, propertyNames, additionalProperties, items } = schema;
  const problem = (keyword: keyof Schema, params: object = { is: schema[keyword] }): Problem => ({
    instancePath,
    keyword,
    params,
  });
  const within = (value: unknown, inner: Schema, key: string | number): Problem | undefined =>
    firstProblem(value, inner, schemas, instancePath + step(key));

  if ($ref !== undefined) return firstProblem(data, schemas[$ref] ?? {}, schemas, instancePath);
  if (type !== undefined && !isOf(data, type)) return problem('type');
  if ('const' in schema && data !== schema.const) return problem('const');
  if (schema.enum?.includes(data) === false) return problem('enum');
  const bound = passedBound(data, schema);
  if (bound !== undefined) return problem(bound);
  if (isObject(data)) {
    const missingProperty = required.find((key) => !Object.hasOwn(data, key));
    if (missingProperty !== undefined) return problem('required', { missingProperty });
    for (const [key, value] of Object.entries(data)) {
      if (propertyNames !== undefined && firstProblem(key, propertyNames, schemas, instancePath) !== undefined)
        return problem('propertyNames');
      const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
      const found = typeof known === 'object' ? within(value, known, key) : undefined;
      if (found !== undefined) return found;
    }
  }
  if (items !== undefined && Array.isArray(data))
    for (const [index, value] of (data as readonly unknown[]).entries()) {
      const found = within(value, items, index);
      if (found !== undefined) return found;
    }
  return undefined;
};

/**
 * Checks that read the schemas as they go: a third of the size of compiled ones, which are for where speed counts.
 *
 * @param frames the name of the schema of each type of frame
 */
export const checksBySchema = (
  schemas: Schemas,
  frames: Readonly<Record<string, string>>,
): Readonly<Record<string, FrameCheck>> =>
  Object.fromEntries(
    Object.entries(frames).map(([type, $ref]) => {
      const check: FrameCheck = (data) => {
        let problem: Problem | undefined;
        try {
          problem = firstProblem(data, { $ref }, schemas, '');
        } catch {
          // Lists in lists in lists: the stack has an end.
          problem = { instancePath: '', keyword: 'depth', params: { is: 'less' } };
        }
        check.errors = problem === undefined ? null : [problem];
        return problem === undefined;
      };
      return [type, check];
    }),
  );
