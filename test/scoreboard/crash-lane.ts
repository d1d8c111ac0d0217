import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Locator, Page } from 'playwright';
import type { EndUserSide } from '../../src/core/index.js';
import type { ChatDesk } from '../../src/desk/index.js';
import { createByteProxy } from '../../src/testing/byte-proxy.js';
import { composerOf, foundBy, isSettled, look, showsUnsent, storedBy, type Seen } from './crash-looks.js';
import type { CrashPages } from './crash-page.js';
import { countOutOfOrder, fateOf, type Fate } from './crash-verdict.js';
import type { RunningGateway } from './gateways.js';
import { createNetwork, openDesk, openEndUser } from './people.js';

/** How an agent's page goes away. */
export type CutKind = 'reload' | 'crash' | 'close';

/** What else is wrong at that moment. `ended`, `done`: the chat is, by the time the agent is back. */
export type Trouble = 'none' | 'late-answers' | 'half-open' | 'no-network' | 'gateway-killed' | 'ended' | 'done';

/** Whether the agent has another tab, and whether that one must bring out alone what the first one left. */
export type Company = 'alone' | 'another-tab' | 'taken-over';

export interface Cut {
  readonly kind: CutKind;
  readonly trouble: Trouble;
  readonly company: Company;
  /** How many messages are typed, each with Enter. */
  readonly texts: number;
  /** From typing the last one until its Enter, in milliseconds. */
  readonly before: number;
  /** From that Enter until the page goes away, in milliseconds. */
  readonly after: number;
  /** How much later answers come, where they are late, in milliseconds. */
  readonly late: number;
}

/** What came of one cut. */
export interface Outcome {
  readonly cut: Cut;
  readonly fates: readonly { readonly text: string; readonly fate: Fate; readonly entered: boolean }[];
  /** What the composer held afterwards. */
  readonly draft: string;
  readonly outOfOrder: number;
  /** Whether the page died with a message in hand that it had no answer to. */
  readonly beforeAck: boolean;
}

/** One agent, whose page goes away again and again in the middle of a conversation. */
export interface Lane {
  /** Resolves when all has settled; rejects if it never does. */
  cut(cut: Cut): Promise<void>;
  /** Ends the conversation; what came of every cut that settled. */
  finish(): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

/** What was typed is in the storage 250 ms later; the timer of a machine under load may be as late again. */
const STORED_WITHIN = 500;
/** How long everything may take to settle, in milliseconds: on a busy machine a gateway alone takes half of it to start. */
const SETTLED_WITHIN = 120_000;
/** After so many cuts a lane begins a new chat. */
const CUTS_PER_CHAT = 25;

interface Typed {
  readonly text: string;
  /** When each character was typed. */
  readonly at: readonly number[];
}

/** A cut that has settled, before its chat's record was read. */
interface Settled {
  readonly cut: Cut;
  readonly typed: readonly Typed[];
  readonly cutAt: number;
  readonly entered: readonly string[];
  readonly inHand: readonly string[];
  readonly seen: Seen;
}

const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + SETTLED_WITHIN; Date.now() < end; await pause(20)) if (await isSo()) return;
  throw new Error(`${what}: not within ${SETTLED_WITHIN / 1000} s.`);
};

const countOf = (text: string, texts: readonly string[]): number => texts.filter((one) => one === text).length;

const judge = ({ cut, typed, cutAt, entered, inHand, seen }: Settled, kept: readonly string[]): Outcome => {
  const isOver = cut.trouble === 'ended' || cut.trouble === 'done';
  const texts = typed.map(({ text }) => text);
  return {
    cut,
    draft: seen.draft,
    fates: typed.map(({ text, at }) => ({
      text,
      entered: entered.includes(text),
      fate: fateOf({
        text,
        entered: entered.includes(text),
        // A page that is asked to go stores all; one that crashes cannot.
        typedBefore:
          cut.kind === 'crash' ? text.slice(0, at.filter((time) => time < cutAt - STORED_WITHIN).length) : text,
        kept: countOf(text, kept),
        ...(isOver ? {} : { shown: countOf(text, seen.sent) }),
        unsent: countOf(text, seen.unsent),
        draft: seen.draft,
      }),
    })),
    outOfOrder: countOutOfOrder(texts, kept) + countOutOfOrder(texts, seen.sent),
    beforeAck: inHand.length > 0,
  };
};

/** `killGateway` kills the gateway that all lanes share; resolves when it is there again. */
export const openLane = async (
  nth: number,
  context: BrowserContext,
  pages: CrashPages,
  gateway: RunningGateway,
  killGateway: () => Promise<void>,
): Promise<Lane> => {
  const agent = `agent-${nth}`;
  const person = `person-${nth}`;
  const proxy = await createByteProxy({ target: { port: Number(new URL(gateway.url).port) } });
  const outcomes: Outcome[] = [];
  let settled: Settled[] = [];
  let endUser: EndUserSide | undefined;
  let chatId = '';
  let page: Page | undefined;
  let count = 0;

  /** A way to the gateway that nothing happens on. */
  const quiet = () => createNetwork([gateway], 0, nth, false);

  const open = async (): Promise<Page> => {
    const opened = await context.newPage();
    await opened.goto(pages.agent(agent, proxy.port));
    return opened;
  };

  const beginChat = async (): Promise<void> => {
    endUser ??= openEndUser(person, quiet());
    await endUser.ready;
    await endUser.send('Hello');
    chatId = endUser.value.chatId ?? '';
    await elsewhere(async (desk) => void (await desk.accept(chatId)));
  };

  /** What the agent does with the chat at another place: their page may not be there to do it. */
  const elsewhere = async (work: (desk: ChatDesk, state: () => string | undefined) => Promise<void>): Promise<void> => {
    const desk = openDesk(agent, quiet());
    const state = () => desk.chat(chatId).view$.value?.state;
    await until('The chat is seen elsewhere', () => state() !== undefined);
    await work(desk, state);
    desk.dispose();
  };

  const endChat = (how: 'end' | 'done'): Promise<void> =>
    elsewhere(async (desk, state) => {
      if (state() === 'active') await desk.end(chatId);
      if (how === 'end') return;
      await desk.submitWrapUp(chatId);
      if (state() !== undefined) await desk.done(chatId);
    });

  /** Reads what the back end kept of the chat, as somebody who was not there sees it, and judges by it. */
  const judgeChat = async (): Promise<void> => {
    const fresh = openEndUser(person, quiet());
    await fresh.ready;
    const kept = fresh.value.messages.filter(({ author }) => author === 'agent').map(({ text }) => text);
    fresh.close();
    outcomes.push(...settled.map((one) => judge(one, kept)));
    settled = [];
  };

  const finishChat = async (isDone = false): Promise<void> => {
    if (chatId === '') return;
    await judgeChat();
    if (!isDone) await endChat('done');
    chatId = '';
  };

  /** What was seen a moment ago may be gone: whoever clicks looks again. */
  const clickIfThere = (button: Locator): Promise<void> => button.click({ timeout: 1000 }).catch(() => undefined);

  /** Goes into the conversation; other lanes' requests wait beside it. */
  const enterChat = async (one: Page): Promise<void> => {
    const composer = composerOf(one);
    await until('There is a chat', async () => {
      if (await composer.isEditable({ timeout: 100 }).catch(() => false)) return true;
      const indicator = one
        .locator('chat-indicator')
        .getByRole('button', { name: /^(?!New chat)/ })
        .first();
      if (await indicator.isVisible()) await clickIfThere(indicator);
      return false;
    });
  };

  const typeInto = async (one: Page, text: string): Promise<Typed> => {
    const at: number[] = [];
    for (const character of text) {
      await one.keyboard.press(character);
      at.push(Date.now());
    }
    return { text, at };
  };

  const goAway = async (one: Page, kind: CutKind): Promise<void> => {
    if (kind === 'reload') return void (await one.reload());
    if (kind === 'crash') {
      const session = await sessionOf(one);
      const crashed = one.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined);
      await crashed;
    }
    await one.close();
  };

  const sessions = new WeakMap<Page, ReturnType<BrowserContext['newCDPSession']>>();
  const sessionOf = (one: Page) => {
    const session = sessions.get(one) ?? context.newCDPSession(one);
    sessions.set(one, session);
    return session;
  };

  /** Leaves the page as an agent would for the next one: nothing unsent, nothing written. */
  const tidy = async (one: Page): Promise<void> => {
    const discard = one.getByRole('button', { name: 'Discard' }).first();
    await until('All is discarded', async () => {
      if ((await look(one)).unsent.length === 0) return true;
      await clickIfThere(discard);
      return false;
    });
    if ((await look(one)).draft === '') return;
    await composerOf(one).click();
    await one.keyboard.press('Control+A');
    await one.keyboard.press('Backspace');
    await until('The composer is empty', async () => (await look(one)).draft === '');
  };

  /** Starts what goes wrong; gives what makes it good again. */
  const trouble = async ({ trouble: what, late }: Cut, one: Page): Promise<() => void> => {
    switch (what) {
      case 'late-answers': {
        const end = proxy.add({ do: 'delay', way: 'in', ms: late });
        proxy.cut('all');
        await until('The page is back', () => isSettled(one, chatId, false));
        return end;
      }
      case 'half-open':
        proxy.cut('all', 'black-hole');
        return () => undefined;
      case 'no-network':
      case 'ended':
      case 'done':
        proxy.refuse(true);
        proxy.cut('all');
        return () => proxy.refuse(false);
      default:
        return () => undefined;
    }
  };

  const run = async (cut: Cut): Promise<void> => {
    const isOver = cut.trouble === 'ended' || cut.trouble === 'done';
    if (settled.length >= CUTS_PER_CHAT) await finishChat();
    if (chatId === '') await beginChat();
    page ??= await open();
    const first = page;
    const other = cut.company === 'alone' ? undefined : await open();
    if (other !== undefined) {
      await enterChat(other);
      await first.bringToFront();
    }
    await enterChat(first);
    await composerOf(first).click();
    await until('The page is ready', () => isSettled(first, chatId, false));
    await sessionOf(first);
    const repair = await trouble(cut, first);
    const typed: Typed[] = [];
    count += 1;
    for (let letter = 0; letter < cut.texts - 1; letter += 1) {
      typed.push(await typeInto(first, `${count}.${String.fromCharCode(97 + letter)}`));
      await first.keyboard.press('Enter');
      await until('The composer is empty', async () => (await look(first)).draft === '');
    }
    typed.push(await typeInto(first, `${count}.z`));
    await pause(cut.before);
    let handled = false;
    const pressed = first.keyboard.down('Enter').then(
      () => (handled = true),
      () => false,
    );
    const killed = cut.trouble === 'gateway-killed' ? killGateway() : undefined;
    // Of a chat that is over, a draft is gone with it: only what was sent counts.
    if (isOver) await pressed;
    if (cut.after > 0) await pause(cut.after);
    const cutAt = Date.now();
    const wasHandled = handled;
    await goAway(first, cut.kind);
    if (cut.kind === 'reload') await first.keyboard.up('Enter');
    else page = undefined;
    await killed;

    if (isOver) await endChat(cut.trouble === 'done' ? 'done' : 'end');
    let found = other !== undefined && cut.company === 'taken-over' ? await storedBy(other, agent) : undefined;
    if (found !== undefined && other !== undefined) {
      repair();
      await until('The other tab has taken over', () => isSettled(other, chatId, isOver));
    }
    page ??= await open();
    const again = page;
    found ??= await foundBy(again, agent);
    const { inHand } = found;
    if (cut.trouble === 'no-network' && cut.company === 'alone')
      await until('What waits for the network is shown', () => showsUnsent(again, inHand.length));
    repair();
    await until('All has settled', () => isSettled(again, chatId, isOver));
    const noted = (await storedBy(again, agent)).entered;
    const entered = wasHandled ? [...noted, `${count}.z`] : noted;
    settled.push({ cut, typed, cutAt, entered, inHand, seen: await look(again) });
    await other?.close();
    await tidy(again);
    if (isOver) await finishChat(cut.trouble === 'done');
  };

  return {
    async cut(cut) {
      try {
        await run(cut);
      } catch (error) {
        // The next cut begins with a page and a chat of its own.
        proxy.refuse(false);
        for (const one of context.pages()) if (one.url().includes(`agent=${agent}&`)) await one.close();
        page = undefined;
        await finishChat().catch(() => (chatId = ''));
        throw error;
      }
    },
    async finish() {
      await finishChat();
      return outcomes;
    },
    async close() {
      endUser?.close();
      await page?.close();
      await proxy.close();
    },
  };
};
