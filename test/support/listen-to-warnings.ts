/** What was said to the developer meanwhile. */
export const listenToWarnings = (): { readonly texts: string[]; readonly stop: () => void } => {
  const texts: string[] = [];
  const { warn } = console;
  console.warn = (text: unknown) => void texts.push(String(text));
  return { texts, stop: () => void (console.warn = warn) };
};
