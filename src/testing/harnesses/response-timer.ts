import type { Urgency } from '../../core/index.js';
import { harnessFor, type Harness, type Host } from './host.js';

/** Reads a `<response-timer>`. */
export interface ResponseTimerHarness extends Harness {
  urgency(): Promise<Urgency>;
  /** The digits, such as "1:05"; empty while no time counts. */
  text(): Promise<string>;
  /** What is said of it, in the page's language; empty while no time counts. */
  label(): Promise<string>;
}

export const responseTimerOf = (host: Host): ResponseTimerHarness => ({
  ...host.harness,
  urgency: async () => ((await host.element()).getAttribute('urgency') ?? 'none') as Urgency,
  text: async () => (await host.words('time')) ?? '',
  label: async () => (await host.parts('timer'))[0]?.ariaLabel ?? '',
});

/** The harness of a `<response-timer>`. */
export const responseTimerHarness = harnessFor('response-timer', responseTimerOf);
