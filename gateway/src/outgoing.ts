import { wakeAt } from '../../src/core/index.js';
import type { Centre } from './centre.js';
import { lookAt } from './centre.js';
import type { KeptMessage, StoredChat } from './engine.js';
import { change, AS_IT_IS, NO_SUCH_CHAT, hasEnded } from './rules/decision.js';
import { signatureOf, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.js';
import { addressOf, type WebhookChannel, type WebhookChannels } from './webhook.js';

/** Hands agents' replies on to the providers of channels from outside. */
export interface Outgoing {
  /** There may be something to hand on in this chat. */
  look(chat: StoredChat): void;
  close(): void;
}

export interface OutgoingOptions {
  readonly channels: WebhookChannels;
  readonly centre: Centre;
  readonly onDelivery: (channel: string, outcome: 'handed-on' | 'again' | 'refused') => void;
  readonly onTrouble: (error: unknown) => void;
  readonly fetch?: typeof globalThis.fetch;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
const ANSWER_WITHIN = 10_000;
/** How often chats are looked for that another gateway left behind, and for how long it has had its time for them. */
const LOOK_EVERY = 60_000;

/** Whether asking again may help. */
const mayHelp = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/**
 * How far a chat was handed on is kept with the chat, after the provider has said that it has it: what a gateway leaves
 * behind is handed on by the next. So a provider may get a message twice, with one and the same idempotency key.
 */
export const createOutgoing = (options: OutgoingOptions): Outgoing => {
  const { channels, centre, onDelivery, onTrouble, fetch = globalThis.fetch } = options;
  const { engine, turns, clock, run } = centre;
  let closed = false;
  const wakes = new Set<() => void>();
  /** How many turns are taken for a chat. */
  const under = new Map<string, number>();

  const wait = (time: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        wakes.delete(stop);
        resolve();
      };
      const cancel = wakeAt(clock, clock.now() + time, end);
      const stop = (): void => {
        cancel();
        end();
      };
      wakes.add(stop);
    });

  const channelOf = ({ channel }: StoredChat): WebhookChannel | undefined =>
    Object.hasOwn(channels, channel) ? channels[channel] : undefined;

  /** Posts until the provider has it or says that it never will; `undefined`: closed before. */
  const post = async (
    chat: StoredChat,
    { url, secret }: WebhookChannel,
    it: KeptMessage,
  ): Promise<boolean | undefined> => {
    const { id, text, time } = it;
    const body = JSON.stringify({ to: addressOf(chat.channel, chat.endUser.id), id, text, time });
    for (let pause = FIRST_PAUSE; !closed; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        const timestamp = String(Math.floor(clock.now() / 1000));
        const { status, ok } = await fetch(url, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': id,
            [TIMESTAMP_HEADER]: timestamp,
            [SIGNATURE_HEADER]: signatureOf(secret, timestamp, body),
          },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(ANSWER_WITHIN),
        });
        if (ok) return true;
        if (!mayHelp(status)) return false;
      } catch (error) {
        onTrouble(error);
      }
      onDelivery(chat.channel, 'again');
      await wait(pause * (0.5 + Math.random() / 2));
    }
    return undefined;
  };

  /** Keeps that a chat was handed on up to a message, and tells its agent where one never will be. */
  const keep = (chatId: string, seq: number, refused: string | undefined): Promise<unknown> =>
    turns.take(chatId, () =>
      run({
        look: lookAt(centre, chatId),
        decide(chat) {
          if (chat === undefined) return NO_SUCH_CHAT;
          if ((chat.handedOn ?? 0) >= seq) return AS_IT_IS;
          const note: KeptMessage = {
            ...{ id: `not delivered: ${refused ?? ''}`.slice(0, 200), author: 'system', kind: 'text', internal: true },
            ...{ text: 'The last reply was not delivered: the channel refused it.', time: clock.now() },
            seq: chat.count + 1,
          };
          return change(chat, { handedOn: seq }, refused === undefined || hasEnded(chat.state) ? [] : [note]);
        },
      }),
    );

  const handOn = async (chatId: string): Promise<void> => {
    const chat = await engine.find(chatId);
    const channel = chat && channelOf(chat);
    if (chat === undefined || channel === undefined || closed) return;
    const messages = await engine.messages(chatId, chat.handedOn ?? 0, chat.count);
    for (const message of messages) {
      if (message.author !== 'agent' || message.internal === true) continue;
      const done = await post(chat, channel, message);
      if (done === undefined) return;
      onDelivery(chat.channel, done ? 'handed-on' : 'refused');
      await keep(chatId, message.seq, done ? undefined : message.id);
    }
  };

  const look = (chat: StoredChat): void => {
    if (closed || channelOf(chat) === undefined || chat.agent === undefined) return;
    const { id } = chat;
    // One waits behind the one that is under way, and more would find nothing left to do.
    const ahead = under.get(id) ?? 0;
    if (ahead > 1) return;
    under.set(id, ahead + 1);
    void turns
      .take(`outgoing ${id}`, () => handOn(id))
      .catch(onTrouble)
      .finally(() => {
        const left = (under.get(id) ?? 1) - 1;
        if (left > 0) under.set(id, left);
        else under.delete(id);
      });
  };

  const lookAround = async (): Promise<void> => {
    for (const chat of await engine.live())
      if (channelOf(chat) !== undefined && (chat.handedOn ?? 0) < chat.count) look(chat);
  };
  let stop = (): void => undefined;
  const again = (): void => {
    stop = wakeAt(clock, clock.now() + LOOK_EVERY, () => {
      lookAround().catch(onTrouble);
      again();
    });
  };
  again();

  return {
    look,
    close() {
      closed = true;
      stop();
      for (const wake of [...wakes]) wake();
    },
  };
};
