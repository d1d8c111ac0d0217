import { issueToken } from '../../gateway/src/tokens.js';
import type { Message } from '../../src/core/index.js';
import type { RunningGateway } from './gateways.js';
import { openLine, type Line } from './line.js';
import { SECRETS } from './people.js';

/** One answered chat, and how both sides write into it. */
export interface HeldChat {
  readonly id: string;
  readonly agent: Line;
  readonly endUser: Line;
}

export interface HoldOptions {
  readonly gateways: readonly RunningGateway[];
  readonly chatsOfEach: number;
  /** A message was heard by who did not write it. */
  readonly onHeard: (id: string) => void;
}

const inADay = (): number => Date.now() + 23 * 3_600_000;

/**
 * Brings in agents one by one, each with their chats; both are spread over the gateways. Each agent has a queue of their
 * own, so that nobody else is told of the requests: a call centre that lets each of many agents see each request
 * measures that.
 */
export const createHolding = ({ gateways, chatsOfEach, onHeard }: HoldOptions) => {
  const chats: HeldChat[] = [];
  const lines: Line[] = [];
  let agents = 0;

  const open = async (nth: number, token: string, hear: NonNullable<Parameters<typeof openLine>[2]>): Promise<Line> => {
    const line = await openLine(gateways[nth % gateways.length]?.socketUrl ?? '', token, hear);
    lines.push(line);
    return line;
  };
  const hearOf = (author: Message['author'], messages: readonly Pick<Message, 'id' | 'author'>[]): void => {
    for (const message of messages) if (message.author === author) onHeard(message.id);
  };

  const addAgent = async (): Promise<void> => {
    const nth = agents++;
    const queue = `queue-${nth}`;
    /** Who waits for the id of an end user's chat. */
    const waiting = new Map<string, (chatId: string) => void>();
    const agent = await open(
      nth,
      await issueToken(SECRETS.AGENT_JWT_SECRET, { sub: `agent-${nth}`, role: 'agent', queues: [queue] }, inADay()),
      (frame) => {
        if (frame.type === 'messages') hearOf('end-user', frame.messages);
        else if (frame.type === 'chat') waiting.get(frame.chat.endUser.id)?.(frame.chat.id);
      },
    );
    for (let place = 0; place < chatsOfEach; place += 1) {
      const sub = `person-${nth}-${place}`;
      const claims = { sub, role: 'end-user', channel: 'web', queue } as const;
      const endUser = await open(
        nth + place,
        await issueToken(SECRETS.END_USER_JWT_SECRET, claims, inADay()),
        (frame) => {
          if (frame.type === 'conversation') hearOf('agent', frame.messages);
        },
      );
      const asked = new Promise<string>((resolve) => waiting.set(sub, resolve));
      await endUser.ask({ type: 'write', message: { id: `first-${sub}`, text: 'Hello', time: Date.now() } });
      const id = await asked;
      waiting.delete(sub);
      const { type } = await agent.ask({ type: 'accept', chatId: id });
      if (type !== 'ok') throw new Error(`A request was not given to its only agent: ${type}.`);
      chats.push({ id, agent, endUser });
    }
  };

  return {
    get chats(): readonly HeldChat[] {
      return chats;
    },
    /** Adds agents, with their chats, until there are so many. */
    async grow(to: number): Promise<void> {
      while (agents < to) await addAgent();
    },
    close: () => lines.forEach((line) => line.close()),
  };
};
