import { expect, fixture, html } from '@open-wc/testing';
import * as all from '../../../src/index.js';
import type { ChatElementClass } from '../../../src/index.js';
import { loadSlots } from '../../../src/elements/load-slots.js';
import { deepAll } from '../../../src/testing/harnesses/shadow.js';
import { aMessage } from '../../support/builders.js';
import { scenes, setUpStage } from './scenes.js';

const classes = Object.values(all).filter(
  (it): it is typeof it & ChatElementClass => typeof it === 'function' && 'tag' in it,
);
const byTag = new Map(classes.map((one) => [one.tag, one]));
const listed = ({ parts = '' }: ChatElementClass): readonly string[] => parts.split(' ');

/** What a tag lets out is called by the tag and the part, however many tags are around it. */
const outside = (tag: string, part: string): string => `${tag.replace(/^chat-/u, '')}-${part}`;

const ownElements = (root: ParentNode): readonly HTMLElement[] =>
  deepAll(root, '*').filter((one) => byTag.has(one.localName));

/** What lays nothing out: inline marks of direction and line breaks, what is only spoken or only named, and slots. */
const isNoPiece = (element: Element): boolean => element.matches('bdi, br, slot, .spoken, [hidden], svg *');

/** Messages of the pieces that a page cannot style, and the parts there are, by tag. */
const walk = (root: ParentNode) => {
  const nameless: string[] = [];
  const found = new Map<string, Set<string>>();
  for (const element of ownElements(root)) {
    const names = found.get(element.localName) ?? new Set<string>();
    found.set(element.localName, names);
    for (const piece of element.shadowRoot?.querySelectorAll('*') ?? []) {
      piece.part.forEach((name) => names.add(name));
      if (piece.part.length === 0 && !isNoPiece(piece))
        nameless.push(`<${element.localName}> ${(piece.cloneNode() as Element).outerHTML}`);
    }
  }
  return { nameless, found };
};

/** Styles every part of an adapter from the page; tells which of a tag's parts that does not reach. */
const styleFromPage = () => {
  const inside = (element: ChatElementClass): readonly ChatElementClass[] =>
    (element.uses ?? []).flatMap((one) => [one, ...inside(one)]);
  const tags = new Set(inside(all.ChatAdapter));
  const outer = [...tags].flatMap((one) => listed(one).map((part) => outside(one.tag, part)));
  const sheet = new CSSStyleSheet();
  const names = [...outer, ...listed(all.ChatAdapter)];
  for (const name of names) {
    sheet.insertRule(`@property --part-${name} { syntax: '*'; inherits: false }`);
    sheet.insertRule(`chat-adapter::part(${name}) { --part-${name}: reached }`);
  }
  return {
    sheet,
    missed: (adapter: Element): readonly string[] =>
      [adapter, ...ownElements(adapter.shadowRoot!)].flatMap((element) =>
        [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((piece) =>
          [...piece.part]
            .map((part) => (element === adapter ? part : outside(element.localName, part)))
            .filter((name) => getComputedStyle(piece).getPropertyValue(`--part-${name}`) !== 'reached'),
        ),
      ),
  };
};

describe('the parts of all tags', () => {
  it('are on every piece, as the manifest says, and reached from the adapter’s page', async function () {
    this.timeout(60_000);
    const { sheet, missed } = styleFromPage();
    document.adoptedStyleSheets.push(sheet);
    const seen = new Map<string, Set<string>>();
    const take = (root: ParentNode, state: string): void => {
      const { nameless, found } = walk(root);
      expect(nameless, state).to.deep.equal([]);
      for (const [tag, names] of found) seen.set(tag, new Set([...(seen.get(tag) ?? []), ...names]));
    };

    const stage = await setUpStage();
    for (const [state, go] of Object.entries(scenes)) {
      await go(stage);
      await stage.painted();
      take(stage.adapter.parentElement!, state);
      expect([...new Set(missed(stage.adapter))], state).to.deep.equal([]);
    }
    await loadSlots(stage.adapter);
    for (const message of [
      aMessage({ author: 'bot', text: 'He\u200bre: https://a@example.com' }),
      aMessage({ author: 'system' }),
      aMessage({ kind: 'image', text: 'A parcel' }),
      aMessage({ author: 'agent', internal: true }),
      aMessage({ author: 'agent', delivery: 'failed' }),
    ]) {
      const own = (): Text => new Text('Own');
      const alone = await fixture(
        html`<chat-provider .desk=${stage.desk}>
          <chat-message chat-id="chat-1" .message=${message} .renderMessageActions=${own}></chat-message>
          <chat-message .message=${message} .renderMessage=${own}></chat-message>
        </chat-provider>`,
      );
      await stage.painted();
      take(alone.parentElement!, 'messages alone');
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);

    for (const one of classes)
      expect([...(seen.get(one.tag) ?? [])].sort(), one.tag).to.deep.equal([...listed(one)].sort());
  });

  it('are told by the manifest, with those that come from the tags inside', async () => {
    const manifest = (await (await fetch('/custom-elements.json')).json()) as {
      modules: { declarations?: { tagName?: string; cssParts?: { name: string }[] }[] }[];
    };
    const told = new Map(
      manifest.modules
        .flatMap(({ declarations = [] }) => declarations)
        .map(({ tagName, cssParts = [] }) => [tagName, cssParts.map(({ name }) => name).sort()]),
    );
    const outer = (one: ChatElementClass): readonly string[] => [
      ...new Set(
        (one.uses ?? []).flatMap((used) => [...listed(used).map((part) => outside(used.tag, part)), ...outer(used)]),
      ),
    ];
    for (const one of classes) expect(told.get(one.tag), one.tag).to.deep.equal([...listed(one), ...outer(one)].sort());
  });
});
