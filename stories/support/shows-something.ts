const CONTENT = 'svg, button, input, textarea, img';

/** Whether an element has words of its own, or is a drawing or a control. */
const isContent = (element: Element): boolean =>
  element.matches(CONTENT) || [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');

const isSeen = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  // What is only spoken is one pixel large.
  return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
};

/** Whether an element is a place for the page's own content, and shows some. */
const isFilledSlot = (element: Element): boolean =>
  element instanceof HTMLSlotElement && element.name !== '' && element.assignedElements({ flatten: true }).some(isSeen);

/**
 * Whether anything that a tag rendered itself can be seen: words, a drawing, a control, what the page put into a named
 * slot. What a provider is around is not its own.
 */
export const showsSomething = (tag: Element): boolean =>
  [...(tag.shadowRoot?.querySelectorAll('*') ?? [])].some(
    (element) =>
      !(element instanceof HTMLStyleElement) &&
      ((isContent(element) && isSeen(element)) || isFilledSlot(element) || showsSomething(element)),
  );

/** Whether a tag has what speaks for it: a region that is there before its first words. */
export const speaks = (tag: Element): boolean => tag.shadowRoot?.querySelector('[aria-live=polite]') != null;
