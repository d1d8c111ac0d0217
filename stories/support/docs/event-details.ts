/// <reference types="vite/client" />
import happenings from '../../../src/desk/happenings.ts?raw';
import promises from '../../../src/elements/events.json' with { type: 'json' };

/** The manifest names an event's class; what it carries stands in its source, and is read there. */
const sources = import.meta.glob<string>('../../../src/elements/*/*.events.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const ALWAYS = 'deskId: string; time: number';
const OF_A_CHAT = `${ALWAYS}; chatId: string`;

const tidy = (fields: string): string =>
  fields
    .replace(/\/\*\*[^]*?\*\//g, '')
    .replaceAll('readonly ', '')
    .replace(/\s+/g, ' ')
    .replace(/;? *$/, '')
    .trim();

const braced = (...fields: readonly string[]): string => `{ ${fields.filter((it) => it !== '').join('; ')} }`;

/** The bodies of the interfaces, and which of them each class carries. */
const readAll = (): { interfaces: Map<string, string>; carried: Map<string, string> } => {
  const interfaces = new Map<string, string>();
  const carried = new Map<string, string>();
  for (const source of Object.values(sources)) {
    for (const [, name = '', base, body = ''] of source.matchAll(/interface (\w+)(?: extends (\w+))? \{([^]*?)\n\}/g))
      interfaces.set(name, braced(tidy(body), base === 'ChatEventDetail' ? OF_A_CHAT : ''));
    for (const [, name = '', detail = ''] of source.matchAll(/class (\w+Event) extends \w+<(\w+)>/g))
      carried.set(name, detail);
  }
  return { interfaces, carried };
};

const { interfaces, carried } = readAll();

const told = new Map(
  [...happenings.matchAll(/^ {2}'([\w-]+)': \{([^}]*)\};$/gm)].map(([, name = '', body = '']) => [name, tidy(body)]),
);

const isOfAChat = (name: string): boolean =>
  (promises.events as Readonly<Record<string, { readonly detail: { readonly required: readonly string[] } | null }>>)[
    name
  ]?.detail?.required.includes('chatId') === true;

/** What the detail of an event is, as a type; empty for an event of the browser's own kind. */
export const detailOf = (eventClass: string, name: string): string => {
  const fields = told.get(name);
  if (fields !== undefined) return braced(fields, isOfAChat(name) ? OF_A_CHAT : `${ALWAYS}; chatId?: string`);
  const detail = carried.get(eventClass);
  if (detail === 'ChatEventDetail') return braced(OF_A_CHAT);
  return (detail && interfaces.get(detail)) ?? '';
};
