/** How many entries of a list a snippet shows. */
const MOST = 4;

const shorten = (_key: string, value: unknown): unknown => {
  if (!Array.isArray(value) || value.length <= MOST) return value;
  const shown: readonly unknown[] = value.slice(0, 2);
  return [...shown, `and ${value.length - 2} more`];
};

/** A value as a script would write it. */
const written = (value: unknown): string =>
  JSON.stringify(value, shorten, 2)
    .replace(/^(\s*)"(\w+)":/gm, '$1$2:')
    .replace(/\n/g, '\n  ');

/**
 * The code that a page would write for a story: the tag without the story's own things around it, and what is set on it
 * as a property.
 */
export const sourceOf = (
  code: string,
  { component, args }: { readonly component?: string; readonly args: Readonly<Record<string, unknown>> },
): string => {
  const tag = component && new DOMParser().parseFromString(code, 'text/html').querySelector(component);
  if (!tag) return code;
  const properties = Object.entries(args).filter(([, value]) => typeof value === 'object' && value !== null);
  if (properties.length === 0) return tag.outerHTML;
  const lines = properties.map(([name, value]) => `  element.${name} = ${written(value)};\n`);
  return `${tag.outerHTML}

<script type="module">
  const element = document.querySelector('${component}');
${lines.join('')}</script>`;
};
