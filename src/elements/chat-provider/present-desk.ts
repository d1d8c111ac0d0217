import type { ChatDesk } from '../../desk/index.js';
import type { Translator } from '../../i18n/translator.js';
import { isCutOff } from '../modals.js';
import { attentionOf } from './attention.js';
import { eventOf } from './chat-provider.events.js';
import { narrate } from './narrate.js';

export interface Presentation {
  readonly desk: ChatDesk;
  /** Where its events come from. */
  readonly element: HTMLElement;
  readonly words: () => Translator;
  readonly say: (text: string) => void;
  readonly hush: () => void;
}

/**
 * Presents a desk to the page: its happenings as events (not what the host itself did), in words to a screen reader,
 * whether the page is seen, and a last chance to save before it goes. Returns what ends it.
 */
export const presentDesk = (presentation: Presentation): (() => void) => {
  const { desk, element, words, say, hush } = presentation;
  const attention = attentionOf(desk);
  const { presenters } = attention;
  const leads = (): boolean => presenters.values().next().value === presentation;

  presenters.add(presentation);
  const events = desk.happenings$.subscribe((happening) => {
    if (happening.by !== 'host' && leads()) element.dispatchEvent(eventOf(happening, desk.id));
  });
  const narrator = narrate({
    desk,
    words,
    attending: () => attention.attending,
    heard: () => !document.hidden && !isCutOff(element),
    say: (text) => {
      if (leads()) say(text);
    },
    hush,
  });

  const ended = new AbortController();
  const { signal } = ended;
  const flush = (): void => desk.flush();
  const onVisibility = (): void => {
    attention.look();
    narrator.look();
    if (document.visibilityState === 'hidden') flush();
  };
  attention.look();
  document.addEventListener('visibilitychange', onVisibility, { signal });
  document.addEventListener('freeze', flush, { signal });
  // A dialog of the page that was over this one, which does not bubble; of what is no longer inert, the focus tells.
  for (const type of ['close', 'focusin'])
    document.addEventListener(type, () => narrator.look(), { signal, capture: true });
  addEventListener('pagehide', flush, { signal });

  return () => {
    ended.abort();
    events.unsubscribe();
    narrator.end();
    presenters.delete(presentation);
    attention.look();
  };
};
