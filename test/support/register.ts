import type { ChatElementClass } from '../../src/elements/chat-element.js';

/** Registers a tag and, first, those it shows inside. Registering one again does nothing. */
export const register = (element: ChatElementClass): void => {
  element.uses?.forEach(register);
  if (customElements.get(element.tag) === undefined) customElements.define(element.tag, element);
};
