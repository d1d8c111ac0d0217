/** @typedef {import('./read-tags.mjs').Tag} Tag */

/** `chat-accepted` → `onChatAccepted`. @param {string} event */
const callback = (event) => `on${event.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;

/**
 * The module of one wrapper: who imports it gets the tag defined as well.
 * @param {Tag} tag
 */
const wrapper = ({ tag, className, module, events }) => `import { createComponent } from '@lit/react';
import React from 'react';
import '../../define/${tag}.js';
import { ${className} as Element } from '../../${module.replace(/^dist\//, '')}';

export const ${className} = /* @__PURE__ */ createComponent({
  react: React,
  tagName: '${tag}',
  elementClass: Element,
  displayName: '${className}',
  events: {
${events.map(({ name }) => `    ${callback(name)}: '${name}',`).join('\n')}
  },
});
`;

/** @param {readonly Tag[]} tags */
const types = (tags) => `import type { ChatComponent } from './component.js';

export type { ChatComponent, ChatComponentProps } from './component.js';

${tags
  .map(
    ({ tag, className, description }) => `/** \`<${tag}>\` for React: ${description} */
export declare const ${className}: ChatComponent<'${tag}'>;`,
  )
  .join('\n\n')}
`;

/**
 * Wrappers for React: it sets everything as attributes before 19, and knows no events but its own.
 * @param {readonly Tag[]} tags
 * @returns {Record<string, string>}
 */
export const reactWrappers = (tags) => ({
  ...Object.fromEntries(tags.map((tag) => [`react/${tag.tag}.js`, wrapper(tag)])),
  'react/index.js': tags.map(({ tag, className }) => `export { ${className} } from './${tag}.js';\n`).join(''),
  'react/index.d.ts': types(tags),
});
