import { errors, type BrowserContext, type Page } from 'playwright';
import type { ChatAdapter, ChatTranscript } from '../../src/index.js';
import { cannot } from './cannot.js';
import { openApp } from './journey.js';

/**
 * What Custom Elements Everywhere asks of a framework, asked of our tags. An app renders at `?everywhere` one adapter with a
 * link in its slot `header`, and one transcript, and gives them these values; its button "Change" gives them the second ones,
 * "Hide" takes both away, "Show" puts them back; `<output id="heard">` counts `adapter-toggle`.
 */
const values = {
  'a string': ['fr', 'de'],
  'a boolean': [true, false],
  'a number': [3, 4],
  'an object': [{ typing: 'none' }, { typing: 'preview' }],
  'a function, by a name in camel case': ['first', 'second'],
  'an array': [['m-1'], ['m-1', 'm-2']],
  'a child in its slot': ['First', 'Second'],
  'a tag without children': ['shown', 'shown'],
} as const;

type Asked = keyof typeof values;

const LATE = 'given before the tag is defined';

/** What is asked, and its value as JSON. */
type Wanted = readonly (readonly [Asked, string])[];

interface LookersWindow {
  absentOf(wanted: Wanted): readonly Asked[];
}

/** Gives the page a function that says which values the tags do not have. Runs in the page before its scripts. */
const addLooker = (): void => {
  const read = (): Record<Asked, unknown> => {
    const adapter = document.querySelector<ChatAdapter>('chat-adapter');
    const transcript = document.querySelector<ChatTranscript>('chat-transcript');
    const link = adapter?.querySelector('[slot=header]');
    const make = adapter?.renderMessage as unknown;
    const messages = transcript?.messages as unknown;
    return {
      'a string': adapter?.locale,
      'a boolean': adapter?.open,
      'a number': adapter?.headingLevel,
      'an object': adapter?.policy,
      'a function, by a name in camel case': typeof make === 'function' ? (make as () => Text)().data : make,
      'an array': Array.isArray(messages) ? messages.map(({ id }: { readonly id: string }) => id) : messages,
      'a child in its slot': link?.isConnected === true && adapter?.shadowRoot ? link.textContent : undefined,
      'a tag without children': transcript?.shadowRoot?.querySelector('[role=log]') ? 'shown' : undefined,
    };
  };
  const looker: LookersWindow = {
    absentOf: (wanted) => {
      const has = read();
      return wanted.filter(([asked, value]) => JSON.stringify(has[asked]) !== value).map(([asked]) => asked);
    },
  };
  Object.assign(window, looker);
};

/** Waits for what must come in the page; says whether it came, in place of throwing where it did not. */
const comes = async (waiting: Promise<unknown>): Promise<boolean> => {
  try {
    await waiting;
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
};

/** Waits for the values, but for those that are known never to come, and says which are not there. */
const missing = async (
  page: Page,
  at: 0 | 1,
  when: string,
  hopeless: readonly string[] = [],
): Promise<readonly string[]> => {
  const wanted: Wanted = (Object.keys(values) as Asked[]).map((asked) => [asked, JSON.stringify(values[asked][at])]);
  const hoped = wanted.filter(([asked]) => !hopeless.includes(asked));
  const areThere = (these: Wanted): boolean => (window as unknown as LookersWindow).absentOf(these).length === 0;
  await comes(page.waitForFunction(areThere, hoped));
  // A framework gives all of them in one go, and Lit renders before the next frame: nothing else is on its way.
  const absent = await page.evaluate(async (these) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return (window as unknown as LookersWindow).absentOf(these);
  }, wanted);
  return absent.map((asked) => `${asked}, ${when}`);
};

/** Holds every definition of a tag back until `defineNow` is called. Runs in the page before its scripts. */
const holdDefinitions = (): void => {
  const define = customElements.define.bind(customElements);
  const held = new Map<string, Parameters<typeof define>>();
  customElements.define = (...one: Parameters<typeof define>) => {
    // The package asks what is defined already, and is told nothing.
    if (!held.has(one[0])) held.set(one[0], one);
  };
  Object.assign(window, {
    defineNow: () => {
      customElements.define = define;
      for (const one of held.values()) define(...one);
    },
  });
};

const heard = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => {
    document.querySelector('chat-adapter')?.addEventListener('adapter-toggle', () => {
      document.body.dataset['heard'] = 'once';
    });
  });
  await page.locator('chat-launcher').getByRole('button').click();
  await comes(page.waitForFunction(() => document.querySelector('#heard')?.textContent !== '0'));
  const by = await page.evaluate(() => [document.querySelector('#heard')?.textContent, document.body.dataset['heard']]);
  return [
    ...(by[0] === '1' ? [] : ['an event with a dash, listened to in the template']),
    ...(by[1] === 'once' ? [] : ['an event with a dash, listened to by addEventListener']),
  ];
};

/** Everything of the above that does not hold in an app. */
const notEverywhere = async (
  context: BrowserContext,
  url: string,
  hopeless: readonly string[],
): Promise<readonly string[]> => {
  const complaints: string[] = [];
  await context.addInitScript(addLooker);
  const page = await openApp(context, `${url}/?everywhere`, complaints);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const found = [...(await missing(page, 0, 'at first'))];
  await button('Change').click();
  found.push(...(await missing(page, 1, 'after a change')));
  await button('Hide').click();
  await page.locator('chat-adapter').waitFor({ state: 'detached' });
  await button('Show').click();
  found.push(...(await missing(page, 1, 'put back')), ...(await heard(page)));

  await page.addInitScript(holdDefinitions);
  await page.reload();
  await page.locator('chat-adapter').waitFor({ state: 'attached' });
  await page.evaluate(() => (window as unknown as { defineNow(): void }).defineNow());
  found.push(...(await missing(page, 0, LATE, hopeless)), ...complaints);
  return found;
};

/** Rejects where an app cannot do what is asked, or can do what is said to be impossible, by its name or by that of its source. */
export const lookEverywhere =
  (app: string, source: string) =>
  async (context: BrowserContext, url: string): Promise<void> => {
    const hopeless = cannot[app] ?? cannot[source] ?? [];
    const not = await notEverywhere(context, url, hopeless);
    const known = hopeless.map((asked) => `${asked}, ${LATE}`);
    const problems = [
      ...not.filter((asked) => !known.includes(asked)).map((asked) => `Not so: ${asked}.`),
      ...known.filter((asked) => !not.includes(asked)).map((asked) => `It can now: ${asked}.`),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
  };
