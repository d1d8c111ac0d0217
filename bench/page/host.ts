/** Where every subject stands. */
export const host = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>('#host');
  if (element === null) throw new Error('The page has no place for a subject.');
  return element;
};
