import { openLine, type Line } from './line.js';
import { percentile } from './verdict.js';

/** What came of it. */
export interface Races {
  readonly races: number;
  /** Requests that both were given, by their answers or by what they see afterwards. */
  readonly doubleWinners: number;
  /** Requests that nobody was given. */
  readonly noWinner: number;
  /** How many each agent was given. */
  readonly won: readonly number[];
  /** Claims that were answered with `taken`. */
  readonly refused: number;
  /** Claims that were answered with anything else. */
  readonly others: number;
  readonly claimP50Ms: number;
  readonly claimP95Ms: number;
}

export interface RaceOptions {
  /** The gateways' addresses for sockets: the agents and end users are spread over them. */
  readonly urls: readonly string[];
  readonly tokenOf: (role: 'agent' | 'end-user', sub: string) => Promise<string>;
  /** How many requests both claim. */
  readonly races: number;
  /** How many are claimed at the same moment. */
  readonly together?: number;
}

/** So many end users come in at once. */
const AT_ONCE = 20;

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, number) => number);

/** Two agents who claim the same requests at the same moment, each at a gateway of their own where there are two. */
export const race = async ({ urls, tokenOf, races, together = 10 }: RaceOptions): Promise<Races> => {
  const run = Math.random().toString(36).slice(2, 8);
  const urlOf = (number: number): string => urls[number % urls.length] ?? '';
  const names = [`ada-${run}`, `ben-${run}`];

  const seen = names.map(() => new Set<string>());
  const agents = await Promise.all(
    names.map(async (name, number) =>
      openLine(urlOf(number), await tokenOf('agent', name), (frame) => {
        if (frame.type === 'chat' && frame.chat.endUser.id.startsWith(`u-${run}-`)) seen[number]?.add(frame.chat.id);
      }),
    ),
  );
  const endUsers: Line[] = [];
  const request = async (number: number): Promise<void> => {
    const sub = `u-${run}-${number}`;
    const endUser = await openLine(urlOf(number), await tokenOf('end-user', sub));
    endUsers.push(endUser);
    await endUser.ask({ type: 'write', message: { id: sub, text: 'Hello', time: Date.now() } });
  };
  for (let first = 0; first < races; first += AT_ONCE)
    await Promise.all(upTo(Math.min(AT_ONCE, races - first)).map((number) => request(first + number)));
  while (seen.some(({ size }) => size < races)) await new Promise((resolve) => setTimeout(resolve, 20));
  const chats = [...(seen[0] ?? [])];

  const took: number[] = [];
  const winners = new Map(chats.map((id) => [id, 0]));
  const won = names.map(() => 0);
  let refused = 0;
  let others = 0;
  const claim = async (number: number, chatId: string): Promise<void> => {
    const start = performance.now();
    const answer = await agents[number]?.ask({ type: 'accept', chatId });
    took.push(performance.now() - start);
    if (answer?.type === 'ok') {
      winners.set(chatId, (winners.get(chatId) ?? 0) + 1);
      won[number] = (won[number] ?? 0) + 1;
    } else if (answer?.type === 'refused' && answer.code === 'taken') refused += 1;
    else others += 1;
  };
  for (let first = 0; first < chats.length; first += together)
    await Promise.all(
      chats
        .slice(first, first + together)
        // Who comes first alternates.
        .flatMap((chatId, index) => (index % 2 === 0 ? [0, 1] : [1, 0]).map((number) => claim(number, chatId))),
    );
  for (const line of [...agents, ...endUsers]) line.close();

  // What each sees afterwards, at the other's gateway, must say the same.
  const owned = await Promise.all(
    names.map(async (name, number) => {
      const own = new Set<string>();
      const line = await openLine(urlOf(number + 1), await tokenOf('agent', name), (frame) => {
        if (frame.type !== 'snapshot') return;
        for (const { id, state } of frame.chats) if (state !== 'waiting') own.add(id);
      });
      line.close();
      return own;
    }),
  );
  const hundredths = (time: number): number => Math.round(time * 100) / 100;
  return {
    races: chats.length,
    doubleWinners: chats.filter((id) => (winners.get(id) ?? 0) > 1 || owned.every((own) => own.has(id))).length,
    noWinner: chats.filter((id) => winners.get(id) === 0 || !owned.some((own) => own.has(id))).length,
    won,
    refused,
    others,
    claimP50Ms: hundredths(percentile(took, 0.5)),
    claimP95Ms: hundredths(percentile(took, 0.95)),
  };
};
