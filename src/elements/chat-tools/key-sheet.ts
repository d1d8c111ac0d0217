import type { CSSResult, html, render, TemplateResult } from 'lit';
import type { KeyAction, KeyMap } from '../../core/index.js';
import type { Translator } from '../../i18n/translator.js';
import type { WordKey } from '../../i18n/words.js';
import { focused } from '../focused.js';
import { isMac } from '../is-mac.js';
import { keySheetStyles } from './key-sheet.styles.js';

/** What the list of keys needs; Lit and what the page has once come from the tags, as for the other tools. */
export interface KeySheetHost {
  /** Where the dialog stands. */
  readonly root: ShadowRoot;
  readonly html: typeof html;
  readonly render: typeof render;
  readonly styles: readonly CSSResult[];
  readonly closeIcon: TemplateResult;
  readonly speakInside: (region: Element) => () => void;
  readonly words: Translator;
  readonly keys: KeyMap;
  /** Of its title; the groups are one level below. */
  readonly headingLevel: number;
  /** What a key does now that turns something on and off. */
  readonly isOpen: boolean;
  readonly isExpanded: boolean;
}

const GROUPS: readonly (readonly [title: WordKey, actions: readonly KeyAction[]])[] = [
  ['chatList', ['toggle', 'answer', 'next', 'previous', 'previews', 'help']],
  ['chatList', '1 2 3 4 5 6 7 8 9'.split(' ').map((number) => `chat${number}` as KeyAction)],
  ['conversation', ['reply', 'find', 'end']],
  ['wrapUpTitle', ['submit', 'done']],
];

const LABELS: Readonly<Partial<Record<KeyAction, WordKey>>> = {
  answer: 'keyAnswer',
  next: 'keyNext',
  previous: 'keyPrevious',
  reply: 'keyReply',
  find: 'findField',
  end: 'endChat',
  submit: 'submit',
  done: 'done',
  help: 'keysTitle',
};

/** As it stands on the key. */
const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

const capOf = (key: string): string => {
  if (key === 'Meta') return isMac() ? 'Cmd' : 'Win';
  if (key === 'Alt' && isMac()) return 'Option';
  return key === 'Control' ? 'Ctrl' : (CAPS[key] ?? key);
};

/** Shows the keys that are in force in a dialog; when it closes, the focus is back where it was. */
export const openKeySheet = (host: KeySheetHost): void => {
  const { html, keys, root, words, headingLevel } = host;
  const focusBefore = focused();
  const place = document.createElement('div');
  const inside = place.attachShadow({ mode: 'open' });
  inside.adoptedStyleSheets = [...host.styles, keySheetStyles].flatMap(({ styleSheet }) => styleSheet ?? []);
  root.append(place);

  const labelOf = (action: KeyAction): string => {
    if (action === 'toggle') return words.text(host.isOpen ? 'closeAdapter' : 'openAdapter');
    if (action === 'previews') return words.text(host.isExpanded ? 'hidePreviews' : 'showPreviews');
    return words.text(LABELS[action] ?? 'keyChat', { number: Number(action.slice(-1)) });
  };

  const renderKeys = (actions: readonly KeyAction[]): TemplateResult =>
    html`<dl>
      ${actions.map(
        (action) =>
          html`<div part="key" data-action=${action}>
            <dt>${labelOf(action)}</dt>
            <dd>${(keys.get(action) ?? '').split(/\+(?=.)/).map((key) => html`<kbd>${capOf(key)}</kbd> `)}</dd>
          </div>`,
      )}
    </dl>`;

  const groups = GROUPS.map(([title, actions]) => [title, actions.filter((action) => keys.has(action))] as const);
  const title = words.text('keysTitle');
  host.render(
    html`<dialog part="keys" lang=${words.locale} aria-labelledby="title">
      <div class="top">
        <h2 id="title" aria-level=${headingLevel}>${title}</h2>
        <button
          type="button"
          part="keys-close-button"
          aria-label=${words.text('keysClose')}
          @click=${() => dialog?.close()}
        >
          ${host.closeIcon}
        </button>
      </div>
      ${groups
        .filter(([, actions]) => actions.length > 0)
        .map(
          ([key, actions], index) =>
            html`${
              groups[index - 1]?.[0] === key ? '' : html`<h3 aria-level=${headingLevel + 1}>${words.text(key)}</h3>`
            }
            ${renderKeys(actions)}`,
        )}
      <div class="spoken" aria-live="polite"></div>
    </dialog>`,
    inside,
  );
  const dialog = inside.querySelector('dialog');
  const region = inside.querySelector('.spoken');
  if (dialog === null || region === null) return;
  dialog.showModal();
  const endSpeech = host.speakInside(region);
  // Escape closes this, and nothing around it.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') event.stopPropagation();
  });
  dialog.addEventListener('close', () => {
    endSpeech();
    place.remove();
    focusBefore?.focus({ preventScroll: true });
  });
};
