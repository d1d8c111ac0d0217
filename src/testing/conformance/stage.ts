import type { ChatRecord, ChatConnector, RefusalCode } from '../../core/index.js';
import { inWords, Unmet } from './conformance-error.js';
import type { ConformanceCapabilities, ConformanceEndUser, ConformanceHarness, ConformanceSubject } from './harness.js';
import { eventually, pause, within } from './patience.js';
import { openTab, type Tab } from './tab.js';

/** A chat that somebody asked for, and who is in it. */
export interface Requested {
  readonly one: Tab;
  readonly ana: ConformanceEndUser;
  readonly chatId: string;
}

/** What a clause has to work with. */
export interface Stage {
  readonly capabilities: ConformanceCapabilities;
  readonly patience: number;
  now(): number;
  /** A while in which something that must not come would have come. */
  quiet(): Promise<void>;
  /** A connector that is not opened. */
  connector(agent?: string): Promise<ChatConnector>;
  /** A new tab of an agent (by default the first), once it was told its snapshot. */
  tab(agent?: string): Promise<Tab>;
  /** Opens a connector that is there already. */
  reopen(connector: ChatConnector, cursors?: ReadonlyMap<string, number>): Tab;
  endUser(): Promise<ConformanceEndUser>;
  /** A request that waits, with one message “Hello”, and a tab that was told of it. */
  requested(): Promise<Requested>;
  /** The same, answered. */
  answered(): Promise<Requested>;
  /** The same, ended by the agent. */
  ended(): Promise<Requested>;
  cut(tab: Tab): Promise<void>;
  restore(tab: Tab): Promise<void>;
  eventually<T>(expected: string, read: () => T | Promise<T>, fits: (value: T) => boolean): Promise<T>;
  /** A chat in a tab that was just opened: what the back end holds. */
  freshChat(chatId: string): Promise<{ readonly tab: Tab; readonly chat: ChatRecord | undefined }>;
  close(): Promise<void>;
}

/** Wants something to be so. */
export const want = (holds: boolean, expected: string, came: unknown): void => {
  if (!holds) throw new Unmet(expected, inWords(came));
};

/** The error that a command ends with; its code must be one of `codes`. */
export const refusal = async (
  what: string,
  codes: readonly RefusalCode[],
  run: () => Promise<unknown>,
): Promise<unknown> => {
  const expected = `${what} is refused as ${codes.map((code) => `"${code}"`).join(' or ')}`;
  let result: unknown;
  try {
    result = await run();
  } catch (error) {
    if (error instanceof Unmet) throw error;
    const { code } = error as { readonly code?: unknown };
    want((codes as readonly unknown[]).includes(code), expected, error);
    return error;
  }
  throw new Unmet(expected, result === undefined ? 'it resolved' : `it resolved with ${inWords(result)}`);
};

const leaveAndReturn = ['leave', 'comeBack'] as const;

export const openStage = (
  { capabilities, patience = 2000, quiet = 100 }: ConformanceSubject,
  harness: ConformanceHarness,
): Stage => {
  const tabs: Tab[] = [];
  const now = (): number => harness.now?.() ?? Date.now();
  const waiting = { patience, quiet, now };

  const connector = async (agent = 'agent-1'): Promise<ChatConnector> =>
    within(patience, 'opening an agent', Promise.resolve(harness.openAgent(agent)));

  const reopen: Stage['reopen'] = (given, cursors = new Map()) => {
    const tab = openTab(given, waiting, cursors);
    tabs.push(tab);
    return tab;
  };

  const stage: Stage = {
    capabilities,
    patience,
    now,
    quiet: () => pause(quiet),
    connector,
    async tab(agent) {
      const tab = reopen(await connector(agent));
      await tab.hears('snapshot');
      return tab;
    },
    reopen,
    async endUser() {
      const { channel = 'web' } = capabilities;
      const ana = await harness.openEndUser({ channel, name: 'Ana Silva', phone: '+12025550143' });
      if (capabilities.abilities?.left !== false)
        for (const name of leaveAndReturn)
          if (ana[name] === undefined)
            throw new TypeError(
              `The harness’s end users have no “${name}”; add it, or say abilities: { left: false }.`,
            );
      return ana;
    },
    async requested() {
      const one = await stage.tab();
      const ana = await stage.endUser();
      await within(patience, 'an end user’s first message', ana.send('Hello'));
      const find = ({ ledger }: Tab): ChatRecord | undefined =>
        [...ledger.chats.values()].find(({ endUser, state }) => endUser.id === ana.id && state === 'waiting');
      const chat = await one.knows('a request of the end user who wrote is told', find, (found) => found !== undefined);
      return { one, ana, chatId: chat?.id ?? '' };
    },
    async answered() {
      const requested = await stage.requested();
      const { one, chatId } = requested;
      await one.accept(chatId);
      await one.knows(
        'the chat is told as active after it was answered',
        ({ ledger }) => ledger.chats.get(chatId)?.state,
        (state) => state === 'active',
      );
      return requested;
    },
    async ended() {
      const answered = await stage.answered();
      await answered.one.end(answered.chatId);
      return answered;
    },
    async cut({ connector: cutOff }) {
      if (harness.cut === undefined) throw new TypeError('The harness has no “cut”; add it, or say network: false.');
      await harness.cut(cutOff);
    },
    async restore({ connector: cutOff }) {
      await harness.restore?.(cutOff);
    },
    eventually: (expected, read, fits) => eventually(patience, expected, read, fits),
    async freshChat(chatId) {
      const tab = await stage.tab();
      return { tab, chat: tab.of('snapshot')[0]?.chats.find(({ id }) => id === chatId) };
    },
    async close() {
      for (const tab of tabs) tab.stop();
      await harness.close?.();
    },
  };
  return stage;
};
