import { HarnessError, listed } from './harness-error.js';
import { dispatchingUser, type HarnessUser } from './harness-user.js';
import { isSeen, partNames, partsOf, settled, tagsIn, wordsOf } from './shadow.js';

/** What every harness has. It finds its tag anew each time, so it outlives whatever is painted again. */
export interface Harness {
  /** The tag, once it shows what it was told. Rejects with a {@link HarnessError} while it is not there. */
  element(): Promise<HTMLElement>;
  /** Whether the tag is there and can be seen. */
  isShown(): Promise<boolean>;
}

/** What harnesses are made of: one tag, its parts as the contract names them, and the tags inside it. */
export interface Host {
  /** What every harness has. */
  readonly harness: Harness;
  element(): Promise<HTMLElement>;
  parts(name: string): Promise<readonly HTMLElement[]>;
  /** The first of them. Throws where there is none, and says which parts there are. */
  part(name: string): Promise<HTMLElement>;
  has(name: string): Promise<boolean>;
  /** The words of a part; `undefined` where there is none. */
  words(name: string): Promise<string | undefined>;
  /** Clicks a part, or an element inside the tag, and waits for what the tag shows then. Throws where it cannot be seen. */
  click(target: string | HTMLElement): Promise<void>;
  /** Types into a part, and waits as {@link Host.click} does. */
  type(name: string, text: string): Promise<void>;
  /** Presses a key where the focus is, and waits. */
  press(key: string): Promise<void>;
  /** A tag inside, sought when it is needed: the first one, or the one that `choose` takes. */
  inner(tag: string, choose?: (all: readonly HTMLElement[]) => HTMLElement): Host;
}

const createHost = (tag: string, locate: () => Promise<HTMLElement>, user: HarnessUser): Host => {
  const element = async (): Promise<HTMLElement> => {
    const found = await locate();
    if (!found.isConnected) throw new HarnessError(`This <${tag}> is not in the document.`);
    await settled(found);
    if (found.shadowRoot === null)
      throw new HarnessError(`<${tag}> is not defined on this page: import agent-chat-adapter/define/${tag}.js.`);
    return found;
  };
  const parts = async (name: string): Promise<readonly HTMLElement[]> => partsOf(await element(), name);
  const part = async (name: string): Promise<HTMLElement> => {
    const [found] = await parts(name);
    if (found !== undefined) return found;
    throw new HarnessError(`There is no part "${name}" in <${tag}>; ${listed(partNames(await element()))}.`);
  };
  const seen = async (target: string | HTMLElement): Promise<HTMLElement> => {
    const found = typeof target === 'string' ? await part(target) : target;
    if (isSeen(found)) return found;
    const what = typeof target === 'string' ? `part "${target}"` : `<${found.localName}>`;
    throw new HarnessError(`The ${what} of <${tag}> cannot be seen: open what it is in first.`);
  };
  const afterwards = async (): Promise<void> => {
    const found = await locate().catch(() => undefined);
    if (found !== undefined) await settled(found);
  };
  return {
    element,
    parts,
    part,
    harness: {
      element,
      isShown: () => element().then(isSeen, () => false),
    },
    has: async (name) => (await parts(name)).length > 0,
    async words(name) {
      const [found] = await parts(name);
      return found && wordsOf(found);
    },
    async click(target) {
      await user.click(await seen(target));
      await afterwards();
    },
    async type(name, text) {
      await user.type(await seen(name), text);
      await afterwards();
    },
    async press(key) {
      await user.press(key);
      await afterwards();
    },
    inner: (innerTag, choose) =>
      createHost(
        innerTag,
        async () => {
          const outer = await element();
          const all = await tagsIn(outer, innerTag);
          if (choose !== undefined) return choose(all);
          const [first] = all;
          if (first !== undefined) return first;
          const others = (await tagsIn(outer, '*')).filter(({ localName }) => localName.includes('-'));
          const names = others.map(({ localName }) => `<${localName}>`);
          throw new HarnessError(`There is no <${innerTag}> in <${tag}>; ${listed(names)}.`);
        },
        user,
      ),
  };
};

/** Makes the factory of one tag's harness, which takes the element and, where real keys can be pressed, a user. */
export const harnessFor =
  <H extends Harness>(tag: string, make: (host: Host) => H) =>
  (element: Element | null | undefined, user: HarnessUser = dispatchingUser): H => {
    if (element?.localName !== tag)
      throw new HarnessError(`A <${tag}> is needed; there is ${element ? `<${element.localName}>` : 'no element'}.`);
    return make(createHost(tag, () => Promise.resolve(element as HTMLElement), user));
  };

/** What stands in a part's `data-…` attribute, of which the words say the same in some language. */
export const dataOf = (element: HTMLElement, name: string): string | undefined => element.dataset[name];
