/** The space kept free around a popup, and how tall it grows, in pixels. */
const MARGIN = 8;
const TALLEST = 320;
const ENOUGH = 168;
const NARROWEST = 256;

/**
 * Puts a popup of the top layer below `field`, or above it where there is more room, as wide as the field at least. By
 * script, as not every browser positions by anchors yet; style properties so set pass a strict content security policy.
 */
export const placePopup = (popup: HTMLElement, field: HTMLElement): void => {
  const view = field.ownerDocument.documentElement;
  const { top, bottom, left, right, width } = field.getBoundingClientRect();
  const below = view.clientHeight - bottom - MARGIN;
  const above = top - MARGIN;
  const upward = below < ENOUGH && above > below;
  const inlineSize = Math.min(Math.max(width, NARROWEST), view.clientWidth - 2 * MARGIN);
  const start = getComputedStyle(field).direction === 'rtl' ? right - inlineSize : left;
  const set = (property: string, pixels: number | 'auto'): void =>
    popup.style.setProperty(property, pixels === 'auto' ? 'auto' : `${Math.round(pixels)}px`);
  set('left', Math.min(Math.max(start, MARGIN), view.clientWidth - inlineSize - MARGIN));
  set('top', upward ? 'auto' : bottom + 4);
  set('bottom', upward ? view.clientHeight - top + 4 : 'auto');
  set('width', inlineSize);
  set('max-height', Math.max(96, Math.min(TALLEST, (upward ? above : below) - 4)));
};
