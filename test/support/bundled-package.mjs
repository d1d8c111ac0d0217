import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { atTop } from './at-top.mjs';

/**
 * A Web Test Runner plugin that serves a package as one file: RxJS alone is some two hundred, and each test page loads
 * them all, which is a third of a run's time.
 * @param {string} name
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export const bundledPackage = (name) => {
  const path = `/.bundled/${name}.js`;
  let code = '';
  return {
    name: `bundled ${name}`,
    async serverStart() {
      const bundle = await rollup({
        input: name,
        plugins: [resolve({ rootDir: atTop(), exportConditions: ['es2015'] })],
      });
      const { output } = await bundle.generate({ format: 'es' });
      code = output[0].code;
    },
    resolveImport: ({ source }) => (source === name ? path : undefined),
    serve: (context) => (context.path === path ? { body: code, type: 'js' } : undefined),
  };
};
