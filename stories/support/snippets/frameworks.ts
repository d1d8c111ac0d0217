import { markupOf } from './markup.js';
import type { Piece, Sample } from './sample.js';
import { written } from './value.js';

/** One snippet, in one way of writing pages. */
export interface Snippet {
  readonly title: string;
  readonly code: string;
}

const asksForLocal = ({ attributes, children }: Piece): boolean =>
  attributes.some(([name, value]) => name === 'connect-to' && value === 'local') || children.some(asksForLocal);

/** What defines the tags, and the connector that they name. */
const imported = ({ piece }: Sample, indent = ''): string =>
  ['all', ...(asksForLocal(piece) ? ['local'] : [])]
    .map((name) => `${indent}import 'agent-chat-adapter/define/${name}.js';`)
    .join('\n');

/** What is set on the tag, a declaration each. */
const declared = ({ properties }: Sample, keyword: string, indent = ''): string =>
  Object.entries(properties)
    .map(([name, value]) => `${indent}${keyword} ${name} = ${written(value, indent)};\n`)
    .join('');

const names = ({ properties }: Sample): readonly string[] => Object.keys(properties);

const html = (sample: Sample): string => {
  const { piece, properties, event } = sample;
  const lines = [
    ...Object.entries(properties).map(([name, value]) => `  element.${name} = ${written(value, '  ')};`),
    ...(event === undefined ? [] : [`  element.addEventListener('${event}', ({ detail }) => console.log(detail));`]),
  ];
  const find = lines.length === 0 ? [] : [`  const element = document.querySelector('${piece.tag}');`];
  return [
    markupOf(piece, { indent: '' }),
    '',
    '<script type="module">',
    imported(sample, '  '),
    ...(find.length === 0 ? [] : ['', ...find, ...lines]),
    '</script>',
  ].join('\n');
};

const jsxName = (name: string): string => ({ class: 'className', for: 'htmlFor' })[name] ?? name;

/** As React 19 writes it: what is no string becomes a property, and `on` before a name listens to that event. */
const react = (sample: Sample): string => {
  const { piece, event } = sample;
  const more = [
    ...names(sample).map((name) => `${name}={${name}}`),
    ...(event === undefined ? [] : [`on${event}={({ detail }) => console.log(detail)}`]),
  ];
  const data = declared(sample, 'const');
  return `// React 19
${imported(sample)}
${data === '' ? '' : `\n${data}`}
export const Example = () => (
  ${markupOf(piece, { indent: '  ', more, rename: jsxName, closesItself: true })}
);
`;
};

const vue = (sample: Sample): string => {
  const { piece, event } = sample;
  const more = [
    ...names(sample).map((name) => `:${name}.prop="${name}"`),
    ...(event === undefined ? [] : [`@${event}="({ detail }) => log(detail)"`]),
  ];
  const data = declared(sample, 'const') + (event === undefined ? '' : 'const log = console.log;\n');
  return `<!-- vite.config: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes('-') } } }) -->
<script setup>
${imported(sample)}
${data === '' ? '' : `\n${data}`}</script>

<template>
  ${markupOf(piece, { indent: '  ', more, closesItself: true })}
</template>
`;
};

const angular = (sample: Sample): string => {
  const { piece, event } = sample;
  const more = [
    ...names(sample).map((name) => `[${name}]="${name}"`),
    ...(event === undefined ? [] : [`(${event})="log($event.detail)"`]),
  ];
  const markup = markupOf(piece, { indent: '    ', more }).replace(/[\\`]|\$\{/g, '\\$&');
  const fields = declared(sample, 'readonly', '  ') + (event === undefined ? '' : '  readonly log = console.log;\n');
  return `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
${imported(sample)}

@Component({
  selector: 'app-example',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    ${markup}
  \`,
})
export class Example {${fields === '' ? '' : `\n${fields}`}}
`;
};

/** The same in each way of writing pages. */
export const snippetsOf = (sample: Sample): readonly Snippet[] => [
  { title: 'HTML', code: html(sample) },
  { title: 'React', code: react(sample) },
  { title: 'Vue', code: vue(sample) },
  { title: 'Angular', code: angular(sample) },
];
