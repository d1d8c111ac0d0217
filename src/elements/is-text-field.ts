/** Whether somebody who types has it in there. */
export const isTextField = (target: EventTarget | null | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=button], [type=checkbox], [type=radio])'));
