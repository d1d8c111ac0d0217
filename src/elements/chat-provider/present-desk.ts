import type { ChatDesk } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import { attentionOf } from './attention.js';
import { eventOf } from './chat-provider.events.js';
import { narrate } from './narrate.js';

export interface Presentation {
  readonly desk: ChatDesk;
  /** Where its events come from. */
  readonly element: HTMLElement;
  readonly words: () => Translator;
  readonly say: (text: string) => void;
}

/** Who presents a desk on this page, in order: the first tells and speaks, so that nothing is told twice. */
const presenters = new WeakMap<ChatDesk, Set<Presentation>>();

/**
 * Presents a desk to the page: its happenings as events (not what the host itself did), in words to a screen reader,
 * whether the page is seen, and a last chance to save before it goes. Returns what ends it.
 */
export const presentDesk = (presentation: Presentation): (() => void) => {
  const { desk, element, words, say } = presentation;
  const all = presenters.get(desk) ?? new Set();
  presenters.set(desk, all.add(presentation));
  const leads = (): boolean => all.values().next().value === presentation;
  const attention = attentionOf(desk);

  const events = desk.happenings$.subscribe((happening) => {
    if (happening.by !== 'host' && leads()) element.dispatchEvent(eventOf(happening, desk.id));
  });
  const endNarration = narrate({
    desk,
    words,
    attending: () => attention.attending,
    say: (text) => {
      if (leads()) say(text);
    },
  });

  const flush = (): void => desk.flush();
  const onVisibility = (): void => {
    attention.look();
    if (document.visibilityState === 'hidden') flush();
  };
  attention.present(presentation, true);
  document.addEventListener('visibilitychange', onVisibility);
  document.addEventListener('freeze', flush);
  addEventListener('pagehide', flush);

  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    document.removeEventListener('freeze', flush);
    removeEventListener('pagehide', flush);
    events.unsubscribe();
    endNarration();
    all.delete(presentation);
    attention.present(presentation, false);
  };
};
