/** The letter of a key that was pressed with Ctrl or Cmd: on a keyboard of other letters (Cyrillic, Greek) by its place. */
export const letterOf = ({ code, key }: KeyboardEvent): string =>
  (/^[a-z]$/i.test(key) ? key : code.slice('Key'.length)).toLowerCase();
