import { Ajv } from 'ajv';
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { policyProblems, type ChannelAbilities, type Disposition, type PolicyLayer } from '../../src/core/index.js';
import schema from '../policy.schema.json' with { type: 'json' };

/** What an administrator sets for the whole contact centre. */
export interface CentrePolicy {
  /** Told to every agent, as the connector's layer. */
  readonly policy?: PolicyLayer;
  /** How many open chats an agent may have. Absent: any number. */
  readonly limit?: number;
  readonly dispositions?: {
    readonly default?: readonly Disposition[];
    readonly queues?: Readonly<Record<string, readonly Disposition[]>>;
  };
  /** By channel; `default` for all others. */
  readonly channels?: Readonly<Record<string, ChannelAbilities>>;
}

/** The policy as it is now. */
export interface PolicySource {
  readonly value: CentrePolicy;
  /** Calls `listener` at every change; returns what ends that. */
  subscribe(listener: (policy: CentrePolicy) => void): () => void;
  close(): void;
}

/** Something wrong in a policy: its place, and what it wants. Never what stood there. */
export class PolicyError extends Error {
  readonly path: string;

  constructor(path: string, wants: string) {
    super(`${path || 'The policy'} ${wants}.`);
    this.name = 'PolicyError';
    this.path = path;
  }
}

/** The longest list of dispositions, and the longest policy, that still fit into a frame, in bytes. */
const MOST_BYTES = 60_000;

const SEPARATOR = ' › ';

const withPaths = (tree: readonly Disposition[], above: readonly string[]): readonly Disposition[] =>
  tree.map((node) => {
    const names = [...above, node.name];
    const { children } = node;
    const full = node.full_path ?? names.join(SEPARATOR);
    return { ...node, full_path: full, ...(children === undefined ? {} : { children: withPaths(children, names) }) };
  });

const check = new Ajv({ allErrors: false, strict: false }).compile<CentrePolicy>(schema);

const tooLong = (value: unknown): boolean => Buffer.byteLength(JSON.stringify(value ?? null)) > MOST_BYTES;

/**
 * Reads a policy.
 *
 * @throws PolicyError naming the place of the first thing wrong.
 */
export const readPolicy = (text: string): CentrePolicy => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new PolicyError('', 'is no JSON');
  }
  if (!check(data)) {
    const [first] = check.errors ?? [];
    const { additionalProperty, missingProperty } = (first?.params ?? {}) as Readonly<Record<string, string>>;
    const property = additionalProperty ?? missingProperty;
    const path = (first?.instancePath ?? '') + (property === undefined ? '' : `/${property}`);
    const wants = additionalProperty === undefined ? (first?.message ?? 'wants another shape') : 'is not known';
    throw new PolicyError(path, wants);
  }
  const [problem] = policyProblems({ connector: data.policy });
  if (problem !== undefined) throw new PolicyError(`/policy/${problem.path}`, `wants ${problem.wants}`);
  if (tooLong(data.policy)) throw new PolicyError('/policy', `is longer than ${MOST_BYTES} bytes`);
  const { default: common, queues = {} } = data.dispositions ?? {};
  for (const [name, tree] of Object.entries({ default: common, ...queues }))
    if (tree !== undefined && tooLong(withPaths(tree, [])))
      throw new PolicyError(`/dispositions/${name}`, `is longer than ${MOST_BYTES} bytes`);
  return data;
};

/** A policy that never changes by itself. */
export const fixedPolicy = (value: CentrePolicy = {}): PolicySource => ({
  value,
  subscribe: () => () => undefined,
  close: () => undefined,
});

/** How often the file is looked at, in milliseconds: that finds every way of replacing a file, links included. */
const LOOK_EVERY = 1000;

export interface PolicyFileOptions {
  /** Told what is wrong with a file that was changed. The policy stays as it was. */
  readonly onTrouble: (error: unknown) => void;
  readonly onChange?: () => void;
  readonly lookEvery?: number;
}

/**
 * Follows a policy file: read at the start and again whenever it changes.
 *
 * @throws PolicyError where it is wrong at the start, or what reading the file throws.
 */
export const openPolicyFile = (path: string, options: PolicyFileOptions): PolicySource => {
  const { onTrouble, onChange = () => undefined, lookEvery = LOOK_EVERY } = options;
  const listeners = new Set<(policy: CentrePolicy) => void>();
  let text = readFileSync(path, 'utf8');
  let value = readPolicy(text);

  const look = (): void => {
    try {
      const now = readFileSync(path, 'utf8');
      if (now === text) return;
      text = now;
      value = readPolicy(now);
    } catch (error) {
      return onTrouble(error);
    }
    onChange();
    for (const listener of [...listeners]) listener(value);
  };
  watchFile(path, { interval: lookEvery, persistent: false }, look);

  return {
    get value() {
      return value;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      unwatchFile(path, look);
    },
  };
};

/** What a channel can do. */
export const abilitiesOf = ({ channels = {} }: CentrePolicy, channel: string): ChannelAbilities => {
  const own = Object.hasOwn(channels, channel) ? channels[channel] : undefined;
  return own ?? (Object.hasOwn(channels, 'default') ? channels.default : undefined) ?? {};
};

/** What is offered in the wrap-up of a chat of a queue, each with its full path; `undefined`: nothing is known. */
export const dispositionsOf = (
  { dispositions = {} }: CentrePolicy,
  queue: string | undefined,
): readonly Disposition[] | undefined => {
  const { default: common, queues = {} } = dispositions;
  const tree = (queue !== undefined && Object.hasOwn(queues, queue) ? queues[queue] : undefined) ?? common;
  return tree && withPaths(tree, []);
};
