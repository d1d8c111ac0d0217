/** @typedef {import('./read-tags.mjs').Tag} Tag */
/** @typedef {import('./read-tags.mjs').Prop} Prop */

/** @param {string} text */
const doc = (text) => `/** ${text.replaceAll('*/', '*\\/')} */`;

/** @param {string} name */
const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** @typedef {Pick<Prop, 'name' | 'type' | 'description'>} Member */

/** @param {readonly Member[]} list @param {(member: Member) => string} line */
const members = (list, line) => list.map((member) => `  ${doc(member.description)}\n  ${line(member)}`).join('\n');

/** @param {Member} member */
const optional = ({ name, type }) => `${key(name)}?: ${type} | undefined;`;

/** @param {Tag} tag */
const interfacesOf = ({ tag, className, description, properties, attributes, events }) => `
${doc(`Properties of \`<${tag}>\`: ${description}`)}
export interface ${className}Properties {
${members(properties, optional)}
}

${doc(`Attributes of \`<${tag}>\` whose names are not those of their properties.`)}
export interface ${className}Attributes {
${members(attributes, optional)}
}

${doc(`Events of \`<${tag}>\`.`)}
export interface ${className}Events {
${members(events, ({ name, type }) => `${key(name)}: ${type};`)}
}
`;

/**
 * The types that those of every framework are made of.
 * @param {readonly Tag[]} tags
 */
export const tagsTable = (tags) => {
  const classes = tags.map(({ className }) => className);
  const events = tags.flatMap((tag) => tag.events.map(({ type }) => type)).filter((type) => type !== 'Event');
  return `import type { ${[...new Set([...classes, ...events])].sort().join(', ')} } from '../index.js';
${tags.map(interfacesOf).join('')}
/** Every tag with what it takes and tells. */
export interface ChatTags {
${tags
  .map(
    ({ tag, className, properties }) => `  '${tag}': {
    element: ${className};
    properties: ${className}Properties;
    /** The properties that are attributes under the same name. */
    inHtml: ${properties.flatMap(({ name, inHtml }) => (inHtml ? [`'${name}'`] : [])).join(' | ')};
    attributes: ${className}Attributes;
    events: ${className}Events;
  };`,
  )
  .join('\n')}
}
`;
};
