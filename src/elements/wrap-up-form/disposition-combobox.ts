import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { quietKeys } from '../../controllers/quiet-keys.js';
import type { DispositionLeaf } from '../../core/index.js';
import type { Translator } from '../../i18n/translator.js';
import { comboboxTemplate, type ComboboxHandlers, type ComboboxState } from './combobox-template.js';
import { matchingLeaves } from './matching-leaves.js';
import { placePopup } from './place-popup.js';

const PAGE = 10;

/**
 * A text field with a list of the dispositions (the editable combobox of the ARIA practices): typing filters by any part
 * of the path, the focus stays in the field. The list is in the top layer, so that no box around it cuts it.
 */
export class DispositionCombobox implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #choose: (id: string | undefined) => void;
  #state: ComboboxState | undefined;
  #open = false;
  /** What was typed to filter; `undefined` while the field shows what is chosen. */
  #query: string | undefined;
  #matches: readonly DispositionLeaf[] = [];
  #active = -1;
  /** Whether the agent went to the active one by key, so that leaving the field chooses it. */
  #went = false;

  /** `choose` hears what the agent chose; `undefined` when the field was emptied. */
  constructor(host: ReactiveControllerHost & HTMLElement, choose: (id: string | undefined) => void) {
    this.#host = host;
    this.#choose = choose;
    host.addController(this);
  }

  get #field(): HTMLInputElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>('#disposition') ?? null;
  }

  get #popup(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('#disposition-popup') ?? null;
  }

  focus(): void {
    this.#field?.focus();
  }

  hostDisconnected(): void {
    this.#follow(false);
    this.#setOpen(false);
  }

  hostUpdated(): void {
    const popup = this.#popup;
    const shown = popup?.matches(':popover-open') === true;
    if (this.#open && popup !== null && this.#host.isConnected) {
      if (!shown) popup.showPopover();
      this.#follow(true);
      this.#place();
      this.#showActive();
    } else if (shown) {
      popup?.hidePopover();
      this.#follow(false);
    }
  }

  /** Forgets what was typed: another chat is shown. */
  reset(): void {
    this.#query = undefined;
    this.#setOpen(false);
  }

  /** Whether the popup goes where the field goes. */
  #follow(follow: boolean): void {
    const listen = follow ? 'addEventListener' : 'removeEventListener';
    globalThis.window[listen]('scroll', this.#place, { capture: true, passive: true });
    globalThis.window[listen]('resize', this.#place);
  }

  readonly #place = (): void => {
    const field = this.#field?.parentElement;
    if (this.#popup && field) placePopup(this.#popup, field);
  };

  #showActive(): void {
    const popup = this.#popup;
    const option = popup?.querySelector<HTMLElement>('[data-active]');
    if (!popup || !option) return;
    const [box, line] = [popup.getBoundingClientRect(), option.getBoundingClientRect()];
    if (line.top < box.top) popup.scrollTop -= box.top - line.top + 4;
    else if (line.bottom > box.bottom) popup.scrollTop += line.bottom - box.bottom + 4;
  }

  #setOpen(open: boolean): void {
    this.#open = open;
    this.#went = false;
    if (!open) this.#active = -1;
    this.#host.requestUpdate();
  }

  #unfold(active: 'chosen' | 'first' | 'last' | 'none'): void {
    const state = this.#state;
    if (state === undefined || state.readOnly || state.disabled) return;
    this.#match();
    const chosen = this.#matches.findIndex(({ id }) => id === state.value);
    this.#setOpen(true);
    this.#active =
      active === 'none'
        ? -1
        : chosen >= 0
          ? chosen
          : active === 'last'
            ? this.#matches.length - 1
            : active === 'first'
              ? 0
              : -1;
    if (this.#query === undefined) this.#field?.select();
  }

  #match(): void {
    this.#matches = matchingLeaves(this.#state?.leaves ?? [], this.#query ?? '');
  }

  #take(leaf: DispositionLeaf | undefined): void {
    this.#query = undefined;
    this.#setOpen(false);
    if (leaf !== undefined && leaf.id !== this.#state?.value) this.#choose(leaf.id);
  }

  readonly #onInput = (): void => {
    const text = this.#field?.value ?? '';
    this.#query = text;
    if (text === '' && this.#state?.value !== undefined) this.#choose(undefined);
    this.#match();
    this.#setOpen(true);
    this.#active = text.trim() !== '' && this.#matches.length > 0 ? 0 : -1;
  };

  readonly #onPress = (event: MouseEvent): void => {
    if (event.button !== 0) return;
    if (this.#open && this.#query === undefined) this.#take(undefined);
    else if (!this.#open) this.#unfold('chosen');
  };

  // A press on the field's frame or the list must not take the focus out of the field.
  readonly #keepFocus = (event: MouseEvent): void => {
    if (event.target === this.#field) return;
    event.preventDefault();
    this.#field?.focus();
  };

  readonly #onBlur = (): void => {
    if (!this.#open && this.#query === undefined) return;
    const only = this.#query?.trim() ? (this.#matches.length === 1 ? this.#matches[0] : undefined) : undefined;
    this.#take(this.#went ? this.#matches[this.#active] : only);
  };

  #go(to: number): void {
    const last = this.#matches.length - 1;
    this.#active = Math.max(0, Math.min(last, to));
    this.#went = last >= 0;
    this.#host.requestUpdate();
  }

  /** What a key does; `false` where the field does with it what fields do. */
  #onListKey({ key, altKey, shiftKey }: KeyboardEvent): boolean {
    const last = this.#matches.length - 1;
    if (!this.#open) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
      this.#unfold(altKey ? 'chosen' : key === 'ArrowDown' ? 'first' : 'last');
      this.#went = !altKey && this.#active >= 0;
      return true;
    }
    if (key === 'Escape' || (altKey && key === 'ArrowUp')) this.#take(undefined);
    else if (key === 'Enter') this.#take(this.#matches[this.#active]);
    else if (key === 'ArrowDown') this.#go(this.#active >= last ? 0 : this.#active + 1);
    else if (key === 'ArrowUp') this.#go(this.#active <= 0 ? last : this.#active - 1);
    else if (key === 'PageDown') this.#go(this.#active + PAGE);
    else if (key === 'PageUp') this.#go(this.#active - PAGE);
    else if (key === 'Home' && !shiftKey) this.#go(0);
    else if (key === 'End' && !shiftKey) this.#go(last);
    else return false;
    return true;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    quietKeys(event);
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.ctrlKey || event.metaKey || !this.#onListKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #handlers: ComboboxHandlers = {
    press: this.#onPress,
    keepFocus: this.#keepFocus,
    input: this.#onInput,
    blur: this.#onBlur,
    keyDown: this.#onKeyDown,
    take: (leaf) => this.#take(leaf),
  };

  render(words: Translator, state: ComboboxState): TemplateResult {
    this.#state = state;
    if (this.#open) this.#match();
    if (state.readOnly || state.disabled) this.#open = false;
    const chosen = state.leaves.find(({ id }) => id === state.value)?.fullPath;
    const view = {
      ...state,
      // A choice that the list does not have (any more) is shown by its id: it is not lost.
      text: this.#query ?? chosen ?? (state.loading ? '' : (state.value ?? '')),
      matches: this.#open ? this.#matches : [],
      active: this.#active,
      isFiltered: this.#open && (this.#query ?? '').trim() !== '',
    };
    return comboboxTemplate(words, view, this.#handlers);
  }
}
