import { describe, expect, it } from 'vitest';
import * as exported from '../../src/index.js';
import { angularDirectives } from './frameworks/angular-directives.mjs';
import { editorData } from './frameworks/editors.mjs';
import { reactWrappers } from './frameworks/react-wrappers.mjs';
import { readManifest, readTags } from './frameworks/read-tags.mjs';
import { tagsTable } from './frameworks/tags-table.mjs';

const manifest = readManifest();
const tags = readTags(manifest, exported);

const tagOf = (name: string) => {
  const tag = tags.find((each) => each.tag === name);
  if (tag === undefined) throw new Error(`There is no <${name}>.`);
  return tag;
};
const names = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => name);

describe('what frameworks are told of a tag', () => {
  it('is what a page may set, and not what it only reads', () => {
    const properties = names(tagOf('chat-adapter').properties);
    expect(properties).toEqual(expect.arrayContaining(['policy', 'connectTo', 'renderMessage', 'open']));
    expect(
      properties.filter((name) => ['currentDesk', 'shownChat', 'version', 'tag', 'ariaLabel'].includes(name)),
    ).toEqual([]);
  });

  it('has attributes under their own names, a number as text too', () => {
    expect(names(tagOf('chat-adapter').attributes)).toEqual(['connect-to', 'heading-level']);
    expect(tagsTable(tags)).toContain("'heading-level'?: ChatAdapter['headingLevel'] | `${number}` | undefined;");
  });

  it('has the questions of the tags inside it, which come up through it', () => {
    const asked = [
      'chat-before-accept',
      'chat-before-end',
      'chat-before-select',
      'chat-before-send',
      'chat-before-wrap-up',
    ];
    for (const name of ['chat-adapter', 'chat-provider'])
      expect(names(tagOf(name).events)).toEqual(expect.arrayContaining(asked));
    expect(names(tagOf('chat-list').events)).toEqual(['chat-before-accept', 'chat-before-select']);
  });

  it('does not have what stays at the tags inside it', () => {
    expect(names(tagOf('end-chat-dialog').events)).toContain('close');
    expect(names(tagOf('chat-adapter').events)).not.toContain('close');
  });
});

describe('what is made of it', () => {
  it('calls React back by the event’s name', () => {
    expect(reactWrappers(tags)['react/chat-adapter.js']).toContain("onChatBeforeSend: 'chat-before-send',");
  });

  it('gives Angular an input for each property, and reads its plain attributes', () => {
    const directive = angularDirectives(tags)['angular/response-timer.js'] ?? '';
    for (const { name } of tagOf('response-timer').properties) expect(directive).toContain(`${name}: '${name}'`);
    expect(directive).toContain('this.#element.since = asNumber(value);');
    expect(directive).toContain('this.#element.latched = asBoolean(value);');
    expect(directive).toContain('this.#element.clock = value;');
  });

  it('offers editors the words of a choice, and each part once', () => {
    const files = editorData(manifest, (_, property) => (property === 'channel' ? ['web', 'sms'] : []));
    const html = JSON.parse(files['vscode.html-custom-data.json'] ?? '') as {
      tags: { name: string; attributes: { name: string; values: { name: string }[] }[] }[];
    };
    const icon = html.tags.find(({ name }) => name === 'channel-icon');
    expect(names(icon?.attributes[0]?.values ?? [])).toEqual(['web', 'sms']);
    const css = JSON.parse(files['vscode.css-custom-data.json'] ?? '') as { pseudoElements: { name: string }[] };
    expect(new Set(names(css.pseudoElements)).size).toBe(css.pseudoElements.length);
  });
});
