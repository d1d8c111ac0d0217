/** A row of the transcript that is in the document now. */
export interface RenderedRow {
  readonly element: HTMLElement;
  readonly messageId: string;
  /** What shows the message's text, and nothing else. */
  readonly text: HTMLElement | null;
}

/** The box that scrolls, in a transcript's shadow root. */
export const logOf = (root: ParentNode): HTMLElement | null => root.querySelector('[part~="log"]');

export const listOf = (root: ParentNode): HTMLElement | null => root.querySelector('[part~="messages"]');

/** The rows that are in the document, in order. */
export const renderedRows = (root: ParentNode): readonly RenderedRow[] =>
  [...(listOf(root)?.children ?? [])].flatMap((element) => {
    if (!(element instanceof HTMLElement)) return [];
    const messageId = element.dataset['id'];
    return messageId === undefined
      ? []
      : [{ element, messageId, text: element.querySelector<HTMLElement>('p.bubble, .caption') }];
  });

/** The last row in view, else the last one there is. */
export const lastRowInView = (root: ParentNode): string | undefined => {
  const end = logOf(root)?.getBoundingClientRect().bottom ?? 0;
  const rows = renderedRows(root);
  return (rows.findLast(({ element }) => element.getBoundingClientRect().top < end) ?? rows.at(-1))?.messageId;
};
