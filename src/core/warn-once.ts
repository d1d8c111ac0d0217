const warned = new WeakMap<object, Set<string>>();

/** Warns the developer once per owner and text: what is wrong and how to mend it. */
export const warnOnce = (owner: object, text: string): void => {
  const texts = warned.get(owner) ?? new Set<string>();
  if (texts.has(text)) return;
  warned.set(owner, texts.add(text));
  console.warn(`agent-chat-adapter: ${text}`);
};
