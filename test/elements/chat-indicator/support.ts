import { expect } from '@open-wc/testing';
import { BehaviorSubject, Subject } from 'rxjs';
import type { Clock } from '../../../src/core/index.js';
import type { ChatDesk, ChatView, Happening, Notice } from '../../../src/desk/index.js';
import { at, MORNING } from '../../support/builders.js';

/** An active chat from the web with Ana Silva, all read, unless told otherwise. */
export const aView = (given: Partial<ChatView> = {}): ChatView => ({
  id: 'chat-1',
  state: 'active',
  channel: 'web',
  naming: { by: 'name', text: 'Ana Silva' },
  waiting: 0,
  unread: 0,
  selected: false,
  requestedAt: MORNING,
  urgency: 'none',
  typing: false,
  count: 0,
  ...given,
});

/** A waiting request with three messages. */
export const aRequest = (given: Partial<ChatView> = {}): ChatView =>
  aView({ state: 'waiting', waiting: 3, naming: { by: 'nothing' }, ...given });

/** A wait of a target of 120 s that began `seconds` after the morning. */
export const aWait = (seconds = 0): NonNullable<ChatView['wait']> => ({
  since: at(seconds),
  target: 120,
  warnAt: 45,
  urgentAt: 15,
  latched: false,
});

export interface FakeDesk {
  readonly desk: ChatDesk;
  /** What was asked of the desk, such as `agent accept chat-1`. */
  readonly calls: readonly string[];
  readonly notices: readonly Omit<Notice, 'id'>[];
  /** How many follow the desk's streams. */
  readonly followers: () => number;
  show(...chats: ChatView[]): void;
  select(chatId: string | undefined): void;
  happen(happening: Partial<Happening>): void;
  /** Settles the answers under way. */
  settle(error?: Error): void;
}

/** A desk without rules: it shows what it is told to, and writes down what it is asked. */
export const createFakeDesk = (clock: Clock, ...first: ChatView[]): FakeDesk => {
  const calls: string[] = [];
  const notices: Omit<Notice, 'id'>[] = [];
  const notices$ = new BehaviorSubject<readonly Notice[]>([]);
  const chats$ = new BehaviorSubject<readonly ChatView[]>(first);
  const requests$ = new BehaviorSubject<readonly ChatView[]>([]);
  const selected$ = new BehaviorSubject<string | undefined>(undefined);
  const happenings$ = new Subject<Happening>();
  const views = new Map<string, BehaviorSubject<ChatView | undefined>>();
  const pending: ((error?: Error) => void)[] = [];

  const viewOf = (id: string): BehaviorSubject<ChatView | undefined> => {
    const view = views.get(id) ?? new BehaviorSubject(chats$.value.find((chat) => chat.id === id));
    views.set(id, view);
    return view;
  };
  const show = (...chats: ChatView[]): void => {
    chats$.next(chats);
    requests$.next(chats.filter((chat) => chat.state === 'waiting'));
    for (const [id, view] of views) view.next(chats.find((chat) => chat.id === id));
  };
  const as = (by: string): object => ({
    accept: (id: string) => {
      calls.push(`${by} accept ${id}`);
      return new Promise<void>((resolve, reject) => pending.push((error) => (error ? reject(error) : resolve())));
    },
    select: (id: string) => {
      calls.push(`${by} select ${id}`);
      return Promise.resolve();
    },
  });
  const desk = {
    ...{ id: 'desk-1', clock, chats$, requests$, selected$, happenings$, notices$, as },
    chat: (id: string) => ({ id, view$: viewOf(id) }),
    notify: (notice: Omit<Notice, 'id'>) => {
      notices.push(notice);
      notices$.next([...notices$.value, { ...notice, id: notices.length }]);
    },
    tell: (type: string, detail: object) => calls.push(`tell ${type} ${JSON.stringify(detail)}`),
  } as unknown as ChatDesk;
  show(...first);

  return {
    desk,
    calls,
    notices,
    followers: () =>
      [chats$, requests$, selected$, happenings$, notices$, ...views.values()].filter((stream) => stream.observed)
        .length,
    show,
    select: (id) => selected$.next(id),
    happen: (happening) => happenings$.next(happening as Happening),
    settle: (error) => pending.splice(0).forEach((end) => end(error)),
  };
};

/** The one button inside a tag, by its accessible name if one is given. */
export const buttonIn = (tag: Element, name?: string): HTMLButtonElement => {
  const buttons = [...(tag.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = name === undefined ? buttons[0] : buttons.find((button) => button.getAttribute('aria-label') === name);
  if (found === undefined) throw new Error(`There is no button ${name ?? ''} in <${tag.localName}>.`);
  return found;
};

/** Everything a page can read in a tag: texts and attributes, through all shadow roots. */
export const allTextOf = (root: Node): string => {
  const own = root instanceof Element ? [...root.attributes].map((attribute) => attribute.value) : [];
  const text = root.nodeType === Node.TEXT_NODE ? [root.textContent ?? ''] : [];
  const inside = root instanceof Element && root.shadowRoot ? [...root.shadowRoot.childNodes] : [];
  return [...own, ...text, ...[...inside, ...root.childNodes].map(allTextOf)].join(' ');
};

/** Checks with axe in the light and in the dark look. */
export const expectAccessibleInLightAndDark = async (element: Element): Promise<void> => {
  const { style } = document.documentElement;
  for (const scheme of ['light', 'dark']) {
    style.colorScheme = scheme;
    style.background = scheme === 'light' ? '#fff' : '#15181d';
    await expect(element).to.be.accessible();
  }
  style.removeProperty('color-scheme');
  style.removeProperty('background');
};

/** Runs `act` and returns what was warned meanwhile. */
export const warningsOf = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
  const warn = console.warn;
  const warnings: string[] = [];
  console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return warnings;
};

/** Waits until everything a chain of updates asked for is painted into the tree. */
export const settled = async (...elements: readonly { updateComplete: Promise<boolean> }[]): Promise<void> => {
  for (const element of elements) await element.updateComplete;
  await Promise.resolve();
  for (const element of elements) await element.updateComplete;
};
