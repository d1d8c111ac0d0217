import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adapterOf, eventually, openAdapter, startShift, write, type Shift } from './support/shift.js';

// The demo's page is a strict one: no script or style but its own, Trusted Types, no frame of another place.
describe('an agent finds, copies and prints on a strict page', () => {
  let shift: Shift;
  beforeEach(async () => void (shift = await startShift()));
  afterEach(() => shift.close());

  const conversation = async (...texts: readonly string[]) => {
    const customer = await shift.customer();
    await write(customer, ...texts);
    const agent = await shift.agent();
    const adapter = adapterOf(agent);
    const fetched: string[] = [];
    // The page's icon comes whenever the browser has time for it.
    agent.on('request', (request) => {
      if (request.resourceType() === 'script') fetched.push(new URL(request.url()).pathname);
    });
    await openAdapter(agent);
    await adapter.getByRole('button', { name: /^New chat/ }).click();
    const field = adapter.getByRole('textbox', { name: 'Message…' });
    await field.waitFor();
    const choose = async (entry: string) => {
      await adapter.getByRole('button', { name: 'More' }).click();
      await adapter.getByRole('menuitem', { name: entry }).click();
    };
    return { agent, adapter, customer, field, fetched, choose };
  };

  it('finds with Ctrl+F, and what that needs comes only then', async () => {
    const { agent, adapter, customer, field, fetched } = await conversation(
      'My order 8841 is late.',
      'Order 8841, please!',
    );
    await field.fill('Good day');
    expect(fetched).toEqual([]);
    await field.press('Control+f');
    const search = adapter.getByRole('searchbox', { name: 'Find in conversation' });
    await search.waitFor();
    expect(fetched).toEqual(['/chat-tools.js']);
    await agent.keyboard.type('órder 8841');
    await adapter.getByRole('status').getByText('2 of 2').waitFor();
    await write(customer, 'Any news of order 8841?');
    await agent.bringToFront();
    await adapter.getByRole('status').getByText('2 of 3').waitFor();
    await agent.keyboard.press('Enter');
    await adapter.getByRole('status').getByText('3 of 3').waitFor();
    await agent.keyboard.press('Escape');
    await eventually(() => search.count(), 0);
    await agent.keyboard.type(', Ana');
    expect(await field.inputValue()).toBe('Good day, Ana');
    expect(shift.complaints).toEqual([]);
  });

  it('copies the conversation, and what is selected with Ctrl+A', async () => {
    await shift.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { agent, adapter, choose } = await conversation('One', 'Two', 'Three');
    const clipboard = () => agent.evaluate(() => navigator.clipboard.readText());
    const texts = async () => (await clipboard()).split('\n').map((line) => line.replace(/^.*: /, ''));
    await choose('Copy conversation');
    await adapter.getByRole('status').getByText('messages copied').waitFor();
    expect((await texts()).slice(1)).toEqual(['One', 'Two', 'Three']);
    await agent.evaluate(() => navigator.clipboard.writeText(''));
    await adapter.getByRole('log').focus();
    await agent.keyboard.press('Control+a');
    await eventually(async () => {
      await agent.keyboard.press('Control+c');
      return texts();
    }, ['One', 'Two', 'Three']);
    expect(shift.complaints).toEqual([]);
  });

  it('prints the conversation', async () => {
    const { agent, choose } = await conversation('One', '<b>Two</b>');
    // What would be on paper, when the browser is asked to print.
    await agent.evaluate(() => {
      const printed: string[] = [];
      Object.assign(window, { printed });
      const append = Element.prototype.append;
      Element.prototype.append = function (...nodes) {
        append.apply(this, nodes);
        for (const node of nodes)
          if (node instanceof HTMLIFrameElement && node.contentWindow) {
            const page = node.contentWindow;
            page.print = () => {
              const sheet = page.getComputedStyle(page.document.querySelector('.text')!).whiteSpace;
              printed.push(page.document.title, page.document.body.textContent, sheet);
            };
          }
      };
    });
    await choose('Print…');
    const printed = () => agent.evaluate(() => (window as unknown as { printed: string[] }).printed);
    await eventually(async () => (await printed()).length, 3);
    const [title, text, look] = await printed();
    expect(title).toMatch(/^Ana Silva, /);
    expect(text).toMatch(/One.*<b>Two<\/b>/s);
    expect(look).toBe('pre-wrap');
    expect(shift.complaints).toEqual([]);
  });
});
