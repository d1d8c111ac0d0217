/**
 * Keeps what the agent types in a text field from the page's hotkeys: seen from outside a shadow root the event's target
 * is the tag, so that a page cannot tell typing from a command. Commands (with Ctrl, Meta or Alt) and Tab pass, and what
 * is typed in the page's own fields in a slot, which the page sees.
 */
export const quietKeys = (event: KeyboardEvent): void => {
  // AltGr types characters, and some systems tell it as Ctrl and Alt together.
  const isCommand = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  const { target, currentTarget } = event;
  const isOurs = (target as Node).getRootNode() === (currentTarget as Node).getRootNode();
  if (!isCommand && isOurs && event.key !== 'Tab') event.stopPropagation();
};
