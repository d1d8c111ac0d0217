import { html, nothing, type TemplateResult } from 'lit';
import type { Setting } from './theme.js';
import type { Token } from './token-list.js';

export interface TokenRow {
  readonly token: Token;
  /** What the theme sets it to; absent: its default. */
  readonly setting: Setting | undefined;
  /** Whether the piece that is looked at is made of it. */
  readonly pointed: boolean;
  readonly set: (name: string, setting: Setting | undefined) => void;
}

/** A picker takes six digits and nothing else. */
const hexOf = (value: string): string | undefined => /^#[\da-f]{6}/i.exec(value)?.[0];

const isGood = ({ isColor }: Token, value: string): boolean => !isColor || CSS.supports('color', value);

interface Value {
  readonly title: string;
  readonly value: string;
  readonly take: (value: string) => void;
}

const field = (token: Token, { title, value, take }: Value): TemplateResult => {
  const changed = (event: Event): void => take((event.target as HTMLInputElement).value.trim());
  const name = `${token.name} ${title}`.trim();
  const inputs = html`${
      token.isColor
        ? html`<input type="color" aria-label="${name} picker" .value=${hexOf(value) ?? '#000000'} @input=${changed} />`
        : nothing
    }
    <input
      aria-label=${name}
      spellcheck="false"
      dir="ltr"
      .value=${value}
      aria-invalid=${!isGood(token, value)}
      @change=${changed}
    />`;
  // A label that says nothing is none.
  return title === '' ? html`<div class="value">${inputs}</div>` : html`<label>${title} ${inputs}</label>`;
};

/** A token: what it is called, what it is for, and fields for its value; a colour has one for light and one for dark. */
export const tokenRow = ({ token, setting, pointed, set }: TokenRow): TemplateResult => {
  const { name, isColor, words } = token;
  const light = setting?.light ?? token.light;
  const dark = setting ? (setting.dark ?? setting.light) : (token.dark ?? token.light);
  const fields: readonly Value[] = isColor
    ? [
        { title: 'light', value: light, take: (value) => set(name, { light: value, dark }) },
        { title: 'dark', value: dark, take: (value) => set(name, { light, dark: value }) },
      ]
    : [{ title: '', value: light, take: (value) => set(name, { light: value }) }];
  const classes = ['token', pointed ? 'pointed' : '', setting ? 'changed' : ''].join(' ');
  return html`<div class=${classes} data-token=${name}>
    <code>${name}</code>
    ${setting ? html`<button @click=${() => set(name, undefined)} aria-label="Default for ${name}">Default</button>` : nothing}
    <div class="values">${fields.map((value) => field(token, value))}</div>
    <p>${words}</p>
  </div>`;
};
