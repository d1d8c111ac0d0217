/// <reference types="vite/client" />
const files = import.meta.glob<string>(['../../../examples/*/src/*', '../../../examples/*/vite.config.ts'], {
  // As they are written: what is shown is what `npm run examples` proves.
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The source of an app in examples/, such as `vue/src/App.vue`. Throws where there is none. */
export const exampleSource = (path: string): string => {
  const source = files[`../../../examples/${path}`];
  if (source === undefined) throw new Error(`There is no examples/${path}.`);
  return source;
};
