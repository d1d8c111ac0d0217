/**
 * What all copies of the package on a page share, made by the first that asks: it hangs on the document, as copies have no
 * module in common.
 */
export const shared = <T>(name: string, make: () => T): T => {
  const holder = document as unknown as Record<symbol, T | undefined>;
  return (holder[Symbol.for(`agent-chat-adapter/${name}@1`)] ??= make());
};
