import type { Engine } from './engine.js';
import type { Settings } from './settings.js';

/**
 * Opens the engine that is set. Each is loaded only where it is used.
 *
 * @param standBy told `true` if another gateway has what only one may have, and `false` when this one takes over
 */
export const openEngine = async (
  { engine }: Pick<Settings, 'engine'>,
  onTrouble: (error: unknown) => void,
  standBy: (stands: boolean) => void,
): Promise<Engine> => {
  switch (engine.name) {
    case 'pglite': {
      const { openPGliteEngine } = await import('./engines/sql/pglite.js');
      return openPGliteEngine(engine.folder, standBy);
    }
    case 'postgres': {
      const { openPostgresEngine } = await import('./engines/sql/postgres.js');
      return openPostgresEngine({ ...engine, onTrouble });
    }
    case 'jetstream': {
      const { jetStreamSettings, openJetStream } = await import('./engines/jetstream/index.js');
      return openJetStream({ ...jetStreamSettings(engine.env), onTrouble });
    }
  }
};
