/**
 * Keeps what the agent types in a text field from the page's hotkeys: seen from outside a shadow root the event's target
 * is the tag, so that a page cannot tell typing from a command. Commands (with Ctrl, Meta or Alt) and Tab pass.
 */
export const quietKeys = (event: KeyboardEvent): void => {
  // AltGr types characters, and some systems tell it as Ctrl and Alt together.
  const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  if (!isCommand && event.key !== 'Tab') event.stopPropagation();
};
