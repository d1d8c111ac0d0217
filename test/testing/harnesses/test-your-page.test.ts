import { expect, fixture, html } from '@open-wc/testing';
import { chatComposerHarness, type HarnessUser } from '../../../src/testing/index.js';

const here = (path: string): string => new URL(path, import.meta.url).href;

/** What the page's imports are in this repository. */
const places: Record<string, string> = {
  'agent-chat-adapter/define/all.js': here('../../../src/define/all.ts'),
  'agent-chat-adapter/connectors/local.js': here('../../../src/connectors/local/index.ts'),
  'agent-chat-adapter/testing.js': here('../../../src/testing/index.ts'),
  '@open-wc/testing': here('./packages-of-the-page.ts'),
  '@web/test-runner-commands': here('./packages-of-the-page.ts'),
};

const page = await (await fetch(here('../../../stories/docs/test-your-page.mdx'))).text();
for (const [, name = '', code = ''] of page.matchAll(/```js\n\/\/ example: (\w+)\n([\s\S]*?)```/gu)) {
  const placed = code.replace(/(from|import) '([^']+)'/gu, (_all, word: string, from: string) => {
    if (places[from] === undefined) throw new Error(`The page imports "${from}", which has no place here.`);
    return `${word} '${places[from]}'`;
  });
  places[`./${name}.js`] = URL.createObjectURL(new Blob([placed], { type: 'text/javascript' }));
}
const load = (name: string): Promise<Record<string, unknown>> => import(places[`./${name}.js`]!);

// It makes its test by itself, as it would in an integrator's project.
await load('test');

it('shows hands that press real keys, on the page “Test your page”', async () => {
  const { hands } = (await load('hands')) as { hands: HarnessUser };
  const element = await fixture(html`<chat-composer></chat-composer>`);
  const trusted: boolean[] = [];
  for (const type of ['input', 'click']) element.addEventListener(type, (event) => trusted.push(event.isTrusted));
  const composer = chatComposerHarness(element, hands);
  await composer.write('Hi');
  await composer.sendByKey();
  expect([await composer.text(), trusted]).to.deep.equal(['Hi', [true, true, true]]);
});
