import { tokensByTag } from '../support/tokens-by-tag.mjs';

/**
 * @typedef {import('custom-elements-manifest').Package} Package
 * @typedef {import('custom-elements-manifest').JavaScriptModule} JavaScriptModule
 * @typedef {import('custom-elements-manifest').Declaration} Declaration
 * @typedef {import('custom-elements-manifest').CustomElementDeclaration} CustomElementDeclaration
 * @typedef {import('custom-elements-manifest').ClassDeclaration} ClassDeclaration
 */

/**
 * Who reads the manifest has `dist`, not the sources that the analyzer saw.
 * @param {string} path
 */
const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/**
 * @param {Declaration} declaration
 * @returns {declaration is CustomElementDeclaration & {tagName: string}}
 */
const isElement = (declaration) =>
  'customElement' in declaration && 'tagName' in declaration && declaration.tagName !== undefined;

/**
 * @param {Declaration} declaration
 * @returns {declaration is ClassDeclaration}
 */
const isEvent = (declaration) => declaration.kind === 'class' && declaration.name.endsWith('Event');

/** What classes say to one another and to the browser. */
const FOR_DEFINE = new Set(['parts', 'uses', 'formAssociated', 'formResetCallback']);

/**
 * @param {{privacy?: string, name: string}} member
 */
const isPublic = ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');

/**
 * Rewrites every path of the analyzer's, however deep.
 * @param {unknown} node
 */
const publishPaths = (node) => {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'module' || key === 'path') && typeof value === 'string')
      Object.assign(node, { [key]: published(value) });
    else publishPaths(value);
  }
};

/**
 * The analyzer writes the type of `x?: T | undefined` as `T | undefined | undefined`.
 * @param {{type?: {text: string}}} node
 */
const tidyType = (node) => {
  if (node.type !== undefined) node.type.text = node.type.text.replace(/(?: \| undefined)+$/, ' | undefined');
};

/**
 * Mends what the analyzer gets wrong about a TypeScript package whose tags are defined by a helper. The manifest tells
 * what a user of the package may rely on, under the paths of what is published, and nothing else.
 * @returns {import('@custom-elements-manifest/analyzer').Plugin}
 */
const forUsers = () => {
  /**
   * The events that a class's documentation lists, by the class's name. The analyzer adds one for each `dispatchEvent`,
   * named after whatever stands in the event's constructor.
   * @type {Map<string, Set<string>>}
   */
  const documented = new Map();

  /** The classes of the tags that a class shows inside, by its own. @type {Map<string, string[]>} */
  const used = new Map();

  return {
    name: 'for-users',

    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node) || node.name === undefined) return;
      const fires = ts.getJSDocTags(node).filter((tag) => tag.tagName.text === 'fires');
      const names = fires.map((tag) =>
        (ts.getTextOfJSDocComment(tag.comment) ?? '')
          .replace(/^\s*\{[^}]*\}/, '')
          .trim()
          .replace(/\s[^]*$/, ''),
      );
      documented.set(node.name.text, new Set(names));
      for (const member of node.members) {
        if (!ts.isPropertyDeclaration(member) || member.name.getText() !== 'uses') continue;
        used.set(node.name.text, member.initializer?.getText().match(/\w+/g) ?? []);
      }
    },

    packageLinkPhase({ customElementsManifest }) {
      /** @type {Package} */
      const manifest = customElementsManifest;
      publishPaths(manifest);
      manifest.schemaVersion = '2.1.0';

      /** Where each declaration that stays is declared, by name. @type {Map<string, string>} */
      const homes = new Map();
      for (const module of manifest.modules) {
        const own = new Set(module.declarations?.map(({ name }) => name));
        module.declarations = (module.declarations ?? []).filter((it) => isElement(it) || isEvent(it));
        for (const declaration of module.declarations) {
          homes.set(declaration.name, module.path);
          const { superclass } = /** @type {ClassDeclaration} */ (declaration);
          // A class of the browser's is said to be in the module that extends it.
          if (superclass?.module === module.path && !own.has(superclass.name)) {
            delete superclass.module;
            superclass.package = 'global:';
          }
          describeForUsers(/** @type {CustomElementDeclaration} */ (declaration), documented);
        }
      }
      for (const module of manifest.modules) {
        for (const declaration of module.declarations ?? [])
          if (isElement(declaration)) declaration.cssProperties = [...(cssProperties.get(declaration.tagName) ?? [])];
      }
      for (const module of manifest.modules) linkExports(module, homes);
      tellOuterParts(manifest, used);
      for (const module of manifest.modules) {
        for (const declaration of module.declarations ?? []) {
          if (isElement(declaration)) addDefinition(manifest, module, declaration);
        }
      }
      manifest.modules = manifest.modules
        .filter(({ declarations, exports }) => Boolean(declarations?.length) || Boolean(exports?.length))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
};

/**
 * Leaves in a class what is public and documented.
 * @param {CustomElementDeclaration} declaration
 * @param {Map<string, Set<string>>} documented
 */
const describeForUsers = (declaration, documented) => {
  if (declaration.members) {
    declaration.members = declaration.members.filter((member) => isPublic(member) && !FOR_DEFINE.has(member.name));
    for (const member of declaration.members) {
      if (member.kind === 'field') tidyType(member);
      if (member.name === 'tag') member.description = 'The name that `define` registers it by.';
    }
  }
  for (const attribute of declaration.attributes ?? []) {
    // An attribute that is not there has no type: `undefined` is the property's word for it, which has the same object.
    if (attribute.type !== undefined)
      attribute.type = { ...attribute.type, text: attribute.type.text.replace(/(?: \| undefined)+$/, '') };
  }
  if (declaration.events) {
    declaration.events = declaration.events
      .filter(({ name, inheritedFrom }) => documented.get(inheritedFrom?.name ?? declaration.name)?.has(name))
      .map((event) => ({
        ...event,
        type: /** @type {typeof event.type | undefined} */ (event.type) ?? { text: 'CustomEvent' },
      }));
    if (declaration.events.length === 0) delete declaration.events;
  }
};

/**
 * Adds to each tag the parts of the tags inside it, by the names under which they are let out.
 * @param {Package} manifest
 * @param {Map<string, string[]>} used
 */
const tellOuterParts = (manifest, used) => {
  // Modules come in the order in which they were read, which is not always the same.
  const elements = manifest.modules
    .flatMap(({ declarations }) => declarations ?? [])
    .filter(isElement)
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
  const own = new Map(elements.map((element) => [element.name, element.cssParts ?? []]));
  /** @type {(name: string) => string[]} */
  const inside = (name) => (used.get(name) ?? []).flatMap((inner) => [inner, ...inside(inner)]);
  for (const element of elements) {
    const outer = elements
      .filter(({ name }) => inside(element.name).includes(name))
      .flatMap(({ name, tagName }) =>
        (own.get(name) ?? []).map((part) => ({
          name: `${tagName.replace(/^chat-/, '')}-${part.name}`,
          description: `\`${part.name}\` of <${tagName}>: ${part.description}`,
        })),
      );
    if (outer.length > 0) element.cssParts = [...(own.get(element.name) ?? []), ...outer];
  }
};

/**
 * Leaves in a module the exports of what is described, each pointing to the module where it is declared.
 * @param {JavaScriptModule} module
 * @param {Map<string, string>} homes
 */
const linkExports = (module, homes) => {
  const described = new Set(homes.values());
  module.exports = (module.exports ?? []).flatMap((it) => {
    if (it.kind !== 'js') return [];
    const { name } = it.declaration;
    const home = name === '*' ? it.declaration.module : homes.get(name);
    return home !== undefined && described.has(home) ? [{ ...it, declaration: { name, module: home } }] : [];
  });
};

/**
 * Says which module defines a tag: `define/<tag>.js` where there is one.
 * @param {Package} manifest
 * @param {JavaScriptModule} home
 * @param {CustomElementDeclaration & {tagName: string}} declaration
 */
const addDefinition = (manifest, home, { tagName, name }) => {
  const definer = manifest.modules.find(({ path }) => path === `dist/define/${tagName}.js`) ?? home;
  definer.exports = [
    ...(definer.exports ?? []),
    { kind: 'custom-element-definition', name: tagName, declaration: { name, module: home.path } },
  ];
};

const cssProperties = await tokensByTag();

export default {
  globs: ['src/index.ts', 'src/{elements,define}/**/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/define/cdn*.ts'],
  outdir: '.',
  litelement: true,
  // It would write the folder of each run into package.json.
  packagejson: false,
  plugins: [forUsers()],
};
