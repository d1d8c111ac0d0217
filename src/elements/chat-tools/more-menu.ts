import type { WordKey } from '../../i18n/words.js';
import type { ToolsHost } from './tools-host.js';

/** One thing that the menu does. */
export interface MenuItem {
  readonly key: WordKey;
  readonly part: string;
  readonly shortcut?: string;
  readonly run: () => void;
}

/** The menu of the button "More". */
export interface MoreMenu {
  toggle(): void;
  close(): void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Makes the menu in the place beside its button. `itemsNow` says what can be done when it opens. */
export const createMoreMenu = (
  { html, render, now, root }: ToolsHost,
  itemsNow: () => readonly MenuItem[],
): MoreMenu => {
  let isOpen = false;
  const buttonNow = (): HTMLElement | null => root.querySelector('[part="more-button"]');
  const placeNow = (): HTMLElement | null => buttonNow()?.nextElementSibling as HTMLElement | null;
  const entries = (): readonly HTMLElement[] => [
    ...(placeNow()?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];

  const paint = (): void => {
    const place = placeNow();
    if (place === null) return;
    buttonNow()?.setAttribute('aria-expanded', String(isOpen));
    const { words } = now();
    const items = isOpen ? itemsNow() : [];
    render(
      isOpen
        ? html`<div
            class="menu"
            part="menu"
            role="menu"
            aria-label=${words.text('paneMore')}
            @keydown=${onKey}
            @focusout=${onFocusOut}
          >
            ${items.map(
              ({ key, part, shortcut, run }) =>
                html`<button
                  type="button"
                  role="menuitem"
                  tabindex="-1"
                  part="menu-item ${part}"
                  aria-keyshortcuts=${shortcut ?? ''}
                  @click=${() => {
                    // The focus is back at the button before what is done takes it elsewhere.
                    buttonNow()?.focus();
                    close();
                    run();
                  }}
                >
                  ${words.text(key)}
                </button>`,
            )}
          </div>`
        : html``,
      place,
    );
  };

  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    paint();
  };

  const goTo = (entry: HTMLElement | undefined): void => entry?.focus();

  const onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    const all = entries();
    const at = all.indexOf(event.target as HTMLElement);
    const { length } = all;
    const step = STEPS[key];
    if (step !== undefined) goTo(all[(at + step + length) % length]);
    else if (key === 'Home') goTo(all[0]);
    else if (key === 'End') goTo(all.at(-1));
    else if (key === 'Escape') {
      buttonNow()?.focus();
      close();
    } else if (key === 'Tab') {
      // The browser goes on from the button.
      buttonNow()?.focus();
      return close();
    } else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const begins = (entry: HTMLElement): boolean =>
        entry.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
      goTo([...all.slice(at + 1), ...all].find(begins));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || placeNow()?.contains(relatedTarget) !== true) close();
  };

  // A press on the button would first take the focus out of the menu and close it, then open it again.
  buttonNow()?.addEventListener('mousedown', (event) => {
    if (isOpen) event.preventDefault();
  });

  return {
    toggle() {
      isOpen = !isOpen;
      paint();
      goTo(isOpen ? entries()[0] : (buttonNow() ?? undefined));
    },
    close,
  };
};
