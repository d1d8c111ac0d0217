import { connectors, type ConnectorRegistry } from '../elements/chat-provider/connectors.js';
import { provideDefaults } from '../elements/chat-provider/defaults.js';
import type { ChatElementClass } from '../elements/chat-element.js';
import { VERSION } from '../elements/version.js';
import { createPageStorage } from '../platform/page-storage.js';

/** A class that has one of our tags' names: ours, another copy's or version's, or somebody else's. */
type Taken = CustomElementConstructor &
  Partial<Pick<ChatElementClass, 'version'>> & { readonly connectors?: ConnectorRegistry };

const told = new WeakMap<CustomElementRegistry, Set<string>>();

/** The first copy stays, as a tag cannot be registered twice; told once for each other version. */
const giveWay = (tag: string, taken: Taken, registry: CustomElementRegistry): void => {
  // What a page registers with this copy must reach the tags of the other.
  taken.connectors?.follow(connectors);
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
  if (taken === undefined) registry.define(tagClass.tag, tagClass);
  else giveWay(tagClass.tag, taken, registry);
};

/**
 * Registers classes under their tags, each after what it shows inside, and gives providers the page's storage. A tag that
 * is taken stays as it is: the same class in silence, another one with a warning.
 */
export const registerTags = (
  tags: readonly ChatElementClass[],
  registry: CustomElementRegistry = customElements,
): void => {
  provideDefaults({ storage: createPageStorage() });
  for (const tagClass of tags) register(tagClass, registry);
};
