import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';

/** @typedef {import('./read-tags.mjs').Package} Package */

/** The manifest as both packages type it. @typedef {Parameters<typeof getVsCodeHtmlCustomData>[0]} Cem */
/** @typedef {(className: string, property: string) => readonly string[]} LiteralsOf */

/** Of the outermost tag there are two hundred parts: too many to show beside a tag's name. */
const options = { hideCssPartsDocs: true, hideCssPropertiesDocs: true, hideLogs: true, typesSrc: 'words' };

/**
 * Several tags read one token, and have one part from the same tag inside: an editor offers each once.
 * @template {{name: string}} T
 * @param {readonly T[]} list
 */
const once = (list) => [...new Map(list.map((each) => [each.name, each])).values()];

/**
 * The manifest names a type, and an editor wants the words that it stands for.
 * @param {Package} manifest
 * @param {LiteralsOf} literalsOf
 * @returns {Cem}
 */
const withWords = (manifest, literalsOf) => {
  const copy = structuredClone(manifest);
  for (const declaration of copy.modules.flatMap(({ declarations = [] }) => declarations)) {
    for (const attribute of 'attributes' in declaration ? (declaration.attributes ?? []) : []) {
      const words = literalsOf(declaration.name, attribute.fieldName ?? attribute.name);
      if (words.length > 0) Object.assign(attribute, { words: { text: words.map((word) => `'${word}'`).join(' | ') } });
    }
  }
  return /** @type {Cem} */ (/** @type {unknown} */ (copy));
};

/** @param {unknown} data */
const asText = (data) => `${JSON.stringify(data, null, 2)}\n`;

/**
 * What editors show of the tags: custom data for VS Code, web-types for JetBrains' editors.
 * @param {Package} committed
 * @param {LiteralsOf} literalsOf
 * @returns {Record<string, string>}
 */
export const editorData = (committed, literalsOf) => {
  const manifest = withWords(committed, literalsOf);
  const css = JSON.parse(getVsCodeCssCustomData(manifest, options));
  const webTypes = JSON.parse(getWebTypesData(manifest, options));
  return {
    'vscode.html-custom-data.json': asText(JSON.parse(getVsCodeHtmlCustomData(manifest, options))),
    'vscode.css-custom-data.json': asText({
      ...css,
      properties: once(css.properties),
      pseudoElements: once(css.pseudoElements),
    }),
    'web-types.json': asText({
      ...webTypes,
      'js-types-syntax': 'typescript',
      contributions: {
        ...webTypes.contributions,
        css: {
          properties: once(webTypes.contributions.css.properties),
          'pseudo-elements': once(webTypes.contributions.css['pseudo-elements']),
        },
      },
    }),
  };
};
