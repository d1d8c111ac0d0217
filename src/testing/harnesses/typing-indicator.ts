import { harnessFor, type Harness, type Host } from './host.js';

/** Reads a `<typing-indicator>`. */
export interface TypingIndicatorHarness extends Harness {
  /** Whether it says that the end user types. */
  isTyping(): Promise<boolean>;
  /** The live text; `undefined`: none is shown. */
  preview(): Promise<string | undefined>;
}

export const typingIndicatorOf = (host: Host): TypingIndicatorHarness => ({
  ...host.harness,
  isTyping: () => host.has('typing'),
  preview: async () => (await host.parts('preview-text'))[0]?.textContent,
});

/** The harness of a `<typing-indicator>`. */
export const typingIndicatorHarness = harnessFor('typing-indicator', typingIndicatorOf);
