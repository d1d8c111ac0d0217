/** A selection as browsers tell it that look into shadow roots: by the standard, or by an older way of their own. */
type DeepSelection = Partial<Pick<Selection, 'getComposedRanges'>>;
type DeepRoot = ShadowRoot & { getSelection?(): Selection | null };

/** The nodes in which the selection begins and ends, as seen from inside a shadow root; none while nothing is selected. */
export const selectionEnds = (root: ShadowRoot): readonly Node[] => {
  const selection = document.getSelection();
  if (selection === null || selection.type === 'None') return [];
  const inside = (root as DeepRoot).getSelection?.() ?? undefined;
  if (inside !== undefined)
    return inside.isCollapsed || inside.anchorNode === null || inside.focusNode === null
      ? []
      : [inside.anchorNode, inside.focusNode];
  const [range] = (selection as DeepSelection).getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  return range === undefined || range.collapsed ? [] : [range.startContainer, range.endContainer];
};
