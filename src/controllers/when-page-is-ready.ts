/** Runs `run` in a later task, once the page's own scripts had their turn: what they bring is not missing before. */
export const whenPageIsReady = (run: () => void): void => {
  const later = (): void => void setTimeout(run);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
};
