import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a gateway counts, as Prometheus reads it. Labels are names of ours: never an id, a text or a person. */
export interface Metrics {
  readonly registry: Registry;
  readonly sockets: Gauge<'role'>;
  readonly frames: Counter<'type'>;
  readonly troubles: Counter<'code'>;
  readonly refusals: Counter<'code'>;
  readonly closes: Counter<'code'>;
  readonly commits: Counter<'outcome'>;
  readonly commitSeconds: Histogram;
  readonly gaps: Counter;
  readonly webhooks: Counter<'channel' | 'outcome'>;
}

export interface MetricsOptions {
  readonly engine: string;
  /** Counts the sockets of a role, and of those that have not said who they are. */
  readonly countSockets: (role: 'agent' | 'end-user' | 'unknown') => number;
}

export const createMetrics = ({ engine, countSockets }: MetricsOptions): Metrics => {
  const registry = new Registry();
  registry.setDefaultLabels({ engine });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> =>
    new Counter({ name: `agent_chat_${name}`, help, labelNames, registers });
  return {
    registry,
    sockets: new Gauge({
      name: 'agent_chat_sockets',
      help: 'Open sockets, by role.',
      labelNames: ['role'],
      registers,
      collect() {
        for (const role of ['agent', 'end-user', 'unknown'] as const) this.set({ role }, countSockets(role));
      },
    }),
    frames: counter('frames_total', 'Frames taken in, by type.', ['type']),
    troubles: counter('troubles_total', 'Frames that could not be used, by code.', ['code']),
    refusals: counter('refusals_total', 'Commands refused, by code.', ['code']),
    closes: counter('closes_total', 'Sockets closed, by code.', ['code']),
    commits: counter('commits_total', 'Commits, by outcome: won, or somebody was quicker.', ['outcome']),
    commitSeconds: new Histogram({
      name: 'agent_chat_commit_seconds',
      help: 'How long the engine took for a commit.',
      buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    gaps: counter(
      'engine_troubles_total',
      'Times that the engine failed, or word of commits may have been missed.',
      [],
    ),
    webhooks: counter('webhooks_total', 'Deliveries of channels from outside, both ways.', ['channel', 'outcome']),
  };
};
