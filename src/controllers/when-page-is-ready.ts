import { isServer } from 'lit';

/**
 * Runs `run` in a later task, once the page's own scripts had their turn: what they bring is not missing before. Never on a
 * server.
 */
export const whenPageIsReady = (run: () => void): void => {
  if (isServer) return;
  const later = (): void => void setTimeout(run);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
};
