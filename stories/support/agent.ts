import { userEvent } from 'storybook/test';
import { deepAll, deepText, inside, nameOf, until } from './inside.js';

/** An agent in front of an adapter, who finds things by what they are called. */
export interface Agent {
  /** The names of the indicators in the strip, in order. */
  readonly chats: readonly string[];
  /** How urgent the pane's header says a reply is; `undefined`: it shows no timer. */
  readonly urgency: string | undefined;
  /** The text field of the reply. */
  readonly reply: HTMLTextAreaElement;
  /** The element that has the focus, in whatever shadow root. */
  readonly focused: Element | null;
  /** Waits for a button that can be seen, and gives it. */
  button(name: string): Promise<HTMLElement>;
  /** Waits for a field, and gives it. */
  field<T extends HTMLElement = HTMLTextAreaElement>(name: string): Promise<T>;
  /** Waits for a button, and clicks it. */
  press(name: string): Promise<void>;
  /** Waits until the strip holds exactly these chats. */
  seesChats(...names: readonly string[]): Promise<void>;
  /** Waits until a text is to be read in a tag of the adapter. */
  reads(tag: string, text: string): Promise<void>;
}

/** Whether an element can be seen, or has no box of its own and something inside it can. */
const isSeen = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) ||
  (getComputedStyle(element).display === 'contents' && [...(element.shadowRoot?.children ?? [])].some(isSeen));

/** The agent at the adapter of a story. */
export const agentAt = (canvas: HTMLElement): Agent => {
  const named = (selector: string, name: string): Promise<HTMLElement> =>
    until(`${selector} "${name}"`, () =>
      deepAll(canvas, selector).find((element) => isSeen(element) && nameOf(element) === name),
    );
  const chats = (): readonly string[] =>
    deepAll(canvas, 'chat-indicator').map(
      (indicator) => indicator.shadowRoot?.querySelector('button')?.ariaLabel ?? '',
    );
  return {
    get chats() {
      return chats();
    },
    get urgency() {
      const { shadowRoot } = inside(canvas, 'chat-adapter', 'chat-pane');
      return shadowRoot?.querySelector('header response-timer')?.getAttribute('urgency') ?? undefined;
    },
    get reply() {
      return inside(canvas, 'chat-adapter', 'chat-pane', 'chat-composer', 'textarea') as HTMLTextAreaElement;
    },
    get focused() {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    },
    button: (name) => named('button', name),
    field: async <T extends HTMLElement>(name: string) => (await named('textarea, [role=combobox]', name)) as T,
    press: async (name) => userEvent.click(await named('button', name)),
    seesChats: async (...names) => {
      const wanted = names.join(' | ');
      await until(`the chats ${wanted || '(none)'}`, () => chats().join(' | ') === wanted).catch((error: unknown) => {
        throw new Error(`${String(error)} There are: ${chats().join(' | ') || '(none)'}.`);
      });
    },
    reads: async (tag, text) => {
      await until(`"${text}" in ${tag}`, () =>
        deepAll(canvas, tag).some((element) => isSeen(element) && deepText(element).includes(text)),
      );
    },
  };
};
