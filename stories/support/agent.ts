import { userEvent } from 'storybook/test';
import { focusedElement, isSeen } from '../../src/testing/harnesses/shadow.js';
import { chatAdapterHarness, type ChatAdapterHarness, type HarnessUser } from '../../src/testing/index.js';
import { deepAll, deepText, inside, nameOf, until } from './inside.js';

/** An agent in front of an adapter, who finds things by what they are called. */
export interface Agent {
  /** The adapter, read and worked by its parts. */
  readonly adapter: ChatAdapterHarness;
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

/** Storybook's hands, of which each act is seen among a story's interactions. */
const hands: HarnessUser = {
  click: (element) => userEvent.click(element),
  type: (element, text) => userEvent.type(element, text),
  press: (key) => userEvent.keyboard(`{${key}}`),
};

/** The agent at the adapter of a story. */
export const agentAt = (canvas: HTMLElement): Agent => {
  const named = (selector: string, name: string): Promise<HTMLElement> =>
    until(`${selector} "${name}"`, () =>
      deepAll(canvas, selector).find((element) => isSeen(element) && nameOf(element) === name),
    );
  const adapter = chatAdapterHarness(canvas.querySelector('chat-adapter'), hands);
  return {
    adapter,
    get reply() {
      return inside(canvas, 'chat-adapter', 'chat-pane', 'chat-composer', 'textarea') as HTMLTextAreaElement;
    },
    get focused() {
      return focusedElement();
    },
    button: (name) => named('button', name),
    field: async <T extends HTMLElement>(name: string) => (await named('textarea, [role=combobox]', name)) as T,
    press: async (name) => userEvent.click(await named('button', name)),
    seesChats: async (...names) => {
      const wanted = names.join(' | ');
      const read = async (): Promise<string> => (await adapter.list.chats()).map(({ label }) => label).join(' | ');
      await until(`the chats ${wanted || '(none)'}`, async () => (await read()) === wanted).catch(
        async (error: unknown) => {
          throw new Error(`${String(error)} There are: ${(await read()) || '(none)'}.`);
        },
      );
    },
    reads: async (tag, text) => {
      await until(`"${text}" in ${tag}`, () =>
        deepAll(canvas, tag).some((element) => isSeen(element) && deepText(element).includes(text)),
      );
    },
  };
};
