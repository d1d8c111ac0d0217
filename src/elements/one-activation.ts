/** A key held down is one activation: what comes in a button's place, or right behind it, is not meant by it. */
export const oneActivation = (event: KeyboardEvent): void => {
  if (event.repeat && event.key === 'Enter' && event.target instanceof HTMLButtonElement) event.preventDefault();
};
