import type { Tab } from './tab.js';

/** How somebody works a page. */
export interface Hand {
  /** Presses a button. `before`: it stands before what has the focus. */
  activate(name: string | RegExp, before?: 'before'): Promise<void>;
  fill(name: RegExp, text: string): Promise<void>;
  /** Takes the first choice of a list. */
  choose(name: RegExp): Promise<void>;
}

const exactly = (name: string | RegExp): RegExp =>
  typeof name === 'string' ? new RegExp(`^${name.replace(/[?]/g, '\\?')}$`, 'u') : name;

export const byMouse = (tab: Tab): Hand => ({
  activate: (name) => tab.click('button', name),
  async fill(name, text) {
    await tab.click('textbox', name);
    await tab.type(text);
  },
  async choose(name) {
    await tab.click('combobox', name);
    await tab.click('option', /./);
  },
});

export const byKeyboard = (tab: Tab): Hand => {
  const to = async (role: string, name: string | RegExp, keys?: string): Promise<void> => {
    await tab.sees(role, name);
    await tab.tabTo(exactly(name), keys);
  };
  return {
    async activate(name, before) {
      await to('button', name, before && 'Shift+Tab');
      await tab.press('Enter');
    },
    async fill(name, text) {
      await to('textbox', name);
      await tab.type(text);
    },
    async choose(name) {
      await to('combobox', name);
      await tab.press('ArrowDown');
      await tab.press('Enter');
    },
  };
};
