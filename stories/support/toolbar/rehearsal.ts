import { css, type CSSResultGroup, type CSSResultOrNative } from 'lit';
import { toolsStyles, transcriptToolsStyles } from '../../../src/elements/chat-tools/chat-tools.styles.js';

/**
 * What a page cannot switch on itself, rehearsed: no script can set a system's preferences, but the rules that our tags
 * have for them can be made to hold. So what is seen is what the tags do then; only what the browser itself does on top
 * (it takes every colour that is not the system's away) is played by {@link forced}.
 */
export interface Rehearsal {
  readonly forcedColors: boolean;
  readonly reducedMotion: boolean;
  readonly reducedTransparency: boolean;
  /** Text of 200 %: in a browser that is the reader's own setting, which the tags follow whatever the page says. */
  readonly largeText: boolean;
}

type Preference = Exclude<keyof Rehearsal, 'largeText'>;

const preferences: readonly (readonly [Preference, RegExp])[] = [
  ['forcedColors', /forced-colors: active/],
  ['reducedMotion', /prefers-reduced-motion: reduce/],
  ['reducedTransparency', /prefers-reduced-transparency: reduce/],
];

/** What a browser does to every element where colours are forced; below every rule of the tag's own for that case. */
const forced = css`
  :where(*),
  :where(*)::before,
  :where(*)::after {
    background-color: transparent !important;
    border-color: CanvasText !important;
    box-shadow: none !important;
    color: CanvasText !important;
    outline-color: Highlight !important;
    text-shadow: none !important;
  }

  :where(:host, dialog, [popover], [role='menu'], [role='listbox'], .panel) {
    background-color: Canvas !important;
    color: CanvasText !important;
  }

  :where(button) {
    border-color: ButtonBorder !important;
  }

  :where(button, button *) {
    color: ButtonText !important;
  }

  :where(input, textarea, select) {
    background-color: Field !important;
    color: FieldText !important;
  }

  :where(a[href], a[href] *) {
    color: LinkText !important;
  }

  :where(:disabled, [aria-disabled='true'], :disabled *, [aria-disabled='true'] *) {
    color: GrayText !important;
  }
`.styleSheet as CSSStyleSheet;

const largeText = css`
  :host {
    --_chat-rem: 32px !important;
  }
`.styleSheet as CSSStyleSheet;

const sheetsIn = (styles: CSSResultGroup): readonly CSSStyleSheet[] => {
  if (Array.isArray(styles)) return styles.flatMap(sheetsIn);
  const one = styles;
  const sheet = one instanceof CSSStyleSheet ? one : one.styleSheet;
  return sheet ? [sheet] : [];
};

interface Switch {
  readonly preference: Preference;
  readonly rule: CSSMediaRule;
  readonly own: string;
}

const switchesIn = (rules: CSSRuleList): readonly Switch[] =>
  [...rules].flatMap((rule) => {
    const inside = 'cssRules' in rule ? switchesIn((rule as CSSGroupingRule).cssRules) : [];
    if (!(rule instanceof CSSMediaRule)) return inside;
    const own = rule.media.mediaText;
    const [preference] = preferences.find(([, pattern]) => pattern.test(own)) ?? [];
    return preference === undefined ? inside : [{ preference, rule, own }, ...inside];
  });

/** Declarations of our own rules for forced colours win over what the browser forces. */
const insist = (rules: CSSRuleList): void => {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule)
      for (const name of [...rule.style]) rule.style.setProperty(name, rule.style.getPropertyValue(name), 'important');
    if ('cssRules' in rule) insist((rule as CSSGroupingRule).cssRules);
  }
};

/**
 * Prepares the classes of the tags, before the first of them is rendered, and gives the way to set what is rehearsed. Each
 * style sheet is one object for all tags of a class, so a switch reaches those that are there already.
 */
export const prepareRehearsal = (classes: readonly CustomElementConstructor[]): ((wanted: Rehearsal) => void) => {
  forced.disabled = largeText.disabled = true;
  const sheets = new Set(sheetsIn([toolsStyles, transcriptToolsStyles]));
  for (const element of classes as readonly (CustomElementConstructor & { elementStyles?: CSSResultOrNative[] })[]) {
    for (const sheet of sheetsIn(element.elementStyles ?? [])) sheets.add(sheet);
    element.elementStyles?.unshift(forced, largeText);
  }
  const switches = [...sheets].flatMap(({ cssRules }) => switchesIn(cssRules));
  // Not before it is asked for: where colours are really forced, the tags' rules are judged as they are.
  let insisted = false;
  return (wanted) => {
    forced.disabled = !wanted.forcedColors;
    largeText.disabled = !wanted.largeText;
    if (wanted.forcedColors && !insisted) {
      insisted = true;
      for (const { preference, rule } of switches) if (preference === 'forcedColors') insist(rule.cssRules);
    }
    for (const { preference, rule, own } of switches) rule.media.mediaText = wanted[preference] ? 'all' : own;
  };
};
