import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { aMessage, at } from '../../support/builders.js';
import { expectAccessible } from '../../support/accessible.js';
import { press, setup as setUp, some, type PaneWithTools } from './setup.js';

/** The texts that are marked, all of them and the current one. */
const marked = () => {
  const texts = (name: string) =>
    [...(CSS.highlights.get(name)?.values() ?? [])].map((range) => (range as Range).toString());
  return { all: texts('agent-chat-found'), current: texts('agent-chat-found-current') };
};

const setup = async (...given: Parameters<typeof setUp>) => {
  const pane = await setUp(...given);
  return {
    ...pane,
    /** Opens the bar from the text field, and looks for `text`. */
    find: async (text: string) => {
      pane.element.focus();
      await press('Control+f');
      await pane.until('the bar', () => pane.focused() === pane.field());
      await sendKeys({ type: text });
    },
    shows: (count: string) => pane.until(`${count}, but ${pane.count()}`, () => pane.count() === count),
    currentRow: (): string | undefined => {
      const [range] = [...(CSS.highlights.get('agent-chat-found-current')?.values() ?? [])];
      return (range as Range | undefined)?.startContainer.parentElement?.closest('li')?.dataset['id'];
    },
  };
};

const settled = async ({ until }: PaneWithTools, row: () => string | undefined, id: string) =>
  until(`${id} current`, () => row() === id);

describe('finding in the conversation', () => {
  describe('shape', () => {
    it('is accessible', async () => {
      const { element, find, shows } = await setup();
      await find('number');
      await shows('40 of 40');
      await expectAccessible(element);
    });

    it('is a search with a named field and named buttons, and announces which match it is', async () => {
      const { part, find, shows, root } = await setup();
      await find('Text number 3');
      await shows('11 of 11');
      expect(part('find-bar')?.getAttribute('role')).to.equal('search');
      expect(part('find-field')?.getAttribute('aria-label')).to.equal('Find in conversation');
      const names = [...root.querySelectorAll('[part="find-bar"] button')].map((button) => button.ariaLabel);
      expect(names).to.deep.equal(['Previous', 'Next', 'Close']);
      expect(root.querySelector('[part="find-bar"] [role=status]')?.textContent).to.equal('11 of 11');
    });

    for (const width of [220, 320])
      it(`fits into ${width} pixels`, async () => {
        const { element, part, find, shows, painted } = await setup();
        element.style.inlineSize = `${width}px`;
        await find('number');
        await shows('40 of 40');
        await painted();
        const bar = part('find-bar')!;
        expect(bar.scrollWidth).to.be.at.most(bar.clientWidth);
      });
  });

  describe('opening and closing', () => {
    it('leaves the browser’s own find alone outside of the pane', async () => {
      const { part } = await setup();
      (document.activeElement as HTMLElement | null)?.blur();
      const event = new KeyboardEvent('keydown', {
        key: 'f',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      });
      document.body.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
      expect(part('find-bar') === null).to.equal(true);
    });

    it('knows the key on a keyboard of other letters, too', async () => {
      const { log, until, part } = await setup();
      const key = { key: 'а', code: 'KeyF', ctrlKey: true, bubbles: true, composed: true };
      log.dispatchEvent(new KeyboardEvent('keydown', key));
      await until('the bar', () => part('find-bar'));
    });

    it('closes with Escape, and the focus and the caret are where they were', async () => {
      const { element, find, shows, part, focused, painted } = await setup();
      element.focus();
      await sendKeys({ type: 'Dear Ana' });
      (focused() as HTMLTextAreaElement).setSelectionRange(2, 4);
      await find('number 7');
      await shows('1 of 1');
      let heard = 0;
      element.addEventListener('keydown', () => (heard += 1));
      await press('Escape');
      await painted();
      const field = focused() as HTMLTextAreaElement;
      expect(part('find-bar') === null).to.equal(true);
      expect([field.localName, field.value, field.selectionStart, field.selectionEnd]).to.deep.equal([
        'textarea',
        'Dear Ana',
        2,
        4,
      ]);
      expect(marked()).to.deep.equal({ all: [], current: [] });
      expect(heard).to.equal(0);
    });

    it('takes the field again when it is asked for twice', async () => {
      const { element, find, shows, field, focused } = await setup();
      await find('number 7');
      await shows('1 of 1');
      element.focus();
      await press('Control+f');
      expect(focused() === field()).to.equal(true);
      expect([field().selectionStart, field().selectionEnd]).to.deep.equal([0, 8]);
    });

    it('closes when another chat is shown, and leaves no mark', async () => {
      const { find, shows, part, selected, painted } = await setup();
      await find('number');
      await shows('40 of 40');
      selected.next('chat-2');
      await painted();
      expect(part('find-bar') === null).to.equal(true);
      expect(CSS.highlights.size).to.equal(0);
    });

    it('leaves no mark when the pane goes', async () => {
      const { element, find, shows } = await setup();
      await find('number');
      await shows('40 of 40');
      element.remove();
      expect(CSS.highlights.size).to.equal(0);
    });
  });

  describe('finding', () => {
    it('begins at the end, goes up, round and down again', async () => {
      const pane = await setup();
      const { find, shows, currentRow, isInView } = pane;
      await find('NUMBER 3');
      await shows('11 of 11');
      await settled(pane, currentRow, 'm39');
      await press('Shift+Enter');
      await shows('10 of 11');
      await press('Enter');
      await press('Enter');
      await shows('1 of 11');
      await settled(pane, currentRow, 'm3');
      expect(isInView('m3')).to.equal(true);
      await press('F3');
      await shows('2 of 11');
      await press('Shift+F3');
      await shows('1 of 11');
      await press('Control+g');
      await shows('2 of 11');
      await press('Control+Shift+g');
      await shows('1 of 11');
    });

    it('begins at what is read, and looks above it first', async () => {
      const pane = await setup();
      const { log, painted, find, shows, isInView } = pane;
      log.scrollTop = 600;
      await painted();
      const rows = Array.from({ length: 40 }, (_, index) => `m${index}`).filter(isInView);
      const last = Number(rows.at(-1)?.slice(1));
      await find('number 39');
      await shows('1 of 1');
      await press('Control+a');
      await sendKeys({ type: 'number' });
      await shows(`${last + 2} of 40`);
    });

    it('goes with the buttons, and keeps the focus on them', async () => {
      const { find, shows, part, focused } = await setup();
      await find('number 3');
      await shows('11 of 11');
      part('find-previous-button')?.focus();
      await press(' ');
      await shows('10 of 11');
      expect(focused() === part('find-previous-button')).to.equal(true);
    });

    it('marks all in view, and the current one apart', async () => {
      const pane = await setup([
        aMessage({ id: 'a', text: 'A café, another cafe\u0301' }),
        aMessage({ id: 'b', kind: 'image', text: 'The CAFE' }),
      ]);
      const { find, shows } = pane;
      await find('cafe');
      await shows('3 of 3');
      await pane.until('marks', () => marked().all.length === 2);
      expect(marked()).to.deep.equal({ all: ['café', 'cafe\u0301'], current: ['CAFE'] });
      await press('Shift+Enter');
      await shows('2 of 3');
      await pane.until('the other mark', () => marked().current.length === 1 && marked().current[0] !== 'CAFE');
      expect(marked()).to.deep.equal({ all: ['café', 'CAFE'], current: ['cafe\u0301'] });
    });

    it('looks for neither authors nor labels', async () => {
      const { find, shows } = await setup([aMessage({ id: 'a', kind: 'image', text: '' })]);
      await find('cannot be shown');
      await shows('No matches');
    });

    it('finds messages that come meanwhile, and moves nothing for them', async () => {
      const pane = await setup();
      const { find, shows, chat, currentRow, painted } = pane;
      await find('number 7');
      await shows('1 of 1');
      await settled(pane, currentRow, 'm7');
      chat('chat-1').add(aMessage({ id: 'new', text: 'And number 7 again', time: at(9999) }));
      await shows('1 of 2');
      await painted();
      expect(currentRow()).to.equal('m7');
    });

    it('finds in the messages of a pane without a desk', async () => {
      const { element, find, shows } = await setup();
      element.messages = [aMessage({ id: 'own', text: 'Only here' })];
      await element.updateComplete;
      await find('here');
      await shows('1 of 1');
      element.messages = [...element.messages, aMessage({ id: 'own2', text: 'here, too' })];
      await shows('1 of 2');
    });

    it('brings a match in a message longer than the log into view', async () => {
      const long = aMessage({
        id: 'long',
        text: `${'line\n'.repeat(80)}needle\n${'line\n'.repeat(80)}`,
        time: at(5000),
      });
      const { find, shows, until, log } = await setup([...some(3), long, ...some(3, 10)]);
      await find('needle');
      await shows('1 of 1');
      const box = log.getBoundingClientRect();
      await until('the match in view', () => {
        const [range] = [...(CSS.highlights.get('agent-chat-found-current')?.values() ?? [])] as Range[];
        const { top = 0, bottom = 0 } = range?.getBoundingClientRect() ?? {};
        return top > box.top && bottom < box.bottom;
      });
    });

    it('looks for nothing while the field is blank', async () => {
      const { find, part, shows, until } = await setup();
      await find('number');
      await shows('40 of 40');
      await press('Control+a');
      await press(' ');
      await until('nothing', () => part('find-count')?.textContent === '');
      expect(marked()).to.deep.equal({ all: [], current: [] });
    });

    it('marks the rows where the browser cannot mark a text', async () => {
      const { Highlight } = window;
      Object.assign(window, { Highlight: undefined });
      try {
        const { find, shows, until, rowOf } = await setup();
        await find('number 39');
        await shows('1 of 1');
        await until('the mark', () => rowOf('m39')?.part.contains('found-current'));
        expect(rowOf('m38')?.part.contains('found')).to.equal(false);
        await press('Escape');
        expect(rowOf('m39')?.part.contains('found-current')).to.equal(false);
      } finally {
        Object.assign(window, { Highlight });
      }
    });

    it('finds in all of 100,000 messages, of which few are rendered', async () => {
      const pane = await setup();
      const { element, find, shows, currentRow, isInView, inTranscript } = pane;
      element.messages = Array.from({ length: 100_000 }, (_, index) =>
        aMessage({ id: `n${index}`, text: `Größe ${index}`, time: at(index) }),
      );
      await element.updateComplete;
      await find('grosse');
      await shows('100000 of 100000'.replace(/100000/g, '100,000'));
      await press('Enter');
      await shows('1 of 100,000');
      await settled(pane, currentRow, 'n0');
      expect(isInView('n0')).to.equal(true);
      expect(inTranscript.querySelectorAll('li').length).to.be.below(100);
      expect(marked().all.length).to.be.within(5, 100);
    });

    it('marks what comes into view as the log scrolls', async () => {
      const { log, find, shows, until, painted } = await setup(some(400));
      await find('number');
      await shows('400 of 400');
      log.scrollTop = 3000;
      await painted();
      const isSeen = (range: AbstractRange): boolean => {
        const box = (range as Range).getBoundingClientRect();
        const around = log.getBoundingClientRect();
        return box.height > 0 && box.top > around.top && box.bottom < around.bottom;
      };
      await until(
        'marks in view',
        () => [...(CSS.highlights.get('agent-chat-found')?.values() ?? [])].filter(isSeen).length > 4,
      );
    });
  });
});
