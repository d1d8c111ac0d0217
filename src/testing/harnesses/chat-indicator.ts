import type { Urgency } from '../../core/index.js';
import { dataOf, harnessFor, type Harness, type Host } from './host.js';
import { wordsOf } from './shadow.js';
import { responseTimerOf, type ResponseTimerHarness } from './response-timer.js';

/** What an indicator shows of its chat. */
export interface ShownChat {
  /** Absent where the page gave the tag no chat. */
  readonly chatId?: string;
  /** Who it says it is, in the page's language. */
  readonly name: string;
  readonly state: 'new' | 'active' | 'left' | 'wrap-up';
  /** Unread messages; for a new chat those that wait. */
  readonly unread: number;
  readonly urgency: Urgency;
  readonly selected: boolean;
  /** Its accessible name, which says all of this in the page's language. */
  readonly label: string;
}

/** Reads and works a `<chat-indicator>`. */
export interface ChatIndicatorHarness extends Harness {
  readonly timer: ResponseTimerHarness;
  /** All that it shows, but for the card's preview. */
  read(): Promise<ShownChat>;
  /** What the card says below the name; `undefined`: it is no card. */
  preview(): Promise<string | undefined>;
  /** Clicks it: answers a new chat, opens any other. */
  activate(): Promise<void>;
}

/** What a page tells the tag. */
type Told = HTMLElement & { readonly chat?: { readonly id: string }; readonly chatId?: string };

/** The chat that an indicator was given. */
export const chatIdOf = (element: HTMLElement): string | undefined => {
  const { chat, chatId } = element as Told;
  return chat?.id ?? chatId;
};

export const chatIndicatorOf = (host: Host): ChatIndicatorHarness => ({
  ...host.harness,
  timer: responseTimerOf(host.inner('response-timer')),
  async read() {
    const chatId = chatIdOf(await host.element());
    const [tile, button, name] = [await host.part('tile'), await host.part('button'), await host.part('name')];
    const [badge] = await host.parts('badge');
    return {
      ...(chatId !== undefined && { chatId }),
      name: wordsOf(name),
      state: (dataOf(tile, 'state') ?? 'active') as ShownChat['state'],
      unread: Number((badge && dataOf(badge, 'count')) ?? 0),
      urgency: (dataOf(tile, 'urgency') ?? 'none') as Urgency,
      selected: button.getAttribute('aria-current') === 'true',
      label: button.ariaLabel ?? '',
    };
  },
  preview: () => host.words('preview'),
  activate: () => host.click('button'),
});

/** The harness of a `<chat-indicator>`. */
export const chatIndicatorHarness = harnessFor('chat-indicator', chatIndicatorOf);
