import { readFileSync } from 'node:fs';
import { atTop } from '../at-top.mjs';

/**
 * @typedef {import('custom-elements-manifest').Package} Package
 * @typedef {import('custom-elements-manifest').CustomElementDeclaration & {tagName: string}} Element
 * @typedef {{name: string, type: string, kind: string, description: string, inHtml: boolean}} Prop
 * @typedef {{name: string, type: string, description: string}} FiredEvent
 * @typedef {{
 *   tag: string, className: string, module: string, description: string,
 *   properties: readonly Prop[], attributes: readonly Prop[], events: readonly FiredEvent[],
 * }} Tag
 */

/** Every framework has it among the attributes of any element. */
const EVERYWHERE = 'ariaLabel';

/** The manifest as it is committed. @returns {Package} */
export const readManifest = () => JSON.parse(readFileSync(atTop('custom-elements.json'), 'utf8'));

/** @param {string | undefined} text */
const inOneLine = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** @param {Element} element @returns {readonly Prop[]} */
const propertiesOf = ({ name: className, attributes = [], members = [] }) =>
  members.flatMap((member) =>
    member.kind === 'field' && !member.static && !member.readonly && member.name !== EVERYWHERE
      ? [
          {
            name: member.name,
            type: `${className}['${member.name}']`,
            kind: (member.type?.text ?? '').replace(/ \| undefined$/, ''),
            description: inOneLine(member.description),
            inHtml: attributes.some(({ name, fieldName }) => name === member.name && fieldName === name),
          },
        ]
      : [],
  );

/**
 * The attributes that have another name than their property: frameworks set those as text.
 * @param {Element} element
 * @param {readonly Prop[]} properties
 * @returns {readonly Prop[]}
 */
const attributesOf = ({ attributes = [] }, properties) =>
  attributes.flatMap(({ name, fieldName, type, description }) => {
    const property = properties.find((each) => each.name === fieldName);
    if (property === undefined || name === fieldName) return [];
    const kind = type?.text ?? '';
    const asText = kind === 'number' ? ' | `${number}`' : '';
    return [{ name, type: property.type + asText, kind, description: inOneLine(description), inHtml: true }];
  });

/** @param {Element} element @returns {readonly FiredEvent[]} */
const ownEventsOf = ({ events = [] }) =>
  events.map(({ name, type, description }) => ({ name, type: type.text, description: inOneLine(description) }));

/**
 * The tags as the manifest tells them. To a tag's own events come those that reach it from the tags it shows; a tag
 * that shows none of its own, and gives a desk to what a page puts into it, may hold any of the others.
 * @param {Package} manifest
 * @param {Readonly<Record<string, unknown>>} exported the package's exports, for which tags each shows
 * @returns {readonly Tag[]}
 */
export const readTags = (manifest, exported) => {
  const elements = manifest.modules.flatMap(({ path, declarations = [] }) =>
    declarations.flatMap((declaration) =>
      'tagName' in declaration && declaration.tagName !== undefined
        ? [{ element: /** @type {Element} */ (declaration), module: path }]
        : [],
    ),
  );
  const classes = /** @type {Readonly<Record<string, {uses?: readonly {name: string}[]}>>} */ (exported);

  /** @type {(className: string) => readonly string[]} */
  const inside = (className) =>
    className === 'ChatProvider'
      ? elements.map(({ element }) => element.name).filter((name) => name !== className)
      : (classes[className]?.uses ?? []).flatMap(({ name }) => [name, ...inside(name)]);

  /** @type {(element: Element) => readonly FiredEvent[]} */
  const eventsOf = (element) => {
    const own = ownEventsOf(element);
    const fromInside = elements
      .filter(({ element: { name } }) => inside(element.name).includes(name))
      .flatMap(({ element: inner }) =>
        ownEventsOf(inner)
          // The browser's own classes stand for events that stay where they are.
          .filter(({ type }) => type !== 'Event')
          .map((event) => ({ ...event, description: `${event.description} From \`<${inner.tagName}>\`.` })),
      );
    return [...new Map([...fromInside, ...own].map((event) => [event.name, event])).values()];
  };

  return elements.map(({ element, module }) => {
    const properties = propertiesOf(element);
    return {
      tag: element.tagName,
      className: element.name,
      module,
      description: inOneLine(element.summary ?? element.description),
      properties,
      attributes: attributesOf(element, properties),
      events: eventsOf(element),
    };
  });
};
