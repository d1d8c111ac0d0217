import { leavesOf, type Disposition } from './dispositions.js';
import type { Anchor } from './response.js';
import type { FieldRule } from './wrap-up.js';

/** What the agent sees of the end user's typing. */
export type TypingMode = 'none' | 'indicator' | 'preview';

/** The policy for one chat, resolved: every layer and queue applied. */
export interface EffectivePolicy {
  readonly crm: boolean;
  readonly typing: TypingMode;
  readonly summaries: boolean;
  /** Seconds. `undefined`: no response timer. */
  readonly response:
    | { readonly target: number; readonly warnAt: number; readonly urgentAt: number; readonly anchor: Anchor }
    | undefined;
  readonly wrapUp: {
    readonly disposition: FieldRule;
    readonly notes: FieldRule;
    /** Seconds after the chat ended; `undefined`: none. */
    readonly timeLimit: number | undefined;
    /** `undefined`: the connector is asked. */
    readonly dispositions: readonly Disposition[] | undefined;
  };
}

/** What the administrator sets. */
export interface Policy {
  readonly crm: boolean;
  readonly typing: TypingMode;
  readonly summaries: boolean;
  readonly response?: {
    /** Seconds; 0 or negative means no timer. */
    readonly target: number;
    readonly warnAt?: number;
    readonly urgentAt?: number;
    readonly anchor?: Anchor;
  };
  readonly wrapUp: {
    readonly disposition: FieldRule;
    readonly notes: FieldRule;
    /** Seconds. */
    readonly timeLimit?: number;
    readonly dispositions?: readonly Disposition[];
  };
  readonly queues?: Readonly<Record<string, PolicyValues>>;
}

/** `T` with every part optional, and `null` to unset what a weaker layer says. */
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | null }
    : T;

/** The values of one layer, without queues. */
export type PolicyValues = DeepPartial<Omit<Policy, 'queues'>>;

/** One layer: any part of a policy, with the queues that differ. */
export type PolicyLayer = PolicyValues & { readonly queues?: Readonly<Record<string, PolicyValues>> | null };

/** The layers by name, weakest first: built-in, connector, connector's queue, host, host's queue. */
export type PolicyLayerName = 'built-in' | 'connector' | "connector's queue" | 'host' | "host's queue";

export interface PolicyLayers {
  readonly connector?: PolicyLayer | undefined;
  readonly host?: PolicyLayer | undefined;
}

/** A value that is not what its place takes. */
export interface PolicyProblem {
  readonly layer: PolicyLayerName;
  /** Such as `response.target`. */
  readonly path: string;
  readonly value: unknown;
  /** What the place takes, in words. */
  readonly wants: string;
}

type Check = { readonly wants: string; readonly ok: (value: unknown) => boolean };

const oneOf = (...words: readonly string[]): Check => ({
  wants: `one of ${words.map((word) => `"${word}"`).join(', ')}`,
  ok: (value) => typeof value === 'string' && words.includes(value),
});
const yesOrNo: Check = { wants: 'true or false', ok: (value) => typeof value === 'boolean' };
const seconds: Check = {
  wants: 'a number of seconds',
  ok: (value) => typeof value === 'number' && Number.isFinite(value),
};
const notNegative: Check = {
  wants: 'a number of seconds, 0 or more',
  ok: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
};
const tree: Check = { wants: 'a list of dispositions', ok: Array.isArray };
const fieldRule = oneOf('absent', 'optional', 'required');

/** Every place of a policy, what it takes, and what the built-in layer says. */
const places = {
  crm: yesOrNo,
  typing: oneOf('none', 'indicator', 'preview'),
  summaries: yesOrNo,
  'response.target': seconds,
  'response.warnAt': notNegative,
  'response.urgentAt': notNegative,
  'response.anchor': oneOf('first-unanswered', 'last'),
  'wrapUp.disposition': fieldRule,
  'wrapUp.notes': fieldRule,
  'wrapUp.timeLimit': notNegative,
  'wrapUp.dispositions': tree,
} as const satisfies Record<string, Check>;

/** A place of a policy, as `explain` takes it. */
export type PolicyPath = keyof typeof places;

/** Every place of a policy. */
export const POLICY_PATHS = Object.keys(places) as readonly PolicyPath[];

const builtIn: PolicyValues = {
  crm: false,
  typing: 'indicator',
  summaries: false,
  response: { warnAt: 45, urgentAt: 15, anchor: 'first-unanswered' },
  wrapUp: { disposition: 'absent', notes: 'absent' },
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ownValue = (holder: unknown, key: string): unknown =>
  isRecord(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;

/** What a layer says at a path: `null` (unset) also where the whole group is `null`. */
const valueAt = (values: unknown, path: string): unknown => {
  let value = values;
  for (const key of path.split('.')) {
    if (value === null) return null;
    value = ownValue(value, key);
  }
  return value;
};

interface NamedLayer {
  readonly name: PolicyLayerName;
  readonly values: unknown;
}

/** Strongest first. */
const layersFor = ({ connector, host }: PolicyLayers, queue: string | undefined): readonly NamedLayer[] => {
  const ofQueue = (layer: PolicyLayer | undefined): unknown =>
    queue === undefined ? undefined : ownValue(layer?.queues, queue);
  return [
    { name: "host's queue", values: ofQueue(host) },
    { name: 'host', values: host },
    { name: "connector's queue", values: ofQueue(connector) },
    { name: 'connector', values: connector },
    { name: 'built-in', values: builtIn },
  ];
};

/** Which layer decides a place, and what it says. `undefined` with `built-in`: nobody sets it. */
export interface Explanation {
  readonly layer: PolicyLayerName;
  readonly value: unknown;
}

/**
 * Says which layer decides `path` for a chat of `queue`. `null` in a layer unsets what weaker layers say; a bad value
 * counts as not said.
 */
export const explain = (layers: PolicyLayers, path: PolicyPath, queue?: string): Explanation => {
  for (const { name, values } of layersFor(layers, queue)) {
    const value = valueAt(values, path);
    if (value === null) return { layer: name, value: valueAt(builtIn, path) };
    if (value !== undefined && places[path].ok(value)) return { layer: name, value };
  }
  return { layer: 'built-in', value: undefined };
};

/** The policy for a chat of `queue`. */
export const resolve = (layers: PolicyLayers, queue?: string): EffectivePolicy => {
  const at = <T>(path: PolicyPath): T => explain(layers, path, queue).value as T;
  const target = at<number | undefined>('response.target');
  return {
    crm: at('crm'),
    typing: at('typing'),
    summaries: at('summaries'),
    response:
      target === undefined || target <= 0
        ? undefined
        : { target, warnAt: at('response.warnAt'), urgentAt: at('response.urgentAt'), anchor: at('response.anchor') },
    wrapUp: {
      disposition: at('wrapUp.disposition'),
      notes: at('wrapUp.notes'),
      timeLimit: at('wrapUp.timeLimit'),
      dispositions: at('wrapUp.dispositions'),
    },
  };
};

const groups: ReadonlySet<string> = new Set(
  POLICY_PATHS.flatMap((path) => (path.includes('.') ? [path.split('.')[0] ?? ''] : [])),
);

const problemsOf = (values: unknown, layer: PolicyLayerName, prefix: string): readonly PolicyProblem[] => {
  if (values === undefined || values === null) return [];
  if (!isRecord(values)) return [{ layer, path: prefix || 'policy', value: values, wants: 'an object' }];
  const problems: PolicyProblem[] = [];
  const bad = (path: string, value: unknown, wants: string): void =>
    void problems.push({ layer, path: prefix + path, value, wants });
  const check = (path: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    if (groups.has(path)) {
      if (!isRecord(value)) return bad(path, value, 'an object');
      for (const [key, inner] of Object.entries(value)) check(`${path}.${key}`, inner);
    } else if (!Object.hasOwn(places, path))
      bad(path, value, `no such setting; there are ${POLICY_PATHS.join(', ')}, queues`);
    else if (!places[path as PolicyPath].ok(value)) bad(path, value, places[path as PolicyPath].wants);
    else if (path === 'wrapUp.dispositions')
      for (const { code, at } of leavesOf(value as readonly Disposition[]).problems)
        bad(path, at, `a tree without ${code} (at "${at}")`);
  };
  for (const [key, value] of Object.entries(values)) if (key !== 'queues') check(key, value);
  return problems;
};

/** Everything wrong with the layers, for warnings. */
export const policyProblems = ({ connector, host }: PolicyLayers): readonly PolicyProblem[] =>
  (
    [
      ['connector', connector],
      ['host', host],
    ] as const
  ).flatMap(([name, layer]) => {
    const queues: unknown = ownValue(layer, 'queues');
    const inQueues = isRecord(queues)
      ? Object.entries(queues).flatMap(([queue, values]) => problemsOf(values, `${name}'s queue`, `queues.${queue}.`))
      : problemsOf(queues, `${name}'s queue`, 'queues');
    return [...problemsOf(layer, name, ''), ...inQueues];
  });
