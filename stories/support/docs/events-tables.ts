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
type Told = readonly [
  name: string,
  event: {
    readonly description: string;
    readonly tags: readonly string[];
    readonly cancelable: boolean;
    readonly detail: unknown;
  },
];

/** Every event as a Markdown table: when it comes, from which tags, and what it carries. */
export const eventsTable: string = [
  '| event | when | from | detail |',
  '| --- | --- | --- | --- |',
  ...(Object.entries(promises.events) as readonly Told[]).map(([name, { description, tags, cancelable, detail }]) => {
    const kind = cancelable ? ' (can be vetoed)' : '';
    const fields = detail === null ? 'none' : `\`${fieldsOf(detail as Schema)}\``;
    return `| \`${name}\` | ${description}${kind} | ${tags.map((tag) => `\`${tag}\``).join(', ')} | ${fields} |`;
  }),
].join('\n');

/** The promises about their order as a Markdown list. */
export const orderList: string = promises.order
  .map(
    ({ says, whole }) =>
      `- ${says}${whole ? ' *(In `log$` and `happenings$`; a page does not hear what it did itself.)*' : ''}`,
  )
  .join('\n');

export const { version } = promises;
