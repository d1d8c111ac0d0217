/** What browsers have that do not know the standard's way to look into shadow roots. */
type OlderRoot = ShadowRoot & { getSelection?(): Selection | null };

/** The nodes in which the selection begins and ends, as seen from inside a shadow root; none while nothing is selected. */
export const selectionEnds = (root: ShadowRoot): readonly Node[] => {
  const selection = document.getSelection();
  const standard: Partial<Pick<Selection, 'getComposedRanges'>> = selection ?? {};
  const range = standard.getComposedRanges?.call(selection, { shadowRoots: [root] })[0];
  if (range !== undefined) return range.collapsed ? [] : [range.startContainer, range.endContainer];
  const inside = (root as OlderRoot).getSelection?.();
  return inside?.isCollapsed === false ? [inside.anchorNode ?? [], inside.focusNode ?? []].flat() : [];
};
