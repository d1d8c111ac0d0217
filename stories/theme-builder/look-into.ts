/** What a designer wants to know of a piece they point at. */
export interface Piece {
  /** Where it is: the tags from the outside in, then the part. */
  readonly path: string;
  /** The selector that styles it from the page; absent where no part leads there. */
  readonly selector?: string;
  /** The tokens that its look is made of. */
  readonly tokens: readonly string[];
  readonly box: DOMRect;
}

const rootOf = (element: Element): ShadowRoot | undefined => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : undefined;
};

const isTag = ({ localName }: Element): boolean => /^(chat|response|channel|typing|wrap-up|end-chat)-/.test(localName);

/** The element or what is around it in its tree, up to one that is a part; the tag itself where there is none. */
const pieceAt = (element: Element): Element =>
  element.closest('[part]') ?? (isTag(element) ? element : (rootOf(element)?.host ?? element));

const firstPart = (element: Element): string | undefined => element.getAttribute('part')?.split(/\s+/)[0];

/** The tags around an element, the outermost first. */
const hostsOf = (element: Element): readonly Element[] => {
  const host = rootOf(element)?.host;
  return host && isTag(host) ? [...hostsOf(host), host] : [];
};

/** The name under which a host gives a part of its own tree to the tree around it. */
const exportedAs = (host: Element, part: string): string | undefined => {
  for (const pair of (host.getAttribute('exportparts') ?? '').split(',')) {
    const [inner, outer] = pair.split(':').map((name) => name.trim());
    if (inner === part) return outer ?? inner;
  }
  return undefined;
};

const selectorOf = (element: Element): string | undefined => {
  let part = firstPart(element);
  if (part === undefined) return isTag(element) ? element.localName : undefined;
  const hosts = [...hostsOf(element)].reverse();
  let from = hosts[0];
  for (const host of hosts.slice(1)) {
    const outer: string | undefined = from && exportedAs(from, part);
    if (outer === undefined) break;
    part = outer;
    from = host;
  }
  return from && `${from.localName}::part(${part})`;
};

type Declaration = readonly [property: string, value: string];

interface Rule {
  readonly selector: string;
  readonly declarations: readonly Declaration[];
}

/** As they were written: of a shorthand with a token in it, the browser tells no single property. */
const declarationsOf = ({ cssText }: CSSStyleDeclaration): readonly Declaration[] =>
  [...cssText.matchAll(/([\w-]+)\s*:\s*([^;]+);/g)].map(([, property = '', value = '']) => [property, value]);

/** The rules of a tree, those in other rules as well; their selectors as if each stood alone. */
const rulesIn = (list: CSSRuleList, around: string): readonly Rule[] =>
  [...list].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) {
      const { selectorText } = rule;
      const selector =
        around === ''
          ? selectorText
          : selectorText.includes('&')
            ? selectorText.replaceAll('&', `:is(${around})`)
            : `:is(${around}) ${selectorText}`;
      return [{ selector, declarations: declarationsOf(rule.style) }, ...rulesIn(rule.cssRules, selector)];
    }
    return 'cssRules' in rule ? rulesIn((rule as CSSGroupingRule).cssRules, around) : [];
  });

const matches = (element: Element, { selector }: Rule): boolean => {
  try {
    return element.matches(selector.replace(/::?(before|after|placeholder)\b/g, ''));
  } catch {
    return false;
  }
};

const usedIn = (value: string): readonly string[] =>
  [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name);

const INHERITED = /^(color|font|fill|stroke)/;

/** The tokens that the rules for an element read, through the private names they stand behind. */
const tokensOf = (element: Element): readonly string[] => {
  const root = rootOf(element) ?? element.shadowRoot;
  if (!root) return [];
  const rules = root.adoptedStyleSheets.flatMap((sheet) => rulesIn(sheet.cssRules, ''));
  const behind = new Map(rules.flatMap(({ declarations }) => declarations.filter(([name]) => name.startsWith('--'))));
  const expand = (name: string, depth = 0): readonly string[] => {
    const further = depth > 4 ? [] : usedIn(behind.get(name) ?? '').flatMap((inner) => expand(inner, depth + 1));
    return name.startsWith('--chat-') ? [name, ...further] : further;
  };
  const read = (of: Element, wanted: (property: string) => boolean): readonly string[] =>
    rules
      .filter((rule) => matches(of, rule))
      .flatMap(({ declarations }) => declarations.filter(([property]) => wanted(property)))
      .flatMap(([, value]) => usedIn(value));
  // What is not set here comes from around.
  const around: Element[] = [];
  for (let above = element.parentElement; above; above = above.parentElement) around.push(above);
  const own = read(element, (property) => !property.startsWith('--'));
  const inherited = around.flatMap((above) => read(above, (property) => INHERITED.test(property)));
  return [...new Set([...own, ...inherited].flatMap((name) => expand(name)))];
};

/** Looks into what an event or a click met. */
export const lookInto = (met: Element): Piece => {
  const element = pieceAt(met);
  const selector = selectorOf(element);
  const names = [...hostsOf(element).map(({ localName }) => localName), firstPart(element) ?? element.localName];
  return {
    path: names.join(' › '),
    ...(selector !== undefined && { selector }),
    tokens: tokensOf(element),
    box: element.getBoundingClientRect(),
  };
};
