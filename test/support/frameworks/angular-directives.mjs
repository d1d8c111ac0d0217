/** @typedef {import('./read-tags.mjs').Tag} Tag */
/** @typedef {import('./read-tags.mjs').Prop} Prop */

/** The version of Angular whose compiler would write the declarations like this: any later one reads them. */
const VERSION = '14.0.0';

const TYPED = /** @type {const} */ ({
  boolean: { convert: 'asBoolean', also: "'' | 'true' | 'false'" },
  number: { convert: 'asNumber', also: '`${number}`' },
});

/** What a template may write as text, if the property has an attribute of the same name. @param {Prop} prop */
const textual = ({ kind }) => (kind === 'boolean' || kind === 'number' ? TYPED[kind] : undefined);

/** @param {Prop} prop */
const accessor = (prop) => {
  const { name } = prop;
  const convert = textual(prop)?.convert;
  return `  get ${name}() {
    return this.#element.${name};
  }
  set ${name}(value) {
    this.#element.${name} = ${convert === undefined ? 'value' : `${convert}(value)`};
  }`;
};

/** @param {string} className */
const directiveOf = (className) => `${className}Directive`;

/**
 * The module of one directive, as Angular's compiler writes those of a library: who imports it gets the tag defined as
 * well. It has no outputs: a template listens to the element itself, whose events TypeScript knows.
 * @param {Tag} tag
 */
const directive = ({ tag, className, properties }) => {
  const name = directiveOf(className);
  const converters = [...new Set(properties.flatMap((prop) => textual(prop)?.convert ?? []))].sort();
  const imports = converters.length > 0 ? `import { ${converters.join(', ')} } from './from-template.js';\n` : '';
  return `import * as i0 from '@angular/core';
import '../../define/${tag}.js';
${imports}
export class ${name} {
  #element = i0.inject(i0.ElementRef).nativeElement;
${properties.map(accessor).join('\n')}
  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '${VERSION}',
    ngImport: i0,
    type: ${name},
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  });
  static ɵdir = i0.ɵɵngDeclareDirective({
    minVersion: '${VERSION}',
    version: '${VERSION}',
    type: ${name},
    isStandalone: true,
    selector: '${tag}',
    inputs: { ${properties.map((prop) => `${prop.name}: '${prop.name}'`).join(', ')} },
    ngImport: i0,
  });
}
`;
};

/** @param {Prop} prop */
const typedAccessor = (prop) => {
  const also = textual(prop)?.also;
  return `  /** ${prop.description} */
  get ${prop.name}(): ${prop.type} | undefined;
  set ${prop.name}(value: ${prop.type} | undefined${also === undefined ? '' : ` | ${also}`});`;
};

/** @param {Tag} tag */
const typesOf = ({ tag, className, description, properties }) => {
  const name = directiveOf(className);
  const inputs = properties.map((prop) => `${prop.name}: { alias: '${prop.name}'; required: false }`).join('; ');
  return `
/** Types \`<${tag}>\` in templates: ${description} */
export declare class ${name} {
${properties.map(typedAccessor).join('\n')}
  static ɵfac: i0.ɵɵFactoryDeclaration<${name}, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<${name}, '${tag}', never, { ${inputs} }, {}, never, never, true, never>;
}
`;
};

/**
 * Directives for Angular: without them a template takes anything for a custom element, or refuses it.
 * @param {readonly Tag[]} tags
 * @returns {Record<string, string>}
 */
export const angularDirectives = (tags) => ({
  ...Object.fromEntries(tags.map((tag) => [`angular/${tag.tag}.js`, directive(tag)])),
  'angular/index.js': tags
    .map(({ tag, className }) => `export { ${directiveOf(className)} } from './${tag}.js';\n`)
    .join(''),
  'angular/index.d.ts': `import type * as i0 from '@angular/core';
import type { ${tags.map(({ className }) => className).join(', ')} } from '../../index.js';
${tags.map(typesOf).join('')}`,
});
