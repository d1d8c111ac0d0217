import {
  ConnectorError,
  given,
  isSendable,
  newId,
  type ConnectionState,
  type EndUserSide,
  type EndUserView,
  type Message,
} from '../../core/index.js';
import { agentHears, endUserHears, readFrame, type ConversationFrame, type EndUserHears } from '../../wire/index.js';
import { openLink, type LinkOptions } from './link.js';
import { createSteadyClock } from './steady-clock.js';
import { createTimer } from './timer.js';

export interface WebSocketEndUserOptions extends LinkOptions {
  /** Who it is, until the server says so. The token decides. */
  readonly id?: string;
  /** Told how the server is reached, at every change. */
  readonly connectionChanged?: (state: ConnectionState, reason?: string) => void;
}

/** After so long without news, an agent whose page went away is not shown typing any more, in milliseconds. */
const TYPING_FADES = 30_000;
/** What is being typed is told at most this often, in milliseconds. */
const TYPING_EVERY = 250;

const EMPTY: EndUserView = { state: 'new', messages: [], agentTyping: false };

/** Messages told so far, and new ones: each once, in order. */
const merged = (before: readonly Message[], told: readonly Message[]): readonly Message[] => {
  const all = new Map([...before, ...told].map((message) => [message.id, message]));
  return all.size === before.length
    ? before
    : [...all.values()].sort((one, other) => (one.seq ?? 0) - (other.seq ?? 0));
};

/** An end user of a server that speaks the wire `agent-chat.v1`. Who they are, and what they may, is in the token. */
export const createWebSocketEndUser = (options: WebSocketEndUserOptions): EndUserSide => {
  const { clock = createSteadyClock(), patience = 5000, connectionChanged } = options;
  const listeners = new Set<(view: EndUserView) => void>();
  const fading = createTimer(clock);
  const typing = createTimer(clock);
  let id = options.id ?? '';
  let view = EMPTY;
  let draft = { text: '' };
  /** What was told of it last. */
  let told: string | undefined = '';
  let settle = { resolve: (): void => undefined, reject: (_reason: unknown): void => undefined };

  const ready = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  // Whoever does not wait for it learns of a refusal by the first command.
  ready.catch(() => undefined);

  const show = (next: EndUserView): void => {
    view = next;
    for (const listener of [...listeners]) listener(view);
  };
  const subscribe = (listener: (view: EndUserView) => void): (() => void) => {
    listeners.add(listener);
    listener(view);
    return () => void listeners.delete(listener);
  };

  const showTyping = (agentTyping: boolean): void => {
    fading.stop();
    if (agentTyping) fading.start(TYPING_FADES, () => showTyping(false));
    if (view.agentTyping !== agentTyping) show({ ...view, agentTyping });
  };

  /** Tells the newest of what is typed, now or soon. */
  const tellTyping = (again = false): void => {
    if (view.state !== 'waiting' && view.state !== 'active') return;
    if (again) told = undefined;
    if (typing.set || draft.text === told) return;
    told = draft.text;
    link.tell({ type: 'type', text: told }, told !== '');
    typing.start(TYPING_EVERY, () => tellTyping());
  };

  const converse = ({ chatId, state, messages: news }: ConversationFrame): void => {
    const same = chatId === view.chatId;
    const messages = merged(same ? view.messages : [], news);
    const fresh = news.length > 0 && messages !== view.messages;
    const answered = !same || state !== 'active' || (fresh && news.some(({ author }) => author === 'agent'));
    if (answered) fading.stop();
    const joined = state === 'active' && (!same || view.state !== 'active');
    if (!same || state !== view.state || messages !== view.messages)
      show({ ...given({ chatId }), state, messages, agentTyping: view.agentTyping && !answered });
    // Whoever joins while something is being typed sees it at once, not at the next letter.
    if (joined && draft.text !== '') tellTyping(true);
    settle.resolve();
  };

  const link = openLink<EndUserHears>(
    { ...options, clock, patience },
    {
      read: (text) => readFrame<EndUserHears>(text, endUserHears, agentHears),
      // Agents' notes leave gaps in what an end user is told, so that nobody can tell a gap from a loss: all is told anew.
      cursors: () => undefined,
      hear(frame) {
        if (frame.type === 'welcome') id = frame.endUser;
        else if (frame.type === 'conversation') converse(frame);
        else if (frame.type === 'agent-typing') showTyping(frame.typing && view.state === 'active');
      },
      bad: ({ code, message }) => console.warn(`The chat server told what cannot be used (${code}): ${message}`),
      changed(state, reason) {
        if (state === 'offline') settle.reject(new ConnectorError('unavailable', reason ?? ''));
        connectionChanged?.(state, reason);
      },
    },
  );

  /** Settles when the view has a message, or soon. */
  const shown = (messageId: string): Promise<void> =>
    new Promise((resolve) => {
      const late = createTimer(clock);
      const look = ({ messages }: EndUserView): void => {
        if (messages.some((message) => message.id === messageId)) end();
      };
      const end = (): void => {
        late.stop();
        listeners.delete(look);
        resolve();
      };
      late.start(patience, end);
      subscribe(look);
    });

  return {
    get id() {
      return id;
    },
    get value() {
      return view;
    },
    subscribe,
    ready,
    async send(text) {
      if (!isSendable(text)) throw new ConnectorError('invalid', 'A message needs words to send.');
      const message = { id: newId(), text, time: link.serverNow() };
      const before = draft;
      const kept = (await link.ask({ type: 'write', message })).message;
      await shown(message.id);
      // At once: what was sent must not stand there as being typed any longer than it has to.
      typing.stop();
      // Told after the message, so that a preview gives way to what was written, not to nothing. What was typed on
      // meanwhile is told again: an agent who got it before the message takes it for that message.
      if (draft === before) draft = { text: '' };
      tellTyping(draft.text !== '');
      return kept ?? { ...message, author: 'end-user', kind: 'text' };
    },
    type(text) {
      draft = { text };
      tellTyping();
    },
    leave: async () => void (await link.ask({ type: 'leave' })),
    comeBack: async () => void (await link.ask({ type: 'come-back' })),
    close() {
      listeners.clear();
      fading.stop();
      typing.stop();
      link.close();
    },
  };
};
