import { expect, it } from 'vitest';
import { cssOf, themeFrom } from '../../stories/theme-builder/theme.js';
import { tokens } from '../../stories/theme-builder/token-list.js';

const names = new Set(tokens.map(({ name }) => name));

it('knows the defaults of a token in light and dark, through what it refers to', () => {
  expect(tokens.find(({ name }) => name === '--chat-color-accent')).toMatchObject({
    layer: 'semantic',
    isColor: true,
    light: '#2455d6',
    dark: '#8fb0ff',
  });
  expect(tokens.find(({ name }) => name === '--chat-badge-color')).toMatchObject({ light: '#2455d6', dark: '#8fb0ff' });
  expect(tokens.find(({ name }) => name === '--chat-space')).toMatchObject({ isColor: false, light: '0.25rem' });
});

it('writes a theme that comes back the same', () => {
  const theme = new Map([
    ['--chat-color-accent', { light: '#7a1fa2', dark: 'rgb(227, 181, 245)' }],
    ['--chat-radius', { light: '2px' }],
    ['--chat-focus', { light: '2px solid var(--chat-color-accent, #2455d6)' }],
  ]);
  expect(themeFrom(cssOf(theme), names)).toEqual({ theme, unknown: [] });
});

it('writes one value where light and dark are the same', () => {
  expect(cssOf(new Map([['--chat-color-ink', { light: '#111', dark: '#111' }]]))).toContain('--chat-color-ink: #111;');
});

it('reads the tokens out of any style sheet, and names what is none', () => {
  const css = `/* --chat-color-ink: red; */ .crm { color: red; --chat-color-ink: black; --chat-colour: red }
    @media (min-width: 1px) { .crm { --chat-radius:
      4px } }`;
  const { theme, unknown } = themeFrom(css, names);
  expect([...theme]).toEqual([
    ['--chat-color-ink', { light: 'black' }],
    ['--chat-radius', { light: '4px' }],
  ]);
  expect(unknown).toEqual(['--chat-colour']);
});
