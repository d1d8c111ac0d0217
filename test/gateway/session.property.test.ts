import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startAgentSession } from '../../gateway/src/agent-session.js';
import type { Centre } from '../../gateway/src/centre.js';
import { createCommands } from '../../gateway/src/commands.js';
import type { KeptMessage, StoredChat } from '../../gateway/src/engine.js';
import { startHub } from '../../gateway/src/hub.js';
import { DEFAULT_LIMITS } from '../../gateway/src/limits.js';
import { isThere, chatAsTold } from '../../gateway/src/picture.js';
import { fixedPolicy } from '../../gateway/src/policy-file.js';
import * as agentRules from '../../gateway/src/rules/agent-rules.js';
import type { Decision } from '../../gateway/src/rules/decision.js';
import { comeBack, leave, write, type Opening } from '../../gateway/src/rules/end-user-rules.js';
import { createTurns } from '../../gateway/src/turns.js';
import { createManualClock } from '../../src/testing/manual-clock.js';
import type { AgentHears } from '../../src/wire/index.js';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.js';
import { NOW, opening } from './support/builders.js';
import { createMemoryEngine, type MemoryEngine } from './support/memory-engine.js';
import { createSimpleDesk, standing, type SimpleDesk } from './support/simple-desk.js';

const ada = { id: 'ada' };
const PEOPLE = ['nadia', 'omar'];
const anybody = fc.constantFrom(...PEOPLE);
const anywhere = fc.nat({ max: 1 });

/** What may happen to a chat, decided as a gateway does; the newest chat of a person is meant. */
const steps: Readonly<
  Record<string, (chat: StoredChat | undefined, by: Opening, now: number, said: readonly KeptMessage[]) => Decision>
> = {
  write: (chat, by, now) => write(chat, by, { id: `m-${now}`, text: 'Hi', time: now }, 100, now),
  send: (chat, _by, now) => agentRules.send(chat, ada, { id: `m-${now}`, text: 'Hi', time: now }, 100, now),
  accept: (chat, _by, now) => agentRules.accept(chat, ada, { open: 0, limit: 9 }, now),
  elsewhere: (chat, _by, now) => agentRules.accept(chat, { id: 'ben' }, { open: 0, limit: 9 }, now),
  leave: (chat, _by, now) => leave(chat, true, now),
  back: (chat, by, now, said) => comeBack(chat, by, said, now),
  end: (chat, _by, now) => agentRules.end(chat, ada, now),
  submit: (chat) => agentRules.submit(chat, ada, {}, 'agent', 100),
  done: (chat) => agentRules.done(chat, ada),
};

/** Without these most chats would never begin, or soon be over. */
const OFTEN = ['write', 'write', 'write', 'accept', 'accept', 'send', 'send', 'leave', 'back'];

const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constantFrom(...OFTEN, ...Object.keys(steps)), who: anybody, at: anywhere }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reconnect'), at: anywhere, keeps: fc.boolean() }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait'), tasks: fc.nat(5) }) },
  // The engine's word of changes is lost for a while; that it was is told afterwards.
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('mute', 'missed') }) },
);

type Step = { readonly do: string } & Partial<{ who: string; at: number; tasks: number; keeps: boolean }>;

const tasks = async (count: number): Promise<void> => {
  for (let task = 0; task < count; task += 1) await new Promise((resolve) => setImmediate(resolve));
};

const startGateway = async (engine: MemoryEngine): Promise<Centre> => {
  const clock = createManualClock(NOW);
  const onTrouble = (error: unknown): void => {
    throw error;
  };
  const hub = await startHub({ engine, clock, onTrouble });
  return {
    ...{ engine, hub, clock, turns: createTurns(), policy: fixedPolicy(), limits: DEFAULT_LIMITS },
    run: createCommands({ engine, hub, clock, patience: 0, onCommit: () => undefined, onTrouble }),
    tellTyping: () => undefined,
    tellHere: () => undefined,
    onHere: () => () => undefined,
    onRefused: () => undefined,
    presence: undefined as never,
    summarizer: undefined as never,
  };
};

/** An agent's desk at a gateway: what it was told, from now on. */
const connect = (centre: Centre, desk: SimpleDesk, cursors: Readonly<Record<string, number>>): (() => void) => {
  let failure: unknown;
  const session = startAgentSession({
    ...{ agent: ada, cursors, centre },
    tell: (frame: AgentHears) => desk.hear(frame),
    fail: (error) => (failure = error),
  });
  return () => {
    session.close();
    if (failure !== undefined) throw new Error('The session failed.', { cause: failure });
  };
};

/** What an agent must have, by what the engine keeps. */
const truth = async (engine: MemoryEngine): Promise<SimpleDesk['picture']> => {
  const chats = [...(await engine.waiting()), ...(await engine.ofAgent(ada.id))].filter((chat) => isThere(chat, ada));
  const own = chats.filter(({ agent, count }) => agent === ada.id && count > 0);
  return {
    chats: Object.fromEntries(chats.map((chat) => [chat.id, standing(chatAsTold(chat))])),
    seqs: Object.fromEntries(own.map(({ id, count }) => [id, Array.from({ length: count }, (_, at) => at + 1)])),
  };
};

const run = async (path: readonly Step[]): Promise<void> => {
  const engine = createMemoryEngine();
  const gateways = [await startGateway(engine), await startGateway(engine.another())];
  let desk = createSimpleDesk();
  let disconnect = connect(gateways[0]!, desk, {});
  const under: Promise<unknown>[] = [];
  for (const [index, { do: what, who = '', at = 0, tasks: count = 0, keeps = true }] of path.entries()) {
    const gateway = gateways[at]!;
    const decide = steps[what];
    if (decide !== undefined) {
      const by: Opening = { ...opening, endUser: { id: who } };
      const look = (): Promise<StoredChat | undefined> => engine.latestOf(who);
      // One after the other for each person, as a gateway does; others go on meanwhile.
      under.push(
        gateway.turns.take(who, () =>
          gateway.run({
            look,
            decide: async (chat) =>
              decide(chat, by, NOW + index, chat === undefined ? [] : await engine.messages(chat.id, 0)),
          }),
        ),
      );
    } else if (what === 'wait') await tasks(count);
    else if (what === 'mute') engine.mute();
    else if (what === 'missed') engine.missed();
    else {
      disconnect();
      if (!keeps) desk = createSimpleDesk();
      disconnect = connect(gateway, desk, desk.cursors());
    }
  }
  await Promise.all(under);
  engine.missed();
  await tasks(60);
  const fresh = createSimpleDesk();
  const end = connect(gateways[1]!, fresh, {});
  await tasks(20);
  const all = await truth(engine);
  expect(fresh.picture).toEqual(all);
  expect(desk.picture).toEqual(all);
  end();
  disconnect();
  for (const { hub } of gateways) hub.close();
};

describe('whatever happens, at whichever gateway, and whenever a desk comes back', () => {
  it(
    'the snapshot and all that was told since are what a fresh snapshot is',
    { timeout: PROPERTY_TIMEOUT },
    async () => {
      await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), run), propertyRuns(150));
    },
  );
});
