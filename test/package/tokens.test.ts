import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { inCss, nameOf, readTokens, type Token } from '../support/read-tokens.mjs';

const tokens = await readTokens('src/theme/tokens.json');

/** The styles of the sources, by file: what stands in templates of `css`, without comments. */
const styles = new Map(
  readdirSync(atTop('src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const source = readFileSync(atTop(`src/${file}`), 'utf8');
      const css = [...source.matchAll(/\bcss`([^`]*)`/g)].map(([, text = '']) => text).join('\n');
      return [file.replaceAll('\\', '/'), css.replace(/\/\*[^]*?\*\//g, '')] as const;
    })
    .filter(([, css]) => css !== ''),
);

const GENERATED = 'theme/tokens.ts';
const written = [...styles].filter(([file]) => file !== GENERATED);

const namesIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

/** `var(--name, default)` in a text, with what stands for the default. */
const uses = (css: string): readonly { readonly name: string; readonly fallback: string | undefined }[] =>
  [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((found) => {
    const after = css.slice(found.index + found[0].length);
    let depth = 1;
    let end = 0;
    for (; depth > 0; end += 1) depth += after[end] === '(' ? 1 : after[end] === ')' ? -1 : 0;
    const inside = after.slice(0, end - 1).trim();
    return { name: found[1] ?? '', fallback: inside.startsWith(',') ? inside.slice(1).trim() : undefined };
  });

/** Names that the elements set by script, as `style.setProperty('--_row', …)`. */
const setByScript = readdirSync(atTop('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => namesIn(readFileSync(atTop(`src/${file}`), 'utf8'), /['"`](--_[\w-]+)['"`]/g));

const asRead = (path: readonly string[]): string => {
  const token = tokens.find(({ name }) => name === nameOf(path));
  return token?.own === undefined ? `var(${token?.name ?? '?'})` : `var(${token.own})`;
};
const defaultOf = ({ value }: Token): string => inCss(value, { reference: asRead });

/** What a value means: the tokens that stand in it. */
const meantBy = (token: Token): readonly string[] =>
  namesIn(JSON.stringify([token.value, token.dark, token.moreContrast, token.lessTransparency]), /"\{([\w.-]+)\}"/g);

describe('the design tokens', () => {
  it('stand in three layers, of which none means one above it', () => {
    const below = { palette: [], semantic: ['palette', 'semantic'], component: ['semantic'] };
    const upwards = tokens.flatMap((token) =>
      meantBy(token)
        .filter((path) => !(below[token.layer] as readonly string[]).includes(path.split('.')[0] ?? ''))
        .map((path) => `${token.name} means ${path}`),
    );
    expect(upwards).toEqual([]);
    expect(new Set(tokens.map(({ layer }) => layer)).size).toBe(3);
  });

  it('each have a type of the format, words on what it is for, and a default', () => {
    const known = ['color', 'dimension', 'fontFamily', 'number', 'duration', 'shadow', 'border'];
    for (const token of tokens) {
      expect(known, token.name).toContain(token.type);
      expect(token.description, token.name).toMatch(/\.$/);
      expect(defaultOf(token), token.name).not.toMatch(/undefined|NaN|\[object|^$/);
    }
  });

  it('each have a name of their own', () => {
    expect(new Set(tokens.map(({ name }) => name)).size).toBe(tokens.length);
    const own = tokens.flatMap((token) => token.own ?? []);
    expect(new Set(own).size).toBe(own.length);
  });
});

describe('the styles of the tags', () => {
  it('use no token that is nowhere defined', () => {
    const known = new Set(tokens.map(({ name }) => name));
    const defined = new Set([...styles.values()].flatMap((css) => namesIn(css, /(--_[\w-]+)\s*:/g)));
    for (const name of [...setByScript, '--_chat-rem']) defined.add(name);
    const undefinedNames = [...styles].flatMap(([file, css]) =>
      uses(css)
        .filter(({ name }) => !(name.startsWith('--chat-') ? known : defined).has(name))
        .map(({ name }) => `${file}: ${name}`),
    );
    expect(undefinedNames).toEqual([]);
  });

  it('use every token', () => {
    const used = new Set(written.flatMap(([, css]) => uses(css).map(({ name }) => name)));
    const meant = new Set(tokens.flatMap(meantBy).map((path) => nameOf(path.split('.'))));
    const unused = tokens.filter(({ name, own, layer }) => {
      if (layer === 'palette') return !meant.has(name);
      return !used.has(own ?? name) && !(layer === 'semantic' && meant.has(name));
    });
    expect(unused.map(({ name }) => name)).toEqual([]);
  });

  it('fall back to the default that is written of a token', () => {
    const wrong = written.flatMap(([file, css]) =>
      uses(css).flatMap(({ name, fallback }) => {
        const token = tokens.find((each) => each.name === name);
        return token === undefined || fallback?.replace(/\s+/g, ' ') === defaultOf(token)
          ? []
          : [`${file}: ${name} falls back to ${fallback ?? 'nothing'}, not to ${defaultOf(token)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('read what has a name of the tags’ own by that name', () => {
    const bare = written.flatMap(([file, css]) =>
      uses(css)
        .filter(({ name }) => tokens.some((token) => token.name === name && token.own !== undefined))
        .map(({ name }) => `${file}: ${name}`),
    );
    expect(bare).toEqual([]);
  });

  it('have no colour but the tokens’', () => {
    const colours = written.flatMap(([file, css]) =>
      namesIn(css, /(#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\()/gi).map((colour) => `${file}: ${colour}`),
    );
    // What is printed has a page of its own, which no theme reaches.
    expect(colours.filter((each) => !each.startsWith('elements/chat-tools/print-conversation.ts'))).toEqual([]);
  });
});

describe('the themes', () => {
  const themes = readdirSync(atTop('src/theme/themes')).filter((file) => file.endsWith('.css'));

  it('are neutral, and like three design languages', () => {
    expect(themes).toEqual(['carbon-like.css', 'lightning-like.css', 'material-like.css', 'neutral.css']);
  });

  it.each(themes)('%s sets tokens that there are, and nothing else', (file) => {
    const css = readFileSync(atTop(`src/theme/themes/${file}`), 'utf8');
    const set = namesIn(css, /^\s*([\w-]+):/gm);
    const known = new Set(tokens.map(({ name }) => name));
    expect(set.length).toBeGreaterThan(10);
    expect(set.filter((name) => !known.has(name))).toEqual([]);
  });
});
