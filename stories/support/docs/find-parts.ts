/** A part that was found in a rendered tag, and where it stands in the page. */
export interface FoundPart {
  readonly name: string;
  readonly box: DOMRect;
}

/** The first element with a size that has a part's name, in a tag's own tree. */
const seen = (tag: Element, name: string): DOMRect | undefined =>
  [...(tag.shadowRoot?.querySelectorAll(`[part~="${name}"]`) ?? [])]
    .map((element) => element.getBoundingClientRect())
    .find(({ width, height }) => width > 1 && height > 1);

/** The tags of a name below `root`, also in the frames of its page, each with where its frame stands. */
const tagsIn = (root: ParentNode, tag: string): readonly (readonly [Element, DOMPoint])[] => [
  ...[...root.querySelectorAll(tag)].map((element) => [element, new DOMPoint()] as const),
  ...[...root.querySelectorAll('iframe')].flatMap((frame) => {
    const { x, y } = frame.getBoundingClientRect();
    const inside = frame.contentDocument;
    return inside
      ? tagsIn(inside, tag).map(([element, at]) => [element, new DOMPoint(at.x + x, at.y + y)] as const)
      : [];
  }),
];

/** Which of these parts can be seen in the first tag of this name below `root`. */
export const findParts = (root: ParentNode, tag: string, names: readonly string[]): readonly FoundPart[] => {
  const [first] = tagsIn(root, tag);
  if (first === undefined) return [];
  const [element, { x, y }] = first;
  return names.flatMap((name) => {
    const box = seen(element, name);
    return box ? [{ name, box: new DOMRect(box.x + x, box.y + y, box.width, box.height) }] : [];
  });
};
