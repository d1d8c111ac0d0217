/** Tells a developer of a mistake, each one once. */
export const createWarner = (write: (text: string) => void): ((key: string, text: string) => void) => {
  const warned = new Set<string>();
  return (key, text) => {
    if (warned.has(key)) return;
    warned.add(key);
    write(`agent-chat-adapter: ${text}`);
  };
};
