import { focusedElement } from './shadow.js';

/**
 * The hands of a harness. Give one that presses real keys where the test runner can; without it events are dispatched as
 * a click and typing do.
 */
export interface HarnessUser {
  /** Clicks in the middle of an element. */
  click(element: HTMLElement): Promise<unknown>;
  /** Puts the focus into a field and types at its caret. */
  type(element: HTMLElement, text: string): Promise<unknown>;
  /** Presses and releases a key, by its name in `KeyboardEvent.key`, where the focus is. */
  press(key: string): Promise<unknown>;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Events of people cross shadow roots, and the page may refuse what they lead to. */
const asByPeople = { bubbles: true, composed: true, cancelable: true } as const;

const insert = (field: Field, data: string): void => {
  const inputType = data === '\n' ? 'insertLineBreak' : 'insertText';
  const event = { ...asByPeople, data: data === '\n' ? null : data, inputType };
  if (field.readOnly || field.disabled || !field.dispatchEvent(new InputEvent('beforeinput', event))) return;
  field.setRangeText(data, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { ...event, cancelable: false }));
};

/** Dispatches the events of a key; `meanwhile` is what it does while it is down, unless the page prevents it. */
const strike = (target: Element, key: KeyboardEventInit, meanwhile = (): void => undefined): void => {
  if (target.dispatchEvent(new KeyboardEvent('keydown', { ...asByPeople, ...key }))) meanwhile();
  target.dispatchEvent(new KeyboardEvent('keyup', { ...asByPeople, ...key }));
};

/**
 * Dispatches what a click and typing do, where nothing can press real keys. What a browser does by itself on a key (Tab,
 * Escape in a dialog) it does not do; a line break in a text is Shift+Enter.
 */
export const dispatchingUser: HarnessUser = {
  async click(element) {
    const pointer = { ...asByPeople, button: 0, detail: 1 };
    element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, isPrimary: true }));
    if (element.dispatchEvent(new MouseEvent('mousedown', pointer))) element.focus({ preventScroll: true });
    element.dispatchEvent(new PointerEvent('pointerup', { ...pointer, isPrimary: true }));
    element.dispatchEvent(new MouseEvent('mouseup', pointer));
    element.click();
  },
  async type(element, text) {
    element.focus({ preventScroll: true });
    for (const letter of text) {
      const key = letter === '\n' ? { key: 'Enter', shiftKey: true } : { key: letter };
      strike(element, key, () => insert(element as Field, letter));
    }
  },
  async press(key) {
    strike(focusedElement() ?? document.body, { key });
  },
};
