import type { ConnectorRegistry } from '../elements/chat-provider/connectors.js';
import type { ChatElementClass } from '../elements/chat-element.js';
import { VERSION } from '../elements/version.js';

/** What a provider's class has. */
interface WithConnectors {
  readonly connectors?: ConnectorRegistry;
}

/** A class that has one of our tags' names: ours, another copy's or version's, or somebody else's. */
type Taken = CustomElementConstructor & Partial<Pick<ChatElementClass, 'version'>> & WithConnectors;

const told = new WeakMap<CustomElementRegistry, Set<string>>();

/** The first copy stays, as a tag cannot be registered twice; told once for each other version. */
const giveWay = (
  { tag, connectors }: ChatElementClass & WithConnectors,
  taken: Taken,
  registry: CustomElementRegistry,
): void => {
  // What a page registers with this copy must reach the tags of the other.
  if (connectors) taken.connectors?.follow(connectors);
  const other = taken.version ?? 'unknown';
  const versions = told.get(registry) ?? new Set();
  if (versions.has(other)) return;
  told.set(registry, versions.add(other));
  console.warn(
    `agent-chat-adapter: <${tag}> of version ${VERSION} is left out, as version ${other} is there already. Load one copy.`,
  );
};

const register = (tagClass: ChatElementClass, registry: CustomElementRegistry): void => {
  const taken: Taken | undefined = registry.get(tagClass.tag);
  if (taken === tagClass) return;
  for (const used of tagClass.uses ?? []) register(used, registry);
  if (taken !== undefined) return giveWay(tagClass, taken, registry);
  registry.define(tagClass.tag, tagClass);
  if (registry === customElements) tagClass.defined?.();
};

/**
 * Registers classes under their tags, each after what it shows inside. A tag that is taken stays as it is: the same
 * class in silence, another one with a warning.
 */
export const registerTags = (
  tags: readonly ChatElementClass[],
  registry: CustomElementRegistry = customElements,
): void => {
  for (const tagClass of tags) register(tagClass, registry);
};
