import { given } from '../../src/core/index.js';
import type { EndUserHears, EndUserSends } from '../../src/wire/index.js';
import { answerOf, turnOfEndUser, type Answer, type Centre, type Session } from './centre.js';
import type { Command, Outcome } from './commands.js';
import type { StoredChat } from './engine.js';
import { endUserNeedsAfter, endUserNews, endUserStateOf } from './picture.js';
import { abilitiesOf } from './policy-file.js';
import { comeBack, leave, write, type Opening } from './rules/end-user-rules.js';

export interface EndUserSessionOptions {
  /** Who it is: all that their sockets can ever reach is their own conversation. */
  readonly opening: Opening;
  /** What their page has of each conversation. */
  readonly cursors: Readonly<Record<string, number>> | undefined;
  readonly tell: (frame: EndUserHears) => void;
  /** Told when the engine cannot say what is true: the socket must be closed, so that the page comes back and asks. */
  readonly fail: (error: unknown) => void;
  readonly centre: Centre;
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
  let busy = true;
  let closed = false;

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

  /** Tells until nothing is left to tell. */
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      while (!closed && newest !== undefined && newest !== told) {
        const chat = newest;
        const after = endUserNeedsAfter(told, chat);
        const found = after === undefined ? [] : hub.messages(chat.id, after, chat.count);
        const messages = found instanceof Promise ? await found : found;
        if (closed) return;
        const joined = chat.state === 'active' && (told?.id !== chat.id || told.state !== 'active');
        for (const frame of endUserNews(told, chat, messages, limits.frameBytes)) tell(frame);
        told = chat;
        // Whoever joins while something is being typed sees it at once, not at the next letter.
        if (joined && draft !== '') tellTyping();
        if (onlySeemed(chat) && watched()) await comeBackInto(centre, opening);
      }
    } catch (error) {
      fail(error);
    } finally {
      busy = false;
    }
  };

  const leaveHub = hub.join({
    role: 'end-user',
    id,
    news: (chat) => {
      if (take(chat)) void work();
    },
    lookAgain: () => {
      engine.latestOf(id).then((chat) => {
        if (chat !== undefined && take(chat)) return work();
        return undefined;
      }, fail);
    },
    hear: ({ chatId, typing }) => {
      if (chatId === newest?.id) tell({ type: 'agent-typing', typing });
    },
  });

  const begin = async (): Promise<void> => {
    const latest = await engine.latestOf(id);
    if (latest !== undefined) take(latest);
    if (onlySeemed(newest) && watched()) {
      const { chat } = { chat: undefined, ...(await comeBackInto(centre, opening)) };
      if (chat !== undefined) take(chat);
    }
    if (closed) return;
    // What was told before this socket: of the same chat, all up to the cursor.
    const chat = newest;
    if (chat === undefined) tell({ type: 'conversation', state: 'new', messages: [] });
    else {
      const given_ = Object.hasOwn(cursors, chat.id) ? (cursors[chat.id] ?? 0) : 0;
      // A cursor beyond what is there is of a history that was lost.
      const after = given_ <= chat.count ? given_ : 0;
      const messages = await hub.messages(chat.id, after, chat.count);
      if (closed) return;
      for (const frame of endUserNews(undefined, chat, messages, limits.frameBytes)) tell(frame);
      told = chat;
    }
    busy = false;
    await work();
  };

  const isWatched = watched();
  if (isWatched) {
    presence.came(id);
    centre.tellHere(id);
  }
  begin().catch(fail);

  const answer = (frameId: string, work_: () => Promise<Outcome>): void => {
    work_()
      .then((outcome): Answer => answerOf(frameId, outcome))
      .then((frame) => {
        if (frame.type === 'refused') centre.onRefused(frame.code);
        tell(frame);
      }, fail);
  };

  return {
    handle(frame) {
      const now = clock.now();
      switch (frame.type) {
        case 'write':
          return answer(frame.id, () =>
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
          return answer(frame.id, () =>
            commandOfEndUser(centre, id, { decide: (latest) => leave(latest, true, now) }, () => newest),
          );
        case 'come-back':
          return answer(frame.id, () => comeBackInto(centre, opening));
        default:
      }
    },
    close() {
      closed = true;
      leaveHub();
      if (isWatched) presence.went(id);
      if (draft !== '') {
        draft = '';
        tellTyping();
      }
    },
  };
};
