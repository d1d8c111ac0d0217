import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { bundle, openPage, plainPage, servesAChat } from './support/any-page.js';
import { startShift, type Shift } from './support/shift.js';

interface Typed {
  readonly name: string;
  readonly type?: { readonly text: string };
}

interface Member extends Typed {
  readonly kind: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
}

interface Tag {
  readonly tagName: string;
  readonly members: readonly Member[];
  readonly attributes: readonly Typed[];
}

const manifest = JSON.parse(readFileSync(atTop('custom-elements.json'), 'utf8')) as {
  readonly modules: readonly { readonly declarations?: readonly Partial<Tag>[] }[];
};

const tags = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter((each): each is Tag => each.tagName !== undefined)
  .map(({ tagName, members, attributes }) => ({
    tag: tagName,
    /** What a page may set. */
    properties: members
      .filter(({ kind, static: ofClass, readonly }) => kind === 'field' && !ofClass && !readonly)
      .map(({ name, type }) => ({ name, type: type?.text ?? '' })),
    attributes: attributes.map(({ name, type }) => ({ name, type: type?.text ?? '' })),
  }));

/** Something that can be written for a type, other than what the tag has by itself. */
const aValue = (type: string, at: number): unknown => {
  const word = [...type.matchAll(/'([\w-]+)'/g)].at(-1)?.[1];
  if (word !== undefined) return word;
  if (type === 'boolean') return true;
  return type === 'number' ? 100 + at : `value-${at}`;
};

/** What a page sets that cannot be written, by type. */
const THINGS = `
  import { createChatDesk } from './src/desk/index.ts';
  const endUser = { id: 'user-1', name: 'Ana Silva', phone: '+12025550143' };
  const chat = { id: 'chat-1', channel: 'web', state: 'active', requestedAt: 1, acceptedAt: 1, waiting: 1, endUser };
  const message = { id: 'm-1', author: 'end-user', kind: 'text', text: 'Hello?', time: 1, seq: 1 };
  const connector = {
    name: 'early', agent: 'agent-1', delivery: 'idempotent',
    open: () => [{ type: 'snapshot', serverTime: 1, chats: [chat], messages: { 'chat-1': [message] } }],
  };
  const desk = createChatDesk({ connector });
  const view = desk.chats$.value[0];
  export const things = {
    ChatConnector: connector, ChatDesk: desk, ChatView: view, 'readonly ChatView[]': [view],
    Message: message, 'readonly Message[]': [message],
    Clock: { now: () => 5000 }, Crm: { find: async () => undefined }, DeskStorage: null,
    PolicyLayer: { crm: true }, Keys: { answer: 'Mod+Enter' }, WordOverrides: { send: 'Off it goes' },
    MessageRenderer: () => null, Summarize: async () => ({ text: '' }),
    'Partial<WrapUpFields>': { notes: 'optional' }, WrapUpValues: { notes: 'Early notes' },
    'readonly Disposition[]': [{ id: 'a', name: 'A', full_path: 'A' }],
  };`;

describe('a script that comes late', () => {
  let shift: Shift;
  let files: Readonly<Record<string, string>>;
  beforeAll(async () => void (files = { 'things.js': await bundle(THINGS) }));
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  it('finds the tags of the page, its policy and its listeners, and serves a chat', async () => {
    const { page, errors, warnings } = await openPage(shift, {
      html: plainPage(`<chat-adapter connect-to="local"></chat-adapter><ol></ol><script>
        const adapter = document.querySelector('chat-adapter');
        adapter.policy = { crm: true, response: { target: 120 } };
        adapter.strings = { send: 'Off it goes' };
        document.addEventListener('chat-accepted', () => document.querySelector('ol').append('accepted'));
        adapter.addEventListener('chat-before-send', (event) => event.amend(event.detail.text + ' (sent)'));
        addEventListener('load', () => setTimeout(() => {
          const script = document.createElement('script');
          script.type = 'module';
          script.src = 'agent-chat-adapter.js';
          document.body.append(script);
        }));</script>`),
    });
    await servesAChat(shift, page);
    expect(await page.locator('ol').textContent()).toBe('accepted');
    expect([errors, warnings]).toEqual([[], []]);
  });

  it.each(tags.map((each) => [each.tag, each] as const))(
    '<%s> has what was set before it came to life as if it was set after: each property of the manifest',
    async (tag, { properties }) => {
      const { page, errors } = await openPage(shift, { html: plainPage(''), files });
      const asked = properties.map(({ name, type }, at) => {
        const thing = type.replace(/ \| (?:undefined|null)/g, '');
        return [name, thing, aValue(type, at)] as const;
      });
      expect(asked.length).toBeGreaterThan(0);
      const differing = await page.evaluate(
        async ([name, all]) => {
          type Any = Record<string, unknown> & HTMLElement & { updateComplete: Promise<unknown> };
          const load = (file: string): Promise<Record<string, unknown>> => import(new URL(file, location.href).href);
          const { things } = (await load('/things.js')) as { things: Record<string, unknown> };
          const values = all.map(([property, type, word]) => [property, type in things ? things[type] : word] as const);
          const make = (): Any => document.body.appendChild(document.createElement(name) as Any);
          // Each alone: together, one would hide what another does.
          const early = values.map(([property, value]) => Object.assign(make(), { [property]: value }));
          await load('/agent-chat-adapter.js');
          const late = values.map(([property, value]) => Object.assign(make(), { [property]: value }));
          for (const each of [...early, ...late]) for (let turns = 0; turns < 4; turns += 1) await each.updateComplete;
          const seen = (element: Any, property: string): string =>
            `${JSON.stringify(element[property]) ?? typeof element[property]} ${element.shadowRoot?.innerHTML.replace(/lit\$\d+\$/g, '') ?? ''}`;
          return values
            .map(([property], at) => [property, early[at] as Any, late[at] as Any] as const)
            .filter(([property, one, other]) => Object.hasOwn(one, property) || seen(one, property) !== seen(other, property))
            .map(([property]) => property);
        },
        [tag, asked] as const,
      );
      expect([differing, errors]).toEqual([[], []]);
    },
  );

  it.each(tags.filter(({ attributes }) => attributes.length > 1).map((each) => [each.tag, each] as const))(
    '<%s> shows the same in whatever order its attributes are set, before it is in the document or after',
    async (tag, { attributes }) => {
      const { page, errors } = await openPage(shift, {
        html: plainPage('<script type="module" src="agent-chat-adapter.js"></script>'),
      });
      const values = attributes
        // Written by the tag, never read; and what would look for a back end or load words.
        .filter(({ name }) => !/^(?:connect-to|locale)$/.test(name) && !(tag === 'response-timer' && name === 'urgency'))
        .map(({ name, type }, at) => [name, type === 'boolean' ? '' : String(aValue(type, at))] as const);
      const shown = await page.evaluate(
        async ([name, all]) => {
          const orders = all.map((_, at) => [...all.slice(at), ...all.slice(0, at)]);
          const results: string[] = [];
          for (const order of [...orders, ...orders.map((one) => [...one].reverse())])
            for (const connectFirst of [true, false]) {
              const element = document.createElement(name) as HTMLElement & { updateComplete: Promise<unknown> };
              if (connectFirst) document.body.append(element);
              for (const [attribute, value] of order) element.setAttribute(attribute, value);
              if (!connectFirst) document.body.append(element);
              for (let turns = 0; turns < 3; turns += 1) await element.updateComplete;
              const own = [...element.attributes].map((one) => `${one.name}=${one.value}`).sort();
              results.push(`${own.join()} ${element.shadowRoot?.innerHTML.replace(/lit\$\d+\$/g, '') ?? ''}`);
              element.remove();
            }
          return [...new Set(results)];
        },
        [tag, values] as const,
      );
      expect([shown.length, errors]).toEqual([1, []]);
    },
  );
});
