import { transform } from 'esbuild';
import { expect, it } from 'vitest';
import { snippetsOf } from '../../stories/support/snippets/frameworks.js';
import type { Sample } from '../../stories/support/snippets/sample.js';

const sample: Sample = {
  piece: {
    tag: 'chat-provider',
    attributes: [
      ['connect-to', 'local'],
      ['class', 'a "b" <c>'],
      ['open', true],
    ],
    children: [{ tag: 'chat-pane', attributes: [['chat-id', '`${1}`']], children: [] }],
  },
  properties: {
    messages: [{ id: 'm-1', text: 'It\'s "late"\n</script>' }],
    summarize: { code: `async () => 'Summary'` },
  },
  event: 'chat-accepted',
};

const codes = Object.fromEntries(snippetsOf(sample).map(({ title, code }) => [title, code]));

it('writes the tag with its attributes, and inside it what stands in it', () => {
  expect(codes['HTML']).toContain(
    '<chat-provider connect-to="local" class="a &quot;b&quot; &lt;c>" open>\n  <chat-pane chat-id="`${1}`"></chat-pane>\n</chat-provider>',
  );
});

it('imports what it names: the tags, and the connector “local” where a tag asks for it', () => {
  for (const code of Object.values(codes)) expect(code).toContain(`import 'agent-chat-adapter/define/local.js';`);
  const plain: Sample = { piece: { tag: 'chat-pane', attributes: [], children: [] }, properties: {} };
  for (const { code } of snippetsOf(plain)) {
    expect(code).toContain(`import 'agent-chat-adapter/define/all.js';`);
    expect(code).not.toContain('local');
  }
});

it('never ends its script by what a text says', () => {
  expect(codes['HTML']?.match(/<\/script>/g)).toHaveLength(1);
  expect(codes['Vue']?.match(/<\/script>/g)).toHaveLength(1);
});

it('is React that compiles: objects are properties, events are listened to', async () => {
  const { code } = await transform(codes['React'] ?? '', { loader: 'jsx', jsx: 'automatic' });
  expect(code).toContain('className');
  expect(code).toContain('messages,');
  expect(code).toContain('"onchat-accepted"');
});

it('is Vue with properties and events bound', async () => {
  await transform(/<script setup>([^]*)<\/script>/.exec(codes['Vue'] ?? '')?.[1] ?? '?', { loader: 'js' });
  expect(codes['Vue']).toContain(':messages.prop="messages"');
  expect(codes['Vue']).toContain('@chat-accepted="({ detail }) => log(detail)"');
});

it('is an Angular component that compiles, whatever a value looks like', async () => {
  const experimental = { compilerOptions: { experimentalDecorators: true } };
  await transform(codes['Angular'] ?? '', { loader: 'ts', tsconfigRaw: experimental });
  expect(codes['Angular']).toContain('[messages]="messages"');
  expect(codes['Angular']).toContain('(chat-accepted)="log($event.detail)"');
  expect(codes['Angular']).toContain('chat-id="\\`\\${1}\\`"');
});
