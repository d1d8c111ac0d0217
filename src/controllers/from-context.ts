import { ContextEvent, type Context, type ContextType } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isHydrating } from './is-hydrating.js';

/** An element that controllers can serve. */
export type ControlledElement = ReactiveControllerHost & HTMLElement;

/**
 * The value that the nearest provider of a context shares, live. A provider that is upgraded, defined or wrapped around
 * the host later is found too: providers tell the document when they come.
 */
export class FromContext<T extends Context<symbol, unknown>> implements ReactiveController {
  readonly #host: ControlledElement;
  readonly #context: T;
  #value: ContextType<T> | undefined;
  #unsubscribe: (() => void) | undefined;
  #document: Document | undefined;
  /** Whether it has yet to ask. */
  #waits = false;

  constructor(host: ControlledElement, context: T) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  get value(): ContextType<T> | undefined {
    return this.#value;
  }

  /** Whether a provider is there; its value may still be on its way. */
  get isProvided(): boolean {
    return this.#unsubscribe !== undefined;
  }

  hostConnected(): void {
    this.#document = this.#host.ownerDocument;
    this.#document.addEventListener('context-provider', this.#onProvider);
    this.#ask();
  }

  hostUpdate(): void {
    if (this.#waits) this.#ask();
  }

  hostDisconnected(): void {
    this.#waits = false;
    this.#document?.removeEventListener('context-provider', this.#onProvider);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#set(undefined);
  }

  #ask(): void {
    this.#waits = isHydrating(this.#host);
    if (this.#waits) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#host.dispatchEvent(
      new ContextEvent(
        this.#context,
        this.#host,
        (value: unknown, unsubscribe?: () => void) => {
          if (unsubscribe !== undefined && unsubscribe !== this.#unsubscribe) {
            this.#unsubscribe?.();
            this.#unsubscribe = unsubscribe;
          }
          this.#set(value as ContextType<T>);
        },
        true,
      ),
    );
  }

  /** Where the one that came is not around the host, the answer is the same as before. */
  readonly #onProvider = (event: Event & { readonly context?: unknown }): void => {
    if (event.context === this.#context) this.#ask();
  };

  #set(value: ContextType<T> | undefined): void {
    if (value === this.#value) return;
    this.#value = value;
    this.#host.requestUpdate();
  }
}
