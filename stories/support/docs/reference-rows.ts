import type {
  Attribute,
  ClassField,
  ClassMethod,
  CustomElementDeclaration,
  CssPart,
  Event as FiredEvent,
} from 'custom-elements-manifest';
import promises from '../../../src/elements/events.json' with { type: 'json' };
import type { ChatElementClass } from '../../../src/index.js';
import { tags } from '../manifest.js';
import { detailOf } from './event-details.js';

/** One table of a tag's reference. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** What it is called, as it would be written. */
  readonly name: string;
  /** What stands beside the name; each is code. */
  readonly codes: readonly string[];
  readonly words: string;
}

const field = ({ name, type, default: initial, readonly, description = '' }: ClassField): Row => ({
  name,
  codes: [type?.text ?? '', initial ?? ''],
  words: readonly === true ? `${description} Read only.` : description,
});

const attribute = ({ name, type, default: initial, description = '' }: Attribute): Row => ({
  name,
  codes: [type?.text ?? 'string', initial ?? ''],
  words: description,
});

const method = ({ name, parameters = [], return: given, description = '' }: ClassMethod): Row => {
  const taken = parameters.map((it) => `${it.name}${it.optional === true ? '?' : ''}: ${it.type?.text ?? 'unknown'}`);
  return { name: `${name}(${taken.join(', ')})`, codes: [given?.type?.text ?? 'void'], words: description };
};

const event = ({ name, type, description = '' }: FiredEvent): Row => ({
  name,
  codes: [type.text, detailOf(type.text, name)],
  words: description,
});

/** The tags that a tag shows, at any depth. */
const insideOf = (tag: string): readonly string[] => {
  const { uses = [] } = (customElements.get(tag) ?? {}) as Partial<ChatElementClass>;
  return uses.flatMap((inner) => [inner.tag, ...insideOf(inner.tag)]);
};

const leavesShadowRoots = (name: string): boolean =>
  (promises.events as Readonly<Record<string, { readonly composed: boolean }>>)[name]?.composed === true;

/** The events that reach a tag from those inside it. */
const eventsFromInside = ({ tagName = '', events = [] }: CustomElementDeclaration): readonly Row[] => {
  const own = new Set(events.map(({ name }) => name));
  return [...new Set(insideOf(tagName))].flatMap((tag) =>
    (tags.get(tag)?.events ?? [])
      .filter(({ name }) => leavesShadowRoots(name) && !own.has(name))
      .map((it) => event({ ...it, description: `${it.description ?? ''} From \`<${tag}>\`.` })),
  );
};

const part = ({ name, description = '' }: CssPart): Row => ({ name, codes: [], words: description });

const titled = (title: string, head: readonly string[], rows: readonly Row[]): readonly Table[] =>
  rows.length === 0 ? [] : [{ title, head, rows }];

/** All that can be relied on of a tag, in tables; what it has none of has no table. */
export const tablesOf = (tag: CustomElementDeclaration): readonly Table[] => {
  const {
    members = [],
    attributes = [],
    events = [],
    slots = [],
    cssParts = [],
    cssStates = [],
    cssProperties = [],
  } = tag;
  const fields = members.filter((it): it is ClassField => it.kind === 'field');
  const methods = members.filter((it): it is ClassMethod => it.kind === 'method');
  return [
    ...titled('Attributes', ['Attribute', 'Type', 'Default', ''], attributes.map(attribute)),
    ...titled('Properties', ['Property', 'Type', 'Default', ''], fields.map(field)),
    ...titled('Commands', ['Method', 'Gives', ''], methods.map(method)),
    ...titled('Events', ['Event', 'Class', 'Detail', ''], [...events.map(event), ...eventsFromInside(tag)]),
    ...titled(
      'Slots',
      ['Slot', ''],
      slots.map(({ name, description = '' }) => ({ name: name || '(default)', codes: [], words: description })),
    ),
    ...titled('Parts', ['Part', ''], cssParts.map(part)),
    ...titled(
      'States',
      ['State', ''],
      cssStates.map(({ name, description = '' }) => ({ name: `:state(${name})`, codes: [], words: description })),
    ),
    ...titled(
      'CSS properties',
      ['Property', 'Default', ''],
      cssProperties.map(({ name, default: initial = '', description = '' }) => ({
        name,
        codes: [initial],
        words: description,
      })),
    ),
  ];
};
