import { setTimeout as pause } from 'node:timers/promises';
import type { EndUserSide, Message } from '../../src/core/index.js';
import type { ChatDesk } from '../../src/desk/index.js';
import { seededRandom } from '../../src/testing/faults/seeded-random.js';
import type { RunningEngine } from './engines.js';
import { CUT_KINDS, cutNetwork, type CutKind } from './faults.js';
import { startGateway, type RunningGateway } from './gateways.js';
import { createNetwork, openDesk, openEndUser, SECRETS, type Network } from './people.js';
import { judge, total, type Verdict } from './verdict.js';

/** How much happens in one run. */
export interface Load {
  readonly in: number;
  readonly out: number;
  readonly cuts: number;
  readonly chats: number;
  readonly agents: number;
}

export interface SeedResult {
  readonly in: number;
  readonly out: number;
  readonly cuts: Readonly<Record<string, number>>;
  readonly killed: readonly number[];
  /** How many messages their writers were told were not sent. */
  readonly refused: number;
  readonly verdict: Verdict;
  readonly recoveries: readonly number[];
}

type Written = { readonly text: string; refused: boolean };

interface Chat {
  readonly endUser: EndUserSide;
  readonly fromEndUser: Written[];
  readonly fromAgent: Written[];
}

/** How long all that is under way may take to arrive in the end, in milliseconds. */
const SETTLED_WITHIN = 60_000;

const until = async (what: string, isSo: () => boolean): Promise<void> => {
  for (const end = Date.now() + SETTLED_WITHIN; Date.now() < end; await pause(20)) if (isSo()) return;
  throw new Error(`${what}: not within ${SETTLED_WITHIN / 1000} s.`);
};

const textsOf = (messages: readonly Message[], author: Message['author']): readonly string[] =>
  messages.filter((message) => message.author === author && message.delivery !== 'failed').map(({ text }) => text);

/** A shuffled bag of the kinds: each as often as the others. */
const bagOf = (cuts: number, random: () => number): CutKind[] =>
  Array.from({ length: cuts }, (_, index) => ({ kind: CUT_KINDS[index % CUT_KINDS.length]!, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ kind }) => kind);

/** One run: real gateways on a real engine, real connectors and desks, and a network that breaks. */
export const runSeed = async (
  engine: RunningEngine,
  seed: number,
  load: Load,
  renames: boolean,
): Promise<SeedResult> => {
  const random = seededRandom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const settings = {
    ...(await engine.settings(`${seed}-${Date.now().toString(36)}`)),
    ...SECRETS,
    END_USER_GRACE: '300',
    FRAMES_PER_SECOND: '1000',
    FRAME_BURST: '2000',
    HEARTBEAT: '2',
    LOG_LEVEL: 'error',
    PEERS: 'none',
  };
  const gateways: RunningGateway[] = [];
  for (let nth = 0; nth < engine.gateways; nth += 1) gateways.push(await startGateway(settings, engine.standby));

  const networks: Network[] = [];
  const networkOf = (broken = true): Network => {
    const network = createNetwork(gateways, networks.length, seed * 1000 + networks.length, renames && broken);
    if (broken) networks.push(network);
    return network;
  };

  const desks: ChatDesk[] = Array.from({ length: load.agents }, (_, nth) => openDesk(`agent-${nth}`, networkOf()));
  const chats: Chat[] = Array.from({ length: load.chats }, (_, nth) => ({
    endUser: openEndUser(`person-${nth}`, networkOf()),
    fromEndUser: [],
    fromAgent: [],
  }));
  // Agents race for what waits; who is slower is refused, and that is as it should be.
  for (const desk of desks)
    desk.requests$.subscribe((requests) => {
      for (const { id } of requests) desk.accept(id).catch(() => undefined);
    });
  const deskOf = (chatId: string): ChatDesk | undefined =>
    desks.find((desk) => desk.chat(chatId).view$.value?.state === 'active');

  const cuts: Record<string, number> = Object.fromEntries(CUT_KINDS.map((kind) => [kind, 0]));
  const killed: number[] = [];
  const bag = bagOf(load.cuts, random);
  const every = Math.max(1, Math.floor((load.in + load.out) / (load.cuts + 1)));
  let written = 0;
  let undone: Promise<unknown> = Promise.resolve();
  let killing = Promise.resolve();

  const cut = (kind: CutKind): Promise<void> => {
    cuts[kind] = (cuts[kind] ?? 0) + 1;
    if (kind !== 'gateway-sigkill') return cutNetwork(networks[below(networks.length)]!, kind);
    const gateway = gateways[below(gateways.length)]!;
    killing = killing.then(async () => {
      for (const network of networks) if (network.gateway === gateway) network.hit(true);
      killed.push(await gateway.killAndRestart());
    });
    return killing;
  };

  /** Counts a message, and breaks something at its turn. */
  const wrote = async (): Promise<void> => {
    written += 1;
    if (written % every !== 0) return;
    const kind = bag.pop();
    if (kind === undefined) return;
    const over = cut(kind);
    undone = Promise.all([undone, over]);
    // A gateway's death is over before the next one begins, so that each of them counts.
    if (kind === 'gateway-sigkill') await over;
  };

  /** Several at once: each is sent before the one before it has been answered. */
  const sendAsEndUser = async ({ endUser, fromEndUser }: Chat, ...texts: readonly string[]): Promise<void> => {
    for (let count = 0; count < texts.length; count += 1) await wrote();
    await Promise.all(
      texts.map(async (text) => {
        const entry: Written = { text, refused: false };
        fromEndUser.push(entry);
        await endUser.send(text).catch(() => (entry.refused = true));
      }),
    );
  };

  const sendAsAgent = async ({ endUser, fromAgent }: Chat, text: string): Promise<void> => {
    const chatId = endUser.value.chatId ?? '';
    const desk = deskOf(chatId);
    if (desk === undefined) throw new Error(`Nobody has chat ${chatId}.`);
    await wrote();
    const entry: Written = { text, refused: false };
    fromAgent.push(entry);
    await desk.send(chatId, text).catch(() => (entry.refused = true));
  };

  const converse = async (chat: Chat, nth: number): Promise<void> => {
    await sendAsEndUser(chat, `in ${nth} 0`);
    await until(`Chat ${nth} is answered`, () => deskOf(chat.endUser.value.chatId ?? '-') !== undefined);
    const ins = Math.floor(load.in / load.chats);
    const outs = Math.floor(load.out / load.chats);
    const fromEndUser = async (): Promise<void> => {
      for (let count = 1; count < ins;) {
        // Now one by one, now several at once: their order counts all the same.
        const burst = Math.min(ins - count, 1 + below(4));
        await sendAsEndUser(chat, ...Array.from({ length: burst }, () => `in ${nth} ${count++}`));
      }
    };
    const fromAgent = async (): Promise<void> => {
      for (let count = 0; count < outs; count += 1) {
        await sendAsAgent(chat, `out ${nth} ${count}`);
        await pause(below(20));
      }
    };
    await Promise.all([fromEndUser(), fromAgent()]);
  };

  try {
    const disturbed = engine.disturb;
    const conversations = Promise.all(chats.map(converse));
    // The engine itself dies once in the middle, too, where it is not the gateway's own.
    const disturbance =
      disturbed === undefined
        ? Promise.resolve()
        : (async () => {
            while (written < (load.in + load.out) / 2) await pause(50);
            await disturbed();
            cuts['engine-crash'] = 1;
          })();
    await Promise.all([conversations, disturbance]);
    await Promise.all([undone, killing]);
    const shownToAgent = ({ endUser }: Chat): readonly Message[] => {
      const chatId = endUser.value.chatId ?? '';
      return deskOf(chatId)?.chat(chatId).messages$.value ?? [];
    };
    const expected = (written_: readonly Written[]): number => written_.filter(({ refused }) => !refused).length;
    const isThere = (chat: Chat): boolean =>
      textsOf(shownToAgent(chat), 'end-user').length >= expected(chat.fromEndUser) &&
      textsOf(chat.endUser.value.messages, 'agent').length >= expected(chat.fromAgent);
    // What is not there in the end is counted by the verdict, not by this.
    await until('All arrives', () => chats.every(isThere)).catch(() => undefined);

    // What the engine keeps, as somebody who was not there sees it: the end user's whole conversation, told anew.
    const verdicts = await Promise.all(
      chats.map(async (chat, nth): Promise<Verdict> => {
        const fresh = openEndUser(`person-${nth}`, networkOf(false));
        await fresh.ready;
        const kept = fresh.value.messages;
        fresh.close();
        return total([
          judge({
            written: chat.fromEndUser,
            kept: textsOf(kept, 'end-user'),
            shown: textsOf(shownToAgent(chat), 'end-user'),
          }),
          judge({
            written: chat.fromAgent,
            kept: textsOf(kept, 'agent'),
            shown: textsOf(chat.endUser.value.messages, 'agent'),
          }),
        ]);
      }),
    );
    const everything = chats.flatMap(({ fromEndUser, fromAgent }) => [...fromEndUser, ...fromAgent]);
    return {
      in: chats.reduce((sum, { fromEndUser }) => sum + fromEndUser.length, 0),
      out: chats.reduce((sum, { fromAgent }) => sum + fromAgent.length, 0),
      cuts,
      killed,
      refused: everything.filter(({ refused }) => refused).length,
      verdict: total(verdicts),
      recoveries: networks.flatMap(({ recoveries }) => recoveries),
    };
  } finally {
    for (const desk of desks) desk.dispose();
    for (const { endUser } of chats) endUser.close();
    await Promise.all(gateways.map((gateway) => gateway.stop()));
  }
};
