/** How browsers asked for it before they agreed: Safari 17, and Chrome on the shadow root. */
type FormerSelection = { getComposedRanges?(root: ShadowRoot): readonly StaticRange[] };
type FormerRoot = { getSelection?(): Selection | null };

const composed = (selection: Selection, root: ShadowRoot): AbstractRange | undefined => {
  if (typeof selection.getComposedRanges !== 'function') return undefined;
  try {
    return selection.getComposedRanges({ shadowRoots: [root] })[0];
  } catch {
    return (selection as FormerSelection).getComposedRanges?.(root)[0];
  }
};

/** What is selected, as seen from inside a shadow root; `undefined` while nothing is. */
export const selectionFrom = (root: ShadowRoot): AbstractRange | undefined => {
  const selection = document.getSelection();
  // Where nothing was ever selected nothing is looked for: that would cost a layout.
  if (selection === null || selection.rangeCount === 0) return undefined;
  const own = (root as FormerRoot).getSelection?.() ?? selection;
  const range = composed(selection, root) ?? (own.rangeCount > 0 ? own.getRangeAt(0) : undefined);
  return range?.collapsed === false ? range : undefined;
};

/** What is selected inside a shadow root, in document order; `undefined` where nothing is, or not all of it in there. */
export const selectedIn = (root: ShadowRoot): AbstractRange | undefined => {
  const range = selectionFrom(root);
  const isInside = (node: Node): boolean => node.getRootNode() === root;
  return range && isInside(range.startContainer) && isInside(range.endContainer) ? range : undefined;
};
