import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import json from '../../custom-elements.json' with { type: 'json' };

// What a file says is checked by its schema, not by the types of this import.
const all = json as unknown as Package;

const ofElement = <T extends Pick<CustomElementDeclaration, 'members' | 'cssParts'>>(declaration: T): T => ({
  ...declaration,
  members: (declaration.members ?? []).filter((member) => member.static !== true),
  // As a page writes them; the tables of Storybook take one thing of a name.
  cssParts: (declaration.cssParts ?? []).map((part) => ({ ...part, name: `::part(${part.name})` })),
});

/** The manifest without what is the classes' own: a catalogue is about elements. */
export const manifest: Package = {
  ...all,
  modules: all.modules.map((module) => ({
    ...module,
    declarations: (module.declarations ?? []).map((it) => ('customElement' in it ? ofElement(it) : it)),
  })),
};

/** The names of all events that the tags fire. */
export const eventNames: readonly string[] = [
  ...new Set(
    manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap((it) => ('customElement' in it ? (it.events ?? []) : []))
      .map(({ name }) => name),
  ),
];

/** The tags, each with what it says of itself, in the order of their names. */
export const tags: ReadonlyMap<string, CustomElementDeclaration> = new Map(
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations as readonly CustomElementDeclaration[])
    .flatMap((it) => (it.tagName === undefined ? [] : [[it.tagName, it] as const])),
);

export const tagNames: readonly string[] = [...tags.keys()];

/** The names of the events that a tag fires. */
export const eventsOf = (tag: string): readonly string[] => (tags.get(tag)?.events ?? []).map(({ name }) => name);
