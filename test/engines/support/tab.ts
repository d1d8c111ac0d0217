import { expect } from 'vitest';

/** What is used of a page of Puppeteer's, and of WebKit's. */
export interface EnginePage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  close(): Promise<unknown>;
  bringToFront?(): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  readonly keyboard: {
    type(text: string): Promise<void>;
    press(key: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
  };
  readonly mouse: { click(x: number, y: number): Promise<void> };
}

type Name = string | RegExp;

const patternOf = (name: Name): string =>
  typeof name === 'string' ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : name.source;

/** A tab in which somebody works: things are found by role and name, and reached by real keys and a real mouse. */
export interface Tab {
  /** Clicks on what is there, or will be. */
  click(role: string, name: Name, within?: string): Promise<void>;
  /** Clicks into a field and types. */
  type(text: string): Promise<void>;
  /** Presses a key, or several together as in `Shift+Tab`. */
  press(keys: string): Promise<void>;
  /** Presses Tab, or `keys`, until the focus is on what has a name. */
  tabTo(name: RegExp, keys?: string): Promise<void>;
  /** Waits until it is there, `times` if that is told, or until it is gone by 0. */
  sees(role: string, name: Name, times?: number, within?: string): Promise<void>;
  /** The value of a field, or the text of anything else. */
  read(role: string, name: Name, within?: string): Promise<string | null>;
  /** What the first such tag, within another, has as a property; `null` if there is none. */
  property<T>(within: string, tag: string, name: string): Promise<T | null>;
  focused(): Promise<{ readonly tag: string; readonly name: string }>;
  reload(): Promise<void>;
  evaluate<T>(expression: string): Promise<T>;
}

/** Asks again until it gives what is wanted; says what it gave last if it never does. */
export const eventually = async (read: () => Promise<unknown>, wanted: unknown): Promise<void> =>
  expect.poll(read, { timeout: 15_000, interval: 30 }).toEqual(wanted);

export const tabOf = (page: EnginePage): Tab => {
  const evaluate = <T>(expression: string): Promise<T> => page.evaluate(expression) as Promise<T>;
  const ask = <T>(what: string, ...values: readonly unknown[]): Promise<T> =>
    evaluate(`journey.${what}(${values.map((value) => JSON.stringify(value) ?? 'undefined').join(', ')})`);

  const press = async (keys: string): Promise<void> => {
    const held = keys.split('+');
    const last = held.pop()!;
    await page.bringToFront?.();
    for (const key of held) await page.keyboard.down(key);
    await page.keyboard.press(last);
    for (const key of held.reverse()) await page.keyboard.up(key);
  };
  const focused: Tab['focused'] = () => ask('focused');

  return {
    evaluate,
    press,
    focused,
    async click(role, name, within) {
      let place: [number, number] | null = null;
      await eventually(async () => {
        const before = String(place);
        place = await ask('place', role, patternOf(name), within);
        // Until it stands still a click would miss it.
        return (place !== null && String(place) === before) || `no ${role} ${String(name)} to click on`;
      }, true);
      await page.bringToFront?.();
      await page.mouse.click(...place!);
    },
    async type(text) {
      await page.bringToFront?.();
      await page.keyboard.type(text);
    },
    async tabTo(name, keys = 'Tab') {
      const passed: string[] = [];
      for (let times = 0; times < 60; times += 1) {
        const now = await focused();
        if (name.test(now.name)) return;
        passed.push(now.name.slice(0, 30));
        await press(keys);
      }
      throw new Error(`${String(name)} was never reached; passed: ${passed.join(' | ')}`);
    },
    async sees(role, name, times, within) {
      const seek = (what: 'count' | 'isThere') => () => ask(what, role, patternOf(name), within);
      await (times === undefined ? eventually(seek('isThere'), true) : eventually(seek('count'), times));
    },
    read: (role, name, within) => ask('text', role, patternOf(name), within),
    property: (within, tag, name) => ask('property', within, tag, name),
    async reload() {
      await page.reload();
    },
  };
};
