import { given } from '../../src/core/index.js';
import type { EndUserHears, EndUserSends } from '../../src/wire/index.js';
import { turnOfEndUser, type Centre } from './centre.js';
import type { Command, Outcome } from './commands.js';
import type { StoredChat } from './engine.js';
import { endUserNeedsAfter, endUserNews, endUserStateOf } from './picture.js';
import { abilitiesOf } from './policy-file.js';
import { comeBack, leave, write, type Opening } from './rules/end-user-rules.js';
import { answerOf, createAnswerer, createTeller, cursorOf, type Session, type SessionOptions } from './session.js';

export interface EndUserSessionOptions extends SessionOptions<EndUserHears> {
  /** Who it is: all that their sockets can ever reach is their own conversation. */
  readonly opening: Opening;
}

/** Carries out a command on an end user's newest chat. `quick` looks give `seen`, where it is known. */
export const commandOfEndUser = (
  { engine, hub, turns, run }: Centre,
  endUserId: string,
  command: Omit<Command, 'look'>,
  seen: () => StoredChat | undefined = () => undefined,
): Promise<Outcome> =>
  turns.take(turnOfEndUser(endUserId), () =>
    run({
      ...command,
      look: async (quick) => {
        const known = quick ? seen() : undefined;
        return (known && (hub.seen(known.id) ?? known)) ?? engine.latestOf(endUserId);
      },
    }),
  );

/** An end user comes back into the chat that they left, or asks anew for the request that was withdrawn by it. */
export const comeBackInto = (centre: Centre, opening: Opening): Promise<Outcome> =>
  commandOfEndUser(centre, opening.endUser.id, {
    decide: async (latest) => {
      const before = latest?.state === 'withdrawn' ? await centre.engine.messages(latest.id, 0) : [];
      return comeBack(latest, opening, before, centre.clock.now());
    },
  });

/** Whether the end user only seemed to have left: their sockets were gone for too long. */
const onlySeemed = (chat: StoredChat | undefined): boolean =>
  chat !== undefined && chat.onPurpose === false && endUserStateOf(chat) === 'left';

/** An end user's page at one socket. It listens first, then reads, and from then on tells what differs. */
export const startEndUserSession = (options: EndUserSessionOptions): Session<EndUserSends> => {
  const { opening, cursors = {}, tell, fail, centre } = options;
  const { engine, hub, presence, clock, policy, limits } = centre;
  const { id } = opening.endUser;
  /** The newest chat, and what was told last. */
  let newest: StoredChat | undefined;
  let told: StoredChat | undefined;
  let draft = '';
  let begun = false;

  const watched = (): boolean => abilitiesOf(policy.value, opening.channel).left !== false;

  const tellTyping = (): void => {
    if (newest?.agent === undefined || newest.state !== 'active') return;
    const { typing: may, preview } = abilitiesOf(policy.value, newest.channel);
    if (may === false) return;
    const typing = draft !== '';
    const shown = typing && preview !== false ? draft.slice(0, limits.textLength) : undefined;
    const word = { type: 'typing', role: 'agent', to: newest.agent, chatId: newest.id, typing } as const;
    centre.tellTyping({ ...word, ...given({ preview: shown }) });
  };

  const take = (chat: StoredChat): boolean => {
    // Of an earlier chat nothing is left to tell.
    const isNews =
      newest === undefined || newest.visit < chat.visit || (newest.id === chat.id && newest.version < chat.version);
    if (isNews) newest = chat;
    return isNews;
  };

  const tellNewest = async (chat: StoredChat): Promise<void> => {
    const after = endUserNeedsAfter(told, chat);
    const found = after === undefined ? [] : hub.messages(chat.id, after, chat.count);
    const messages = found instanceof Promise ? await found : found;
    if (teller.closed) return;
    const joined = chat.state === 'active' && (told?.id !== chat.id || told.state !== 'active');
    for (const frame of endUserNews(told, chat, messages, limits.frameBytes)) tell(frame);
    told = chat;
    // Whoever joins while something is being typed sees it at once, not at the next letter.
    if (joined && draft !== '') tellTyping();
    if (onlySeemed(chat) && watched()) await comeBackInto(centre, opening);
  };

  const begin = async (): Promise<void> => {
    const latest = await engine.latestOf(id);
    if (latest !== undefined) take(latest);
    if (onlySeemed(newest) && watched()) {
      const { chat } = { chat: undefined, ...(await comeBackInto(centre, opening)) };
      if (chat !== undefined) take(chat);
    }
    if (teller.closed) return;
    // What was told before this socket: of the same chat, all up to the cursor.
    const chat = newest;
    if (chat === undefined) tell({ type: 'conversation', state: 'new', messages: [] });
    else {
      const cursor = cursorOf(cursors, chat.id);
      // A cursor beyond what is there is of a history that was lost.
      const after = cursor <= chat.count ? cursor : 0;
      const messages = await hub.messages(chat.id, after, chat.count);
      if (teller.closed) return;
      for (const frame of endUserNews(undefined, chat, messages, limits.frameBytes)) tell(frame);
      told = chat;
    }
  };

  const teller = createTeller(() => {
    if (!begun) {
      begun = true;
      return begin();
    }
    return newest === undefined || newest === told ? undefined : tellNewest(newest);
  }, fail);

  const leaveHub = hub.join({
    role: 'end-user',
    id,
    news: (chat) => {
      if (take(chat)) teller.go();
    },
    lookAgain: () => {
      engine.latestOf(id).then((chat) => {
        if (chat !== undefined && take(chat)) teller.go();
      }, fail);
    },
    hear: ({ chatId, typing }) => {
      if (chatId === newest?.id) tell({ type: 'agent-typing', typing });
    },
  });

  const isWatched = watched();
  if (isWatched) {
    presence.came(id);
    centre.tellHere(id);
  }
  teller.go();

  const answer = createAnswerer({ tell, fail, centre });
  const answerBy = (frameId: string, command: () => Promise<Outcome>): void =>
    answer(async () => answerOf(frameId, await command()));

  return {
    handle(frame) {
      const now = clock.now();
      switch (frame.type) {
        case 'write':
          return answerBy(frame.id, () =>
            commandOfEndUser(
              centre,
              id,
              {
                decide: (latest) => write(latest, opening, frame.message, limits.textLength, now),
                says: { author: 'end-user', id: frame.message.id },
              },
              () => newest,
            ),
          );
        case 'type':
          draft = frame.text;
          return tellTyping();
        case 'leave':
          return answerBy(frame.id, () =>
            commandOfEndUser(centre, id, { decide: (latest) => leave(latest, true, now) }, () => newest),
          );
        case 'come-back':
          return answerBy(frame.id, () => comeBackInto(centre, opening));
        default:
      }
    },
    close() {
      teller.close();
      leaveHub();
      if (isWatched) presence.went(id);
      if (draft !== '') {
        draft = '';
        tellTyping();
      }
    },
  };
};
