/**
 * What a browser says that is worth a look at the connection. `awake`: the page was hidden, frozen, in the back-forward
 * cache or asleep until now, and its timers with it. Its socket may have died unnoticed, or be as good as ever.
 */
export type Signal = 'online' | 'offline' | 'awake';

/** What tells of the machine and the page: the browser, or a test. */
export interface Signals {
  /** Whether there may be a network. `false` is certain, `true` is not. */
  online(): boolean;
  /** Returns what ends it. */
  watch(heard: (signal: Signal) => void): () => void;
}

/** The page's signals; outside a page there are none. Hiding and freezing a page change nothing: it keeps its socket. */
export const pageSignals: Signals = {
  online: () => (globalThis.navigator as Partial<Navigator> | undefined)?.onLine ?? true,
  watch(heard) {
    const end = new AbortController();
    const { signal } = end;
    const on = (target: EventTarget | undefined, type: string, run: (event: Event) => void): void =>
      target?.addEventListener?.(type, run, { signal });
    const { document } = globalThis;
    on(globalThis, 'online', () => heard('online'));
    on(globalThis, 'offline', () => heard('offline'));
    on(globalThis, 'pageshow', (event) => (event as PageTransitionEvent).persisted && heard('awake'));
    on(document, 'resume', () => heard('awake'));
    on(document, 'visibilitychange', () => document.visibilityState === 'visible' && heard('awake'));
    return () => end.abort();
  },
};
