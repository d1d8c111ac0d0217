#!/usr/bin/env node
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SettingsError } from './settings.js';
import { start } from './start.js';

export { start } from './start.js';

const run = async (): Promise<void> => {
  let standsBy = false;
  const starting = start(process.env, (stands) => {
    standsBy = stands;
    if (stands) process.send?.({ standsBy });
  });
  let ending = false;
  /** Drains what has started, once. */
  const end = (): void => {
    if (ending) return;
    ending = true;
    // It has nothing yet that could be drained.
    if (standsBy) process.exit(0);
    starting
      .then(({ stop }) => stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // Started by another program of Node's, such as the demo: gone with it, and told where it listens.
  process.on('disconnect', end);
  const { gateway, engine } = await starting;
  process.send?.({ url: gateway.url, engine: engine.name, serverVersion: engine.serverVersion });
};

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  run().catch((error: unknown) => {
    console.error(error instanceof SettingsError ? error.message : error);
    process.exit(1);
  });
}
