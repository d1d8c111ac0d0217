import { shared } from './shared.js';

/**
 * The live regions of our modals that are open, the topmost last: whatever is outside them is inert, and is not spoken. The
 * modal may be of another copy than who speaks.
 */
const openRegions = (): Element[] => {
  const regions = shared<Element[]>('regions', () => []);
  // A modal that was taken away with all around it did not say that it closed.
  regions.splice(0, regions.length, ...regions.filter(({ isConnected }) => isConnected));
  return regions;
};

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
export const regionOfModal = (): Element | undefined => openRegions().at(-1);

/** Whether the page makes the element inert: by something around it, or by a modal that it is not inside. */
export const isCutOff = (element: Element): boolean => {
  const around: Node[] = [];
  // Through shadow roots and slots.
  let at: Node | null = element;
  while (at !== null) {
    around.push(at);
    at = (at as Element).assignedSlot ?? at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
  }
  return (
    around.some((one) => (one as HTMLElement).inert) ||
    [...document.querySelectorAll('dialog:modal')].some((modal) => !around.includes(modal))
  );
};
