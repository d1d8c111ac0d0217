import { sharedOn } from './shared-on.js';

/**
 * The live regions of our modals that are open, the topmost last: whatever is outside them is inert, and is not spoken. The
 * modal may be of another copy than who speaks.
 */
const openRegions = (): Element[] => sharedOn(document, 'regions', () => []);

/** From now on what is spoken, is spoken in this region of a modal. Returns what ends that. */
export const speakInside = (region: Element): (() => void) => {
  const regions = openRegions();
  regions.push(region);
  return () => {
    const at = regions.indexOf(region);
    if (at >= 0) regions.splice(at, 1);
  };
};

/** Where to speak instead of in the provider's own region, while a modal of ours is open. */
export const regionOfModal = (): Element | undefined =>
  openRegions()
    .filter((region) => region.isConnected)
    .at(-1);

/** Whether `outer` is around `inner`, through shadow roots and slots. */
const isAround = (outer: Element, inner: Element): boolean => {
  let at: Node | null = inner;
  while (at !== null && at !== outer)
    at = (at as Element).assignedSlot ?? at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
  return at === outer;
};

/** Whether a modal of the page, which the element is not inside, makes it inert. */
export const isUnderModal = (element: Element): boolean =>
  [...document.querySelectorAll('dialog:modal')].some((modal) => !isAround(modal, element));
