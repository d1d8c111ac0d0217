import type { Preview } from '@storybook/web-components-vite';
import { languages } from './language.js';
import { OWN_THEME, themes } from './themes.js';

const inWords = (name: string): string => name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

const chooser = (
  description: string,
  icon: 'mirror' | 'paintbrush' | 'globe' | 'transfer' | 'menu' | 'contrast' | 'circle' | 'type',
  named: boolean,
  items: readonly { readonly value: string; readonly title: string }[],
): NonNullable<Preview['globalTypes']>[string] => ({
  description,
  toolbar: { icon, dynamicTitle: named, items: [...items] },
});

/** Whether the toolbar says what is chosen; were all of them named, it would not hold them. */
const NAMED = true;

/** What the toolbar offers. */
export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: chooser('Theme', 'paintbrush', NAMED, [
    { value: '', title: 'No theme' },
    ...[...themes.keys()].map((value) => ({ value, title: inWords(value) })),
    { value: OWN_THEME, title: 'My theme' },
  ]),
  scheme: chooser('Light or dark', 'mirror', NAMED, [
    { value: 'light dark', title: 'As the system' },
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
  ]),
  locale: chooser('Language', 'globe', NAMED, languages),
  direction: chooser('Reading direction', 'transfer', !NAMED, [
    { value: 'auto', title: 'As the language' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  density: chooser('Density', 'menu', !NAMED, [
    { value: '', title: 'Comfortable' },
    { value: 'compact', title: 'Compact' },
  ]),
  colors: chooser('Forced colours', 'contrast', !NAMED, [
    { value: '', title: 'Colours as designed' },
    { value: 'forced', title: 'Forced colours (rehearsed)' },
  ]),
  motion: chooser('Motion and transparency', 'circle', !NAMED, [
    { value: '', title: 'As the system' },
    { value: 'reduced', title: 'Reduced (rehearsed)' },
  ]),
  text: chooser('Text size', 'type', !NAMED, [
    { value: '', title: 'Text 100 %' },
    { value: 'large', title: 'Text 200 %' },
  ]),
};

export const initialGlobals: NonNullable<Preview['initialGlobals']> = {
  theme: '',
  scheme: 'light',
  locale: '',
  direction: 'auto',
  density: '',
  colors: '',
  motion: '',
  text: '',
};
