import type { Disposition } from './dispositions.js';
import { readerOf, type PolicyPath } from './policy-places.js';
import { hasTarget, type Anchor } from './response.js';
import { ownValue } from './shape.js';
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
    /** Seconds after the chat ended; 0 means none. */
    readonly timeLimit?: number;
    /** Without it the connector is asked. */
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

/**
 * One layer: any part of a policy, with the queues that differ. `null` for a queue, or for all, unsets what a weaker
 * layer says of that queue, or of any.
 */
export type PolicyLayer = PolicyValues & {
  readonly queues?: Readonly<Record<string, PolicyValues | null>> | null;
};

/** The layers by name, weakest first: built-in, connector, connector's queue, host, host's queue. */
export type PolicyLayerName = 'built-in' | 'connector' | "connector's queue" | 'host' | "host's queue";

export interface PolicyLayers {
  readonly connector?: PolicyLayer | undefined;
  readonly host?: PolicyLayer | undefined;
}

const builtIn: PolicyValues = {
  crm: false,
  typing: 'indicator',
  summaries: false,
  response: { warnAt: 45, urgentAt: 15, anchor: 'first-unanswered' },
  wrapUp: { disposition: 'absent', notes: 'absent' },
};

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

/** What a layer says of a queue; `null` where it unsets what weaker layers say. */
const ofQueue = (layer: PolicyLayer | undefined, queue: string | undefined): unknown => {
  if (queue === undefined) return undefined;
  const queues = ownValue(layer, 'queues');
  return queues === null ? null : ownValue(queues, queue);
};

/** Strongest first. */
const layersFor = ({ connector, host }: PolicyLayers, queue: string | undefined): readonly NamedLayer[] => {
  const hostQueue = ofQueue(host, queue);
  const connectorQueue = hostQueue === null ? undefined : ofQueue(connector, queue);
  return [
    { name: "host's queue", values: hostQueue ?? undefined },
    { name: 'host', values: host ?? undefined },
    { name: "connector's queue", values: connectorQueue ?? undefined },
    { name: 'connector', values: connector ?? undefined },
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
 * counts as not said, and so does a path that is none.
 */
export const explain = (layers: PolicyLayers, path: PolicyPath, queue?: string): Explanation => {
  const read = readerOf(path);
  for (const { name, values } of layersFor(layers, queue)) {
    const value = valueAt(values, path);
    if (value === null) return { layer: name, value: valueAt(builtIn, path) };
    if (read?.(value, path, () => undefined) !== undefined) return { layer: name, value };
  }
  return { layer: 'built-in', value: undefined };
};

/** The policy for a chat of `queue`. */
export const resolve = (layers: PolicyLayers, queue?: string): EffectivePolicy => {
  // Every place was read by its own reader, so what comes out of it is what the place takes.
  const at = (path: PolicyPath): never => explain(layers, path, queue).value as never;
  const target: number | undefined = at('response.target');
  const timeLimit: number | undefined = at('wrapUp.timeLimit');
  return {
    crm: at('crm'),
    typing: at('typing'),
    summaries: at('summaries'),
    response: !hasTarget(target)
      ? undefined
      : { target, warnAt: at('response.warnAt'), urgentAt: at('response.urgentAt'), anchor: at('response.anchor') },
    wrapUp: {
      disposition: at('wrapUp.disposition'),
      notes: at('wrapUp.notes'),
      timeLimit: timeLimit === 0 ? undefined : timeLimit,
      dispositions: at('wrapUp.dispositions'),
    },
  };
};
