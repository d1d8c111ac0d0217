import {
  type Channel,
  type Clock,
  ConnectorError,
  type EndUserSide,
  type EndUserState,
  type EndUserView,
  given,
  isSendable,
  type Message,
  newId,
  systemClock,
  wakeAt,
} from '../../core/index.js';
import { createLocalCentre } from './centre.js';
import { comeBack, leave, write, type Opening } from './end-user-commands.js';
import { holdPresence } from './presence.js';
import { conversation, latestChat } from './reading.js';
import type { StoredChat } from './schema.js';

export interface LocalEndUserOptions {
  /** The name of the contact centre. Default `default`. */
  readonly centre?: string;
  /** Who it is. The same id finds its chat again: keep it in `sessionStorage` for a page. Default: a new one. */
  readonly id?: string;
  /** What the back end knows of them. */
  readonly name?: string;
  /** E.164. */
  readonly phone?: string;
  readonly channel: Channel;
  readonly queue?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Default: the page's. */
  readonly clock?: Clock;
  /**
   * Whether the page stands for the end user: closing it means leaving (a reload does not), and opening it again with the
   * same id means coming back, unless they had left on purpose. Needs Web Locks. Default: not.
   */
  readonly presence?: boolean;
}

/** After so long without news, an agent whose tab went away is not shown typing any more, in milliseconds. */
const TYPING_FADES = 30_000;

const EMPTY: EndUserView = { state: 'new', messages: [], agentTyping: false };

const stateOf = ({ state, onPurpose }: StoredChat): EndUserState => {
  if (state === 'withdrawn') return onPurpose === undefined ? 'ended' : 'left';
  return state === 'wrap-up' || state === 'done' ? 'ended' : state;
};

/** An end user of a local contact centre: a person in a tab, or a tape. */
export const createLocalEndUser = (options: LocalEndUserOptions): EndUserSide => {
  const {
    centre: centreName = 'default',
    id = newId(),
    channel,
    queue,
    clock = systemClock,
    presence = false,
  } = options;
  const { name, phone, attributes } = options;
  const centre = createLocalCentre({ name: centreName, clock });
  const listeners = new Set<(view: EndUserView) => void>();
  let view = EMPTY;
  let count = 0;
  let closed = false;
  let pulling: Promise<void> | undefined;
  let tail = Promise.resolve();
  let draft = { text: '' };
  let stopFading = (): void => undefined;

  const opening = (): Opening => ({
    chatId: newId(),
    channel,
    endUser: given({ id, name, phone, attributes }),
    presence,
    ...given({ queue }),
  });

  const show = (next: EndUserView): void => {
    view = next;
    for (const listener of [...listeners]) listener(view);
  };

  const showTyping = (agentTyping: boolean): void => {
    stopFading();
    if (agentTyping) stopFading = wakeAt(clock, clock.now() + TYPING_FADES, () => showTyping(false));
    if (view.agentTyping !== agentTyping) show({ ...view, agentTyping });
  };

  const look = async (): Promise<void> => {
    const found = await centre.read(async (stores) => {
      const chat = await latestChat(stores, id);
      return (
        chat && { chat, fresh: await conversation(stores, chat.id, chat.id === view.chatId ? count : 0, chat.count) }
      );
    });
    if (closed) return;
    if (found === undefined) {
      count = 0;
      if (view !== EMPTY) show(EMPTY);
      return;
    }
    const { chat, fresh } = found;
    const same = chat.id === view.chatId;
    const state = stateOf(chat);
    if (same && state === view.state && fresh.length === 0) return;
    count = chat.count;
    const messages = [...(same ? view.messages : []), ...fresh.filter(({ internal }) => internal !== true)];
    const answered = !same || state !== 'active' || fresh.some(({ author }) => author === 'agent');
    if (answered) stopFading();
    const joined = state === 'active' && (!same || view.state !== 'active');
    show({ chatId: chat.id, state, messages, agentTyping: view.agentTyping && !answered });
    // Whoever joins while something is being typed sees it at once, not at the next letter.
    if (joined && draft.text !== '') tellTyping(draft.text);
  };

  /** One thing after the other: what is sent first stands first. */
  const queued = <T>(task: () => Promise<T>): Promise<T> => {
    const result = tail.then(task);
    tail = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };

  const pull = (): Promise<void> =>
    (pulling ??= queued(() => {
      pulling = undefined;
      return look();
    }));

  const command = async <T>(run: (stores: IDBTransaction, now: number) => Promise<T>): Promise<T> => {
    const result = await queued(() => centre.change((stores) => run(stores, clock.now())));
    await pull();
    return result;
  };

  const tellTyping = (text: string): void => {
    if (view.chatId === undefined || (view.state !== 'waiting' && view.state !== 'active')) return;
    const typing = text !== '';
    centre.tell({ type: 'typing', by: 'end-user', chatId: view.chatId, typing, ...(typing ? { preview: text } : {}) });
  };

  const unlisten = centre.listen((message) => {
    if (message.type === 'poke') pull().catch(() => undefined);
    else if (message.by === 'agent' && message.chatId === view.chatId)
      showTyping(message.typing && view.state === 'active');
  });
  const giveUpPresence = presence ? holdPresence(centreName, id) : (): void => undefined;

  const ready = pull().then(async () => {
    const chat = presence && view.state === 'left' ? await centre.read((stores) => latestChat(stores, id)) : undefined;
    if (chat?.onPurpose === false) await command((stores, now) => comeBack(stores, opening(), now));
  });
  // Whoever does not wait for it learns of a refusal by the first command.
  ready.catch(() => undefined);

  return {
    id,
    get value() {
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      listener(view);
      return () => void listeners.delete(listener);
    },
    ready,
    async send(text) {
      if (!isSendable(text)) throw new ConnectorError('invalid', 'A message needs words to send.');
      const message: Message = { id: newId(), author: 'end-user', kind: 'text', text, time: clock.now() };
      const before = draft;
      const sent = await command((stores, now) => write(stores, opening(), message, now));
      // Told after the message, so that a preview gives way to what was written, not to nothing. What was typed on
      // meanwhile is told again: an agent who got it before the message takes it for that message.
      if (draft === before && draft.text !== '') {
        draft = { text: '' };
        tellTyping('');
      } else if (draft.text !== '') tellTyping(draft.text);
      return sent;
    },
    type(text) {
      draft = { text };
      tellTyping(text);
    },
    async leave() {
      await command(async (stores, now) => {
        const chat = await latestChat(stores, id);
        if (chat !== undefined) await leave(stores, chat.id, true, now);
      });
    },
    comeBack: () => command((stores, now) => comeBack(stores, opening(), now)),
    close() {
      closed = true;
      listeners.clear();
      stopFading();
      giveUpPresence();
      unlisten();
    },
  };
};
