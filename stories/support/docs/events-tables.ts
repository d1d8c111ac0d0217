import promises from '../../../src/elements/events.json' with { type: 'json' };

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const inWords = (schema: Schema): string => {
  if (schema.enum !== undefined) return schema.enum.map((word) => `"${word}"`).join(' or ');
  if (schema.properties === undefined) return schema.type ?? '';
  return `{ ${fieldsOf(schema)} }`;
};

const fieldsOf = ({ properties = {}, required = [] }: Schema): string =>
  Object.entries(properties)
    .map(([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${inWords(field)}`)
    .join('; ');

/** What events.json says of an event; a file says more than the type of its import. */
interface Told {
  readonly description: string;
  readonly tags: readonly string[];
  readonly cancelable: boolean;
  readonly detail: Schema | null;
}

const events = Object.entries(promises.events) as unknown as readonly (readonly [name: string, event: Told])[];

/** What every detail has, and is said once. */
const ALWAYS = ['deskId', 'time'];

const detailOf = ({ detail }: Told): string => {
  if (detail === null) return 'none';
  const own = Object.entries(detail.properties ?? {}).filter(([name]) => !ALWAYS.includes(name));
  return own.length === 0 ? '' : `\`${fieldsOf({ ...detail, properties: Object.fromEntries(own) })}\``;
};

const isTelling = ({ tags }: Told): boolean => tags.includes('chat-provider');

const isAsking = (name: string): boolean => name.startsWith('chat-before-');

const tableOf = (head: string, rows: readonly (readonly string[])[]): string =>
  [head, head.replaceAll(/[^|]+/g, ' --- '), ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

/** The events that tell as a Markdown table: when each comes, and what it carries. */
export const tellingTable: string = tableOf(
  '| event | when | `detail`, beside `deskId` and `time` |',
  events
    .filter(([, event]) => isTelling(event))
    .map(([name, event]) => [`\`${name}\``, event.description, detailOf(event)]),
);

const withTags = (kind: (name: string, event: Told) => boolean): string =>
  tableOf(
    '| event | when | from | `detail`, beside `deskId` and `time` |',
    events
      .filter(([name, event]) => kind(name, event))
      .map(([name, event]) => [
        `\`${name}\``,
        event.description,
        event.tags.map((tag) => `\`${tag}\``).join(' '),
        detailOf(event),
      ]),
  );

/** The events that ask, each with the tag that it comes from. */
export const askingTable: string = withTags(isAsking);

/** What a tag tells the page around it of itself. */
export const otherTable: string = withTags((name, event) => !isAsking(name) && !isTelling(event));

/** The promises about their order as a Markdown list. */
export const orderList: string = promises.order
  .map(
    ({ says, whole }) =>
      `- ${says}${whole ? ' *(In `log$` and `happenings$`; a page does not hear what it did itself.)*' : ''}`,
  )
  .join('\n');

export const { version } = promises;
