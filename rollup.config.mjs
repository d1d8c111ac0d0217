// The files for a CDN: self-contained and minified. What npm gets is made by tsc alone, module by module.
import { existsSync, readdirSync } from 'node:fs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const LOCALES = 'src/i18n/locales';

/**
 * A page that has Lit of its own would make the policy `lit-html` twice, which `trusted-types lit-html` forbids:
 * the second copy dies at import. So the copy in these files asks for a policy under our name.
 * @type {import('rollup').Plugin}
 */
const ownTrustedTypesPolicy = {
  name: 'own-trusted-types-policy',
  transform(code, id) {
    if (!/[\\/]lit-html[\\/](?:.*[\\/])?lit-html\.js$/.test(id)) return null;
    const renamed = code.replace(/createPolicy\((['"])lit-html\1/, 'createPolicy("agent-chat-adapter"');
    if (renamed === code) this.error('lit-html no longer makes its policy as expected.');
    return { code: renamed, map: null };
  },
};

/**
 * Leaves the locales out as files of their own beside the module, each fetched when asked for. All other dynamic
 * imports are inlined, so that one file is all a page has to host.
 * @type {import('rollup').Plugin}
 */
const localesBeside = {
  name: 'locales-beside',
  resolveDynamicImport(specifier) {
    const language = typeof specifier === 'string' ? /\/locales\/([\w-]+)\.js$/.exec(specifier)?.[1] : undefined;
    return language === undefined ? null : { id: `./locales/${language}.js`, external: 'relative' };
  },
};

const plugins = [
  resolve({ extensions: ['.ts', '.mjs', '.js'], exportConditions: ['es2015', 'production'] }),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json' }),
  ownTrustedTypesPolicy,
];
const minify = terser({ ecma: 2022, compress: { passes: 2 }, format: { comments: false } });

/** @type {(input: string, output: import('rollup').OutputOptions, extra?: import('rollup').Plugin) => import('rollup').RollupOptions} */
const oneFile = (input, output, extra) => ({
  input,
  plugins: extra === undefined ? plugins : [extra, ...plugins],
  output: { inlineDynamicImports: true, sourcemap: true, plugins: [minify], ...output },
});

const locales = existsSync(LOCALES) ? readdirSync(LOCALES).filter((file) => file.endsWith('.ts')) : [];

/** @type {import('rollup').RollupOptions[]} */
export default [
  oneFile('src/define/cdn.ts', { file: 'dist/cdn/agent-chat-adapter.js', format: 'es' }, localesBeside),
  oneFile('src/define/cdn.ts', {
    file: 'dist/cdn/agent-chat-adapter.iife.js',
    format: 'iife',
    name: 'AgentChatAdapter',
  }),
  oneFile('src/define/cdn-local-end-user.ts', { file: 'dist/cdn/local-end-user.js', format: 'es' }),
  {
    input: Object.fromEntries(locales.map((file) => [file.slice(0, -'.ts'.length), `${LOCALES}/${file}`])),
    plugins,
    output: { dir: 'dist/cdn/locales', format: 'es', sourcemap: true, plugins: [minify] },
  },
];
