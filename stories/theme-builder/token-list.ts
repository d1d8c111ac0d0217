import json from '../../src/theme/tokens.json' with { type: 'json' };

/** A token, with its default as CSS writes it. */
export interface Token {
  /** As a page writes it: `--chat-color-ink`. */
  readonly name: string;
  readonly layer: Layer;
  /** What it is in, within its layer: `color`, `bubble`, or the name of a palette's colour. */
  readonly group: string;
  readonly isColor: boolean;
  readonly light: string;
  /** What it is in the dark, where that differs. */
  readonly dark?: string;
  readonly words: string;
}

/** Those who theme begin with what things mean; the parts are for the last word, the palette for who wants to go on. */
const LAYERS = ['semantic', 'component', 'palette'] as const;
export type Layer = (typeof LAYERS)[number];

/** A group or a token of the file; what its format says of it stands under names that begin with `$`. */
interface Node {
  readonly $type?: string;
  readonly $value?: unknown;
  readonly $description?: string;
  readonly $extensions?: { readonly 'agent-chat-adapter'?: { readonly dark?: unknown } };
  readonly [name: string]: unknown;
}

const file = json as unknown as Node;

const nameOf = ([layer = '', ...path]: readonly string[]): string =>
  `--chat-${[...(layer === 'palette' ? [layer] : []), ...path].join('-')}`;

const at = (path: string): Node => path.split('.').reduce((node, key) => node[key] as Node, file);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A value of the format as CSS writes it; a reference as what it leads to. */
const cssOf = (value: unknown, dark: boolean): string => {
  if (typeof value === 'string') {
    const path = /^\{(.*)\}$/.exec(value)?.[1];
    return path === undefined ? value : valueOf(at(path), dark);
  }
  if (Array.isArray(value)) return value.map((one) => cssOf(one, dark)).join(', ');
  if (!isObject(value)) return String(value);
  if (typeof value['hex'] === 'string') {
    const alpha = Number(value['alpha'] ?? 1);
    const tail = Math.round(alpha * 255)
      .toString(16)
      .padStart(2, '0');
    return value['hex'] + (alpha === 1 ? '' : tail);
  }
  if ('unit' in value) return `${String(value['value'])}${String(value['unit'])}`;
  const parts = 'blur' in value ? ['offsetX', 'offsetY', 'blur', 'spread', 'color'] : ['width', 'style', 'color'];
  return parts.map((part) => cssOf(value[part], dark)).join(' ');
};

const valueOf = ({ $value, $extensions }: Node, dark: boolean): string =>
  cssOf((dark ? $extensions?.['agent-chat-adapter']?.dark : undefined) ?? $value, dark);

const tokensIn = (node: Node, path: readonly string[], type: string): readonly Token[] => {
  const own = node.$type ?? type;
  if (node.$value === undefined)
    return Object.entries(node)
      .filter(([name]) => !name.startsWith('$'))
      .flatMap(([name, child]) => tokensIn(child as Node, [...path, name], own));
  const [light, dark] = [valueOf(node, false), valueOf(node, true)];
  return [
    {
      name: nameOf(path),
      layer: path[0] as Layer,
      group: path.length > 2 ? (path[1] ?? '') : 'type, space and shape',
      isColor: own === 'color',
      light,
      ...(own === 'color' && { dark }),
      words: node.$description ?? '',
    },
  ];
};

/** All tokens, layer by layer. */
export const tokens: readonly Token[] = LAYERS.flatMap((layer) => tokensIn(at(layer), [layer], ''));
