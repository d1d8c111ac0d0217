/** What can be done by keys from anywhere on the page. `chat1` is the first chat of the list; `help` lists the keys. */
export type KeyAction =
  | 'toggle'
  | 'answer'
  | 'next'
  | 'previous'
  | `chat${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | 'previews'
  | 'reply'
  | 'find'
  | 'end'
  | 'submit'
  | 'done'
  | 'help';

/**
 * The keys of a page: for each action a combination such as `"Alt+Shift+N"`, `"Mod+Enter"` or `"F2"` (`Mod` is Meta on a
 * Mac, else Control), or `null` for none. What is not named keeps its default. One without Control, Alt or Meta works
 * only while the focus is inside and not in a text field.
 */
export type Keys = { readonly [A in KeyAction]?: string | null | undefined };

/** The keys in force, as `aria-keyshortcuts` writes them. */
export type KeyMap = ReadonlyMap<KeyAction, string>;

/** Alt+Shift is left free by browsers and screen readers; on a Mac, where it types characters, Control+Shift is. */
const DEFAULTS: Readonly<Record<string, string>> = {
  ...{ toggle: 'C', answer: 'N', next: 'J', previous: 'K', previews: 'P', reply: 'R', find: 'F', end: 'E' },
  ...{ submit: 'S', done: 'D', help: '?' },
  ...Object.fromEntries('1 2 3 4 5 6 7 8 9'.split(' ').map((number) => [`chat${number}`, number])),
};

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta'];
const COMMANDS = /Control|Alt|Meta/;
/** Tab and Escape are left out: they lead out of things. */
const KEY =
  /^(?:[^\s+]|F\d\d?|Arrow(?:Up|Down|Left|Right)|Home|End|Page(?:Up|Down)|Insert|Delete|Backspace|Enter|Space)$/u;

/** What a keyboard event tells of the key. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** A sign says by itself whether Shift was needed for it, which depends on the keyboard. */
const write = (modifiers: readonly string[], key: string): string => {
  const isSign = /^[^a-z\d]$/iu.test(key);
  return [...MODIFIERS.filter((one) => modifiers.includes(one) && !(isSign && one === 'Shift')), key].join('+');
};

/**
 * The combination that was pressed. Digits go by their place, since some keyboards have them with Shift; letters are those
 * on the keyboard, or by their place where it has others (Cyrillic, Greek) or Alt made a sign of them.
 */
export const comboOf = ({ key, code, ctrlKey, altKey, shiftKey, metaKey }: KeyPress): string => {
  const pressed = [ctrlKey, altKey, shiftKey, metaKey];
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const letter = /^[!-~]$/.test(key) ? key.toUpperCase() : /^Key(.)$/.exec(code)?.[1];
  return write(
    MODIFIERS.filter((_modifier, index) => pressed[index]),
    digit ?? letter ?? (key === ' ' ? 'Space' : key),
  );
};

/** Whether a combination has nothing that tells it from typing. */
export const isBare = (combo: string): boolean => !COMMANDS.test(combo);

const read = (text: string | null, isMac: boolean): string | undefined => {
  const parts = String(text)
    .replace('Mod+', isMac ? 'Meta+' : 'Control+')
    .split('+');
  const key = parts.pop() ?? '';
  return KEY.test(key) && parts.every((one) => MODIFIERS.includes(one))
    ? write(parts, key.length > 1 ? key : key.toUpperCase())
    : undefined;
};

/** The keys in force, and what is wrong with those given, in words for their author. */
export const resolveKeys = (given: Keys, isMac: boolean): { readonly map: KeyMap; readonly problems: string[] } => {
  const problems: string[] = [];
  const map = new Map<KeyAction, string>();
  const defaults = Object.entries(DEFAULTS).map(
    ([action, key]) => [action, `${isMac ? 'Control' : 'Alt'}+Shift+${key}`] as const,
  );
  // The page's own come first: where one meets a default, that gives way.
  const all: readonly (readonly [action: string, text: string | null | undefined])[] = [
    ...Object.entries(given),
    ...defaults,
  ];
  const settled = new Set<string>();
  for (const [name, text] of all) {
    if (text === undefined || settled.has(name)) continue;
    const combo = read(text, isMac);
    const by = [...map].find(([, other]) => other === combo)?.[0];
    if (!Object.hasOwn(DEFAULTS, name)) problems.push(`there is no action "${name}"`);
    else if (text !== null && combo === undefined)
      problems.push(`"${text}" for ${name} is no combination such as "Control+Shift+N"`);
    else {
      settled.add(name);
      if (by !== undefined) problems.push(`"${String(combo)}" is for ${by}, and so not for ${name}`);
      else if (text !== null && combo !== undefined) map.set(name as KeyAction, combo);
    }
  }
  return { map, problems };
};
