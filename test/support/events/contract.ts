import { readFileSync } from 'node:fs';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import { atTop } from '../at-top.mjs';

/** What `events.json` says of an event. */
export interface EventPromise {
  readonly description: string;
  readonly class: string;
  readonly tags: readonly string[];
  readonly bubbles: boolean;
  readonly composed: boolean;
  readonly cancelable: boolean;
  /** A JSON Schema; `null` where the event carries nothing. */
  readonly detail: object | null;
}

/** What is promised of events: which tag fires which, and what each is like. */
export interface Contract {
  readonly tags: readonly string[];
  /** The names of the events that each tag fires, by the manifest. */
  readonly firedBy: ReadonlyMap<string, ReadonlySet<string>>;
  readonly events: Readonly<Record<string, EventPromise>>;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(atTop(path), 'utf8')) as T;

const elements = read<Package>('custom-elements.json')
  .modules.flatMap(({ declarations = [] }) => declarations as readonly CustomElementDeclaration[])
  .filter((it): it is CustomElementDeclaration & { readonly tagName: string } => it.tagName !== undefined);

export const contract: Contract = {
  tags: elements.map(({ tagName }) => tagName),
  firedBy: new Map(elements.map(({ tagName, events = [] }) => [tagName, new Set(events.map(({ name }) => name))])),
  events: read<{ readonly events: Contract['events'] }>('src/elements/events.json').events,
};
