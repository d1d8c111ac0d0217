import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import cssSchema from 'vscode-css-languageservice/docs/customData.schema.json';
import htmlSchema from 'vscode-html-languageservice/docs/customData.schema.json';
import { packedFiles, readPacked } from './packed-files.js';

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface WebTypes {
  readonly name: string;
  readonly version: string;
  readonly contributions: {
    readonly html: {
      readonly elements: readonly (Named & {
        readonly attributes: readonly Named[];
        readonly events: readonly Named[];
        readonly js: { readonly properties: readonly Named[]; readonly events: readonly Named[] };
      })[];
    };
    readonly css: { readonly properties: readonly Named[]; readonly 'pseudo-elements': readonly Named[] };
  };
}

const tags = packedFiles
  .flatMap((file) => /^dist\/define\/([a-z]+-[a-z-]+)\.js$/.exec(file)?.[1] ?? [])
  .filter((name) => packedFiles.includes(`dist/elements/${name}/${name}.js`))
  .sort();

/** Their own schemas allow any name and any property that is no fault of theirs. */
const faults = (schema: object, file: string): readonly string[] => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.validate(schema, readPacked(file));
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
};

describe('what the package tells editors', () => {
  it('is custom data as VS Code’s own schemas describe it', () => {
    expect(faults(htmlSchema, 'dist/frameworks/vscode.html-custom-data.json')).toEqual([]);
    expect(faults(cssSchema, 'dist/frameworks/vscode.css-custom-data.json')).toEqual([]);
  });

  it('is of every tag, in VS Code and in JetBrains’ editors', () => {
    const html = readPacked('dist/frameworks/vscode.html-custom-data.json') as { readonly tags: readonly Named[] };
    const { contributions } = readPacked('dist/frameworks/web-types.json') as WebTypes;
    expect(html.tags.map(({ name }) => name).sort()).toEqual(tags);
    expect(contributions.html.elements.map(({ name }) => name).sort()).toEqual(tags);
  });

  // JetBrains' schema is in no package of npm: this is what an editor goes by.
  it('is found by JetBrains’ editors, and belongs to this version', () => {
    const manifest = readPacked('package.json') as Named & { readonly version: string; readonly 'web-types': string };
    const { name, version } = readPacked(manifest['web-types'].replace('./', '')) as WebTypes;
    expect({ name, version }).toEqual({ name: manifest.name, version: manifest.version });
  });

  it('names each thing of a tag once, and says what it is', () => {
    const { html, css } = (readPacked('dist/frameworks/web-types.json') as WebTypes).contributions;
    const lists: Readonly<Record<string, readonly Named[]>> = {
      ...Object.fromEntries(
        html.elements.flatMap(({ name, attributes, events, js }) => [
          [`attributes of ${name}`, attributes],
          [`events of ${name}`, events],
          [`properties of ${name}`, js.properties],
        ]),
      ),
      'CSS properties': css.properties,
      'CSS parts': css['pseudo-elements'],
    };
    const wrong = Object.entries(lists).flatMap(([what, list]) =>
      list
        .filter(
          ({ name, description }, at) =>
            name === '' || !description || list.findIndex((other) => other.name === name) !== at,
        )
        .map(({ name }) => `${name} among the ${what}`),
    );
    expect(wrong).toEqual([]);
  });
});
