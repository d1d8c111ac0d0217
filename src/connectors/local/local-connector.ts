import {
  systemClock,
  type ChatConnector,
  type Clock,
  type Disposition,
  type EventSource,
  type PolicyLayer,
  type Summarizer,
} from '../../core/index.js';
import { accept, done, end, ownChat, sendAsAgent, submitWrapUp } from './agent-commands.js';
import { followAsAgent, type AgentFollower } from './agent-follower.js';
import { createLocalCentre } from './centre.js';
import { localDispositions } from './dispositions.js';
import { createExtractiveSummarizer } from './extractive-summarizer.js';
import { conversation } from './reading.js';

export interface LocalConnectorOptions {
  /** Names the contact centre: all who use the same name in one browser and origin meet there. Default `default`. */
  readonly name?: string;
  /** The agent's id. Tabs with the same id are the same agent and see the same chats. Default `agent`. */
  readonly agent?: string;
  /** Default: the page's. */
  readonly clock?: Clock;
  /** The connector's layer of the policy. */
  readonly policy?: PolicyLayer;
  /** Default: the tree of a small web shop. */
  readonly dispositions?: readonly Disposition[];
  /** Default: {@link createExtractiveSummarizer}. */
  readonly summarizer?: Summarizer;
}

/**
 * A whole contact centre inside the browser, shared between the tabs of one origin and kept over reload. No server: end
 * users are people in other tabs (`createLocalEndUser`) or tapes.
 *
 * It needs IndexedDB. Where the browser refuses it, commands reject with `unavailable`, and the connection is `offline`
 * with a reason that says what to do; the console has it once for each centre.
 */
export const createLocalConnector = ({
  name = 'default',
  agent = 'agent',
  clock = systemClock,
  policy,
  dispositions = localDispositions,
  summarizer = createExtractiveSummarizer(),
}: LocalConnectorOptions = {}): ChatConnector => {
  const centre = createLocalCentre({ name, clock });
  const followers = new Set<AgentFollower>();

  /** What a command did is told before it resolves, so that nobody sees it half done. */
  const command = async <T>(run: (stores: IDBTransaction, now: number) => Promise<T>): Promise<T> => {
    const result = await centre.change((stores) => run(stores, clock.now()));
    await Promise.all([...followers].map((follower) => follower.pull()));
    return result;
  };

  const events: EventSource = {
    subscribe(observer) {
      observer.next({ type: 'connection', state: 'connecting' });
      if (policy !== undefined) observer.next({ type: 'policy', policy });
      const follower = followAsAgent(centre, agent, (event) => observer.next(event));
      followers.add(follower);
      return {
        unsubscribe() {
          followers.delete(follower);
          follower.close();
        },
      };
    },
  };

  return {
    name: `local/${name}`,
    agent,
    delivery: 'idempotent',
    // A desk's cursors are not needed: what it has already is near, and it drops what it is told twice.
    open: () => events,
    accept: (chatId) => command((stores, now) => accept(stores, chatId, agent, now)),
    send: (chatId, message) => command((stores, now) => sendAsAgent(stores, chatId, agent, message, now)),
    setTyping: (chatId, typing) => centre.tell({ type: 'typing', by: 'agent', chatId, typing }),
    end: (chatId) => command((stores, now) => end(stores, chatId, agent, now)),
    submitWrapUp: (chatId, values, reason) =>
      command((stores, now) => submitWrapUp(stores, chatId, agent, values, reason, now)),
    done: (chatId) => command((stores, now) => done(stores, chatId, agent, now)),
    dispositions: () => Promise.resolve(dispositions),
    async summarize(chatId, request) {
      const messages = await centre.read(async (stores) => {
        await ownChat(stores, chatId, agent);
        return conversation(stores, chatId);
      });
      return summarizer.summarize(messages, request);
    },
  };
};
