import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atTop } from '../support/at-top.mjs';
import { bundle, openPage, plainPage, servesAChat } from './support/any-page.js';
import { startShift, type Shift } from './support/shift.js';

type Any = Record<string, unknown> & HTMLElement & { readonly updateComplete: Promise<unknown> };

declare global {
  interface Window {
    things: Readonly<Record<string, unknown>>;
    early: readonly Any[];
    late: readonly Any[];
  }
}

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

/** Of types that have a name, one of the words. */
const WORDS: Readonly<Record<string, string>> = {
  Channel: 'sms',
  ChatOrder: 'urgency',
  IndicatorState: 'left',
  Urgency: 'soon',
};

/** Something that can be written for a type, other than what the tag has by itself. */
const aValue = (type: string, at: number): unknown => {
  const word = WORDS[type] ?? [...type.matchAll(/'([\w-]+)'/g)].at(-1)?.[1];
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
    open: () => ({
      subscribe({ next }) {
        next({ type: 'snapshot', serverTime: 1, chats: [chat], messages: { 'chat-1': [message] } });
        next({ type: 'connection', state: 'online' });
        return { unsubscribe() {} };
      },
    }),
  };
  const desk = createChatDesk({ connector });
  const view = await new Promise((resolve) => desk.chats$.subscribe(([chat]) => chat && resolve(chat)));
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
    'finds what was set on <%s> before it came, as if it was set after: each property of the manifest',
    async (tag, { properties }) => {
      const { page, errors } = await openPage(shift, {
        html: plainPage(`<script type="module">import { things } from './things.js'; window.things = things;</script>`),
        files,
      });
      const asked = properties.map(({ name, type }, at) => {
        const thing = type.replace(/ \| (?:undefined|null)/g, '');
        return [name, thing, aValue(type, at)] as const;
      });
      expect(asked.length).toBeGreaterThan(3);
      /** A tag for each property, which alone is set: together, one would hide what another does. */
      const set = (era: 'early' | 'late'): Promise<void> =>
        page.evaluate(
          ([name, all, when]) => {
            const made = all.map(([property, type, word]) => {
              const element = document.body.appendChild(document.createElement(name) as Any);
              element[property] = type in window.things ? window.things[type] : word;
              return element;
            });
            Object.assign(window, { [when]: made });
          },
          [tag, asked, era] as const,
        );
      await set('early');
      await page.addScriptTag({ type: 'module', url: 'agent-chat-adapter.js' });
      await set('late');
      const differing = await page.evaluate(async (all) => {
        const { early, late } = window;
        for (const each of [...early, ...late]) for (let turns = 0; turns < 4; turns += 1) await each.updateComplete;
        const seen = (element: Any, property: string): string =>
          `${JSON.stringify(element[property]) ?? typeof element[property]} ${element.shadowRoot?.innerHTML.replace(/lit\$\d+\$/g, '') ?? ''}`;
        return all.flatMap(([property], at) => {
          const [one, other] = [early[at] as Any, late[at] as Any];
          const [is, wanted] = [seen(one, property), seen(other, property)];
          let same = 0;
          while (same < is.length && is[same] === wanted[same]) same += 1;
          const differs = `${property}: …${is.slice(same, same + 80)}…, not …${wanted.slice(same, same + 80)}…`;
          return Object.hasOwn(one, property) || is !== wanted ? [differs] : [];
        });
      }, asked);
      expect([differing, errors]).toEqual([[], []]);
    },
  );

  it('shows the same in whatever order attributes are set, before a tag is in the document or after', async () => {
    const { page, errors } = await openPage(shift, {
      html: plainPage('<script type="module" src="agent-chat-adapter.js"></script>'),
    });
    const asked = tags.map(
      ({ tag, attributes }) =>
        [
          tag,
          attributes
            // Written by the tag, never read; and what would look for a back end or load words.
            .filter(
              ({ name }) => !/^(?:connect-to|locale)$/.test(name) && !(tag === 'response-timer' && name === 'urgency'),
            )
            .map(({ name, type }, at) => [name, type === 'boolean' ? '' : String(aValue(type, at))] as const),
        ] as const,
    );
    const differing = await page.evaluate(async (all) => {
      const shownOf = async (name: string, order: readonly (readonly [string, string])[], connectFirst: boolean) => {
        const element = document.createElement(name) as Any;
        if (connectFirst) document.body.append(element);
        for (const [attribute, value] of order) element.setAttribute(attribute, value);
        if (!connectFirst) document.body.append(element);
        for (let turns = 0; turns < 3; turns += 1) await element.updateComplete;
        const own = [...element.attributes].map((one) => `${one.name}=${one.value}`).sort();
        element.remove();
        return `${own.join()} ${element.shadowRoot?.innerHTML.replace(/lit\$\d+\$/g, '') ?? ''}`;
      };
      const wrong: string[] = [];
      for (const [name, values] of all) {
        const orders = values.map((_, at) => [...values.slice(at), ...values.slice(0, at)]);
        const shown = new Set<string>();
        for (const order of [...orders, ...orders.map((one) => [...one].reverse())])
          for (const connectFirst of [true, false]) shown.add(await shownOf(name, order, connectFirst));
        if (shown.size !== 1) wrong.push([name, ...shown].join('\n'));
      }
      return wrong;
    }, asked);
    expect([differing, errors]).toEqual([[], []]);
  });
});
