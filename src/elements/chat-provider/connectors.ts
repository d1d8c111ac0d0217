import type { ChatConnector } from '../../core/index.js';

/** Makes a connector. Called once for each provider that asks for it, and again after it rejected. */
export type ConnectorLoader = () => ChatConnector | Promise<ChatConnector>;

/** The connectors that `connect-to` can name. */
export interface ConnectorRegistry {
  register(name: string, load: ConnectorLoader): void;
  find(name: string): ConnectorLoader | undefined;
  readonly names: readonly string[];
  /** Calls `changed` with each name that is registered from now on; returns what stops that. */
  watch(changed: (name: string) => void): () => void;
  /** Registers here too what is registered with `other`, now and later. */
  follow(other: ConnectorRegistry): void;
}

/** Makes an empty registry. */
export const createConnectorRegistry = (): ConnectorRegistry => {
  const loaders = new Map<string, ConnectorLoader>();
  const watchers = new Set<(name: string) => void>();
  const registry: ConnectorRegistry = {
    register(name, load) {
      loaders.set(name, load);
      for (const changed of [...watchers]) changed(name);
    },
    find: (name) => loaders.get(name),
    get names() {
      return [...loaders.keys()];
    },
    watch(changed) {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
    follow(other) {
      const take = (name: string): void => {
        const load = other.find(name);
        // A name that is taken stays with who took it first, like a tag.
        if (load !== undefined && !loaders.has(name)) registry.register(name, load);
      };
      other.names.forEach(take);
      other.watch(take);
    },
  };
  return registry;
};

/** The connectors of this copy of the package. */
export const connectors: ConnectorRegistry = createConnectorRegistry();

/**
 * Gives a name to a way to a back end, for the attribute `connect-to`. `load` makes a connector whenever a provider asks
 * for that name; addresses and tokens are its own business. Registering a name again replaces it for providers that ask
 * from then on; tags that already wait for the name find it.
 */
export const registerConnector = (name: string, load: ConnectorLoader): void => connectors.register(name, load);
