import type { DeskCommands } from './chat-desk.js';
import { createCommandKit, type CommandWorld } from './command-kit.js';
import type { By } from './happenings.js';
import { createLifeCommands } from './life-commands.js';
import { createMessageCommands } from './message-commands.js';
import { createWrapUpCommands } from './wrap-up-commands.js';

/** Commands by who gives them, and what the clock does by itself. */
export interface Commands {
  as(by: By): DeskCommands;
  submitForLimit(chatId: string): void;
}

export const createCommands = (world: CommandWorld): Commands => {
  const kit = createCommandKit(world);
  const life = createLifeCommands(world, kit);
  const messages = createMessageCommands(world, kit);
  const wrapUp = createWrapUpCommands(world, kit);
  const byWhom = new Map<By, DeskCommands>();
  return {
    as(by) {
      const commands = byWhom.get(by) ?? { ...life(by), ...messages(by), ...wrapUp.as(by) };
      byWhom.set(by, commands);
      return commands;
    },
    submitForLimit: wrapUp.submitForLimit,
  };
};
