import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, plainPage, type AnyPage } from './support/any-page.js';
import { smallBackEnd } from './support/small-back-end.js';
import { eventually, startShift, type Shift } from './support/shift.js';

const ADAPTER = '<chat-adapter connect-to="small" layout="inline" style="block-size: 480px"></chat-adapter>';

const MESSAGES = Array.from({ length: 40 }, (_, at) => `Message number ${at + 1}`);

/** What must be as it was: how often the back end was opened, the draft with its caret, and where the reader was. */
interface State {
  readonly opened: number;
  readonly draft: string;
  readonly caret: readonly (number | null)[];
  readonly scroll: number;
}

declare global {
  interface Window {
    adapter: Element;
    backEnd: {
      readonly opened: number;
      readonly messages: readonly { readonly text: string }[];
      say(text: string): void;
    };
  }
}

const stateOf = (page: Page): Promise<State> =>
  page.evaluate(() => {
    const inside = (selector: string, root: ParentNode | null | undefined): Element | null | undefined =>
      root?.querySelector(selector);
    const find = (selectors: readonly string[]): Element | null | undefined =>
      selectors.reduce<Element | null | undefined>(
        (from, selector) => inside(selector, from?.shadowRoot),
        window.adapter,
      );
    const field = find(['chat-pane', 'chat-composer', 'textarea']) as HTMLTextAreaElement;
    const log = find(['chat-pane', 'chat-transcript', '.scroller']) as HTMLElement;
    return {
      opened: window.backEnd.opened,
      draft: field.value,
      caret: [field.selectionStart, field.selectionEnd],
      scroll: Math.round(log.scrollTop),
    };
  });

/** Lets what was asked for be painted. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

describe('an adapter that is moved', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  /** An agent in the middle of an answer, who has scrolled up to read. */
  const inTheMiddle = async (body: string): Promise<AnyPage & { before: State }> => {
    const script = smallBackEnd('./agent-chat-adapter.js', MESSAGES);
    const opened = await openPage(shift, { html: plainPage(`<script type="module">${script}</script>${body}`) });
    const { page } = opened;
    await page.getByRole('button', { name: 'New chat, 40 messages, web' }).click();
    await page.getByRole('textbox', { name: 'Message…' }).click();
    await page.keyboard.type('Half a sentence');
    for (let steps = 0; steps < 10; steps += 1) await page.keyboard.press('ArrowLeft');
    await page.evaluate(() => void (window.adapter = document.querySelector('chat-adapter') as Element));
    await page.getByRole('log', { name: 'Conversation' }).evaluate((log) => log.scrollTo(0, log.scrollHeight / 3));
    await painted(page);
    const before = await stateOf(page);
    expect([before.opened, before.draft, before.caret]).toEqual([1, 'Half a sentence', [5, 5]]);
    expect(before.scroll).toBeGreaterThan(100);
    return { ...opened, before };
  };

  const stillWorks = async ({ page, errors, warnings }: AnyPage): Promise<void> => {
    await page.getByRole('textbox', { name: 'Message…' }).press('Enter');
    await eventually(() => page.evaluate(() => window.backEnd.messages.at(-1)?.text), 'Half a sentence');
    await page.evaluate(() => window.backEnd.say('Thank you'));
    await page.getByText('Thank you').first().waitFor();
    expect([await page.evaluate(() => window.backEnd.opened), errors, warnings]).toEqual([1, [], []]);
  };

  it.each([
    ['appendChild', 1000],
    ['moveBefore', 1000],
    ['insertBefore', 100],
    ['replaceChildren', 100],
  ] as const)(
    'by %s, %i times, keeps its connection, the draft with its caret, and the reader’s place',
    async (way, times) => {
      const middle = await inTheMiddle(`<main>${ADAPTER}</main><aside></aside>`);
      await middle.page.evaluate(
        async ([name, last]) => {
          const places = [document.querySelector('aside'), document.querySelector('main')] as Element[];
          for (let count = 0; count < last; count += 1) {
            const to = places[count % 2] as Element;
            if (name === 'appendChild') to.appendChild(window.adapter);
            else if (name === 'replaceChildren') to.replaceChildren(window.adapter);
            else to[name](window.adapter, to.firstChild);
            // Some in one task, as in a sort; some in a frame each.
            if (count % 100 > 90) await new Promise((resolve) => requestAnimationFrame(resolve));
          }
        },
        [way, times] as const,
      );
      await painted(middle.page);
      await eventually(() => stateOf(middle.page), middle.before);
      await stillWorks(middle);
    },
    // A thousand moves take half a minute on a machine with nothing else to do.
    180_000,
  );

  it('by moveBefore keeps the focus too', async () => {
    const { page } = await inTheMiddle(`<main>${ADAPTER}</main><aside></aside>`);
    await page.getByRole('textbox', { name: 'Message…' }).click();
    await page.evaluate(() => {
      const aside = document.querySelector('aside') as Element & { moveBefore(node: Node, child: null): void };
      aside.moveBefore(window.adapter, null);
    });
    await painted(page);
    await page.keyboard.press('End');
    await page.keyboard.type(', and the rest');
    await eventually(async () => (await stateOf(page)).draft, 'Half a sentence, and the rest');
  });

  it('into a shadow root, open or closed, and out of it keeps all that too', async () => {
    const middle = await inTheMiddle(`<main>${ADAPTER}</main><aside></aside><section></section>`);
    await middle.page.evaluate(async () => {
      const open = (document.querySelector('aside') as Element).attachShadow({ mode: 'open' });
      const closed = (document.querySelector('section') as Element).attachShadow({ mode: 'closed' });
      for (const place of [open, closed, document.querySelector('main') as Element]) {
        place.append(window.adapter);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await painted(middle.page);
    await eventually(() => stateOf(middle.page), middle.before);
    await stillWorks(middle);
  });

  it('into another document, as into a small window of its own, keeps its styles, and serves on; and comes back', async () => {
    const middle = await inTheMiddle(
      `<main>${ADAPTER}</main><iframe title="Another" style="inline-size: 900px; block-size: 600px"></iframe>`,
    );
    const { page } = middle;
    const look = (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const pane = window.adapter.shadowRoot?.querySelector('chat-pane');
        return [window.adapter, pane, pane?.shadowRoot?.querySelector('chat-composer')].map((one) => {
          const { display, color, fontSize, fontFamily } = getComputedStyle(one as Element);
          const { width } = (one?.shadowRoot?.querySelector('[part]') as Element).getBoundingClientRect();
          return [display, color, fontSize, fontFamily, width > 100].join();
        });
      });
    const before = await look();
    await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.append(window.adapter));
    await painted(page);
    expect(await look()).toEqual(before);
    const field = page.frameLocator('iframe').getByRole('textbox', { name: 'Message…' });
    await field.press('End');
    await field.press('!');
    await eventually(async () => (await stateOf(page)).draft, 'Half a sentence!');
    await page.frameLocator('iframe').getByRole('button', { name: 'End chat', exact: true }).click();
    await page.frameLocator('iframe').getByRole('dialog').getByRole('button', { name: 'Cancel' }).press('Enter');
    await field.press('Backspace');
    await page.evaluate(() => document.querySelector('main')?.append(window.adapter));
    await painted(page);
    expect(await look()).toEqual(before);
    await stillWorks(middle);
  });
});
