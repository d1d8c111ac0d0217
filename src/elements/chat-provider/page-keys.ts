import type { Stage } from '../../context/stage-context.js';
import { comboOf, isBare, type KeyAction } from '../../core/index.js';
import { isTextField } from '../is-text-field.js';
import { isCutOff, regionOfModal } from '../modals.js';

/** A provider whose keys work on the page. */
export interface KeysOfPage {
  readonly element: HTMLElement;
  readonly stage: () => Stage;
}

/** In the order they came. */
const providers = new Set<KeysOfPage>();

const actionOf = ({ stage }: KeysOfPage, combo: string): KeyAction | undefined =>
  [...stage().keys$.value].find(([, key]) => key === combo)?.[0];

/** The page comes first: what it used for itself is not ours. While a modal is open, what is under it does nothing. */
const onKeyDown = (event: KeyboardEvent): void => {
  // A browser that fills a field in tells of a key that is none.
  if (!event.key || event.defaultPrevented || event.isComposing || event.repeat || event.getModifierState('AltGraph'))
    return;
  const combo = comboOf(event);
  const path = event.composedPath();
  const inside = [...providers].filter(({ element }) => path.includes(element));
  if (regionOfModal() !== undefined || (isBare(combo) && (inside.length === 0 || isTextField(path[0])))) return;
  // Where there are several, the focus says whose keys are meant: the innermost around it.
  inside.sort((a, b) => path.indexOf(a.element) - path.indexOf(b.element));
  const isDone = (inside.length > 0 ? inside : [...providers]).some((provider) => {
    const action = actionOf(provider, combo);
    return action !== undefined && !isCutOff(provider.element) && provider.stage().act(action);
  });
  if (isDone) event.preventDefault();
};

/** Makes the keys of a provider work on the page. Returns what ends that. */
export const serveKeys = (keys: KeysOfPage): (() => void) => {
  const page = keys.element.ownerDocument;
  providers.add(keys);
  // The same listener is added once.
  page.addEventListener('keydown', onKeyDown);
  return () => {
    providers.delete(keys);
    if (![...providers].some(({ element }) => element.ownerDocument === page))
      page.removeEventListener('keydown', onKeyDown);
  };
};
