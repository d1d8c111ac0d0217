import { expect } from '@open-wc/testing';

/** Expects axe to find nothing wrong with an element, in light and in dark. */
export const expectAccessible = async (element: Element): Promise<void> => {
  const { style } = document.documentElement;
  style.background = 'Canvas';
  // Colours on their way from one scheme to the other have no contrast to speak of.
  style.setProperty('--chat-speed', '0s');
  for (const scheme of ['light', 'dark']) {
    style.colorScheme = scheme;
    await expect(element).to.be.accessible();
  }
  style.colorScheme = '';
};
