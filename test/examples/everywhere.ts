import type { BrowserContext, Page } from 'playwright';
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

/** What the tags have, each by what is asked. Runs in the page. */
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

/** Waits for the values, and says which never came. */
const missing = async (page: Page, at: 0 | 1, when: string): Promise<readonly string[]> => {
  const wanted = (Object.keys(values) as Asked[]).map((asked) => [asked, values[asked][at]] as const);
  const absent = async (): Promise<readonly string[]> => {
    const has = await page.evaluate(read);
    return wanted
      .filter(([asked, value]) => JSON.stringify(has[asked]) !== JSON.stringify(value))
      .map(([asked]) => `${asked}, ${when}`);
  };
  // What the framework does comes with its next rendering; what it cannot do does not come later either.
  for (let tries = 0; tries < 20 && (await absent()).length > 0; tries += 1) await page.waitForTimeout(50);
  return absent();
};

/** Holds every definition of a tag back until `defineNow` is called. Runs in the page before its scripts. */
const holdDefinitions = (): void => {
  const define = customElements.define.bind(customElements);
  const held: Parameters<typeof define>[] = [];
  customElements.define = (...one: Parameters<typeof define>) => void held.push(one);
  Object.assign(window, {
    defineNow: () => {
      customElements.define = define;
      for (const one of held) define(...one);
    },
  });
};

const heard = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(() => {
    document.querySelector('chat-adapter')?.addEventListener('adapter-toggle', () => {
      document.body.dataset['heard'] = 'once';
    });
  });
  await page.getByRole('button', { name: /^(Open|Close) chat adapter|Chat-Adapter/i }).click();
  const by = await page.evaluate(() => [document.querySelector('#heard')?.textContent, document.body.dataset['heard']]);
  return [
    ...(by[0] === '1' ? [] : ['an event with a dash, listened to in the template']),
    ...(by[1] === 'once' ? [] : ['an event with a dash, listened to by addEventListener']),
  ];
};

/** Everything of the above that does not hold in an app. */
const notEverywhere = async (context: BrowserContext, url: string): Promise<readonly string[]> => {
  const complaints: string[] = [];
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
  found.push(...(await missing(page, 0, LATE)), ...complaints);
  return found;
};

/** Rejects where an app cannot do what is asked, or can do what is said to be impossible. */
export const lookEverywhere =
  (app: string) =>
  async (context: BrowserContext, url: string): Promise<void> => {
    const not = await notEverywhere(context, url);
    const known = (cannot[app] ?? []).map((asked) => `${asked}, ${LATE}`);
    const problems = [
      ...not.filter((asked) => !known.includes(asked)).map((asked) => `Not so: ${asked}.`),
      ...known.filter((asked) => !not.includes(asked)).map((asked) => `It can now: ${asked}.`),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
  };
