import { isCode } from './sample.js';

/** How many entries of a list a snippet shows. */
const MOST = 4;

const shorten = (_key: string, value: unknown): unknown => {
  if (!Array.isArray(value) || value.length <= MOST) return value;
  const shown: readonly unknown[] = value.slice(0, 2);
  return [...shown, `and ${value.length - 2} more`];
};

/** A value as a script would write it, its further lines indented by `indent`. */
export const written = (value: unknown, indent: string): string => {
  const text = isCode(value)
    ? value.code
    : JSON.stringify(value, shorten, 2).replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:');
  // In a page, a script ends where it says so, also within a text.
  return text.replaceAll('</', '<\\/').replace(/\n/g, `\n${indent}`);
};
