import { harnessFor, type Harness, type Host } from './host.js';

/** Reads and works a `<chat-composer>`. */
export interface ChatComposerHarness extends Harness {
  /** What is in the field. */
  text(): Promise<string>;
  /** Whether nothing can be written now. */
  locked(): Promise<boolean>;
  /** Why, in the page's language; `undefined`: nothing is in the way. */
  reason(): Promise<string | undefined>;
  /** Types at the caret. */
  write(text: string): Promise<void>;
  /** Presses the button; while the reply is locked that does nothing, as for the agent. */
  send(): Promise<void>;
  /** The same by Enter in the field. */
  sendByKey(): Promise<void>;
}

export const chatComposerOf = (host: Host): ChatComposerHarness => ({
  ...host.harness,
  text: async () => ((await host.part('field')) as HTMLTextAreaElement).value,
  locked: async () => ((await host.part('field')) as HTMLTextAreaElement).readOnly,
  reason: () => host.words('lock-reason'),
  write: (text) => host.type('field', text),
  send: () => host.click('send-button'),
  async sendByKey() {
    await host.click('field');
    await host.press('Enter');
  },
});

/** The harness of a `<chat-composer>`. */
export const chatComposerHarness = harnessFor('chat-composer', chatComposerOf);
