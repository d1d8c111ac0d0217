/** What is known of a tag by its class. */
interface WithParts {
  readonly tag: string;
  /** The names of its parts, with a space between them. */
  readonly parts?: string;
  readonly uses?: readonly WithParts[];
}

const known = new Map<WithParts, string>();

/**
 * The parts of a tag and of all tags inside it, as `exportparts` lists them: outside, a part is called by its tag's name
 * without `chat-`, then its own, and keeps that name at every tag around.
 */
export const exportsOf = (element: WithParts): string => {
  let list = known.get(element);
  if (list === undefined) {
    const { tag, parts = '', uses = [] } = element;
    const own = parts.split(' ').map((part) => `${part}:${tag.replace(/^chat-/, '')}-${part}`);
    const inner = uses.flatMap((used) =>
      exportsOf(used)
        .replace(/[^,]*:/g, '')
        .split(','),
    );
    list = [...new Set([...own, ...inner])].join();
    known.set(element, list);
  }
  return list;
};
