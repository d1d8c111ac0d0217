import { dataOf, harnessFor, type Harness, type Host } from './host.js';

/** Reads and works a `<chat-launcher>`. */
export interface ChatLauncherHarness extends Harness {
  /** Whether it says that the adapter is open. */
  isOpen(): Promise<boolean>;
  /** How many requests wait. */
  waiting(): Promise<number>;
  /** Presses it, unless it is open already. */
  open(): Promise<void>;
  /** Presses it, unless it is closed already. */
  close(): Promise<void>;
}

export const chatLauncherOf = (host: Host): ChatLauncherHarness => {
  const isOpen = async (): Promise<boolean> => (await host.part('button')).ariaExpanded === 'true';
  return {
    ...host.harness,
    isOpen,
    async waiting() {
      const [badge] = await host.parts('badge');
      return Number((badge && dataOf(badge, 'count')) ?? 0);
    },
    async open() {
      if (!(await isOpen())) await host.click('button');
    },
    async close() {
      if (await isOpen()) await host.click('button');
    },
  };
};

/** The harness of a `<chat-launcher>`. */
export const chatLauncherHarness = harnessFor('chat-launcher', chatLauncherOf);
