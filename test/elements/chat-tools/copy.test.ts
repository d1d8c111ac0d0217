import { expect } from '@open-wc/testing';
import { selectedIn } from '../../../src/elements/selected-in.js';
import { englishTranslator } from '../../../src/i18n/translator.js';
import { aMessage, at } from '../../support/builders.js';
import { press, setup as setUp, some } from './setup.js';

const clock = (seconds: number): string => englishTranslator.time(at(seconds));

const setup = async (...given: Parameters<typeof setUp>) => {
  const pane = await setUp(...given);
  const { element, rowOf, log, until, inTranscript } = pane;
  const copies: (string | undefined)[] = [];
  element.addEventListener('copy', (event) =>
    copies.push(event.defaultPrevented ? event.clipboardData?.getData('text/plain') : 'by the browser'),
  );
  /** The text of a row's message, and its place. */
  const textOf = (id: string): Node => {
    const bubble = rowOf(id)?.querySelector('.bubble');
    return [...bubble!.childNodes].find((node) => node instanceof Text)!;
  };
  return {
    ...pane,
    textOf,
    /** Selects from one message to another one; the second may stand before the first. */
    select: async (from: string, start: number, to: string, end: number) => {
      log.focus();
      const selected = new Promise((resolve) => document.addEventListener('selectionchange', resolve, { once: true }));
      getSelection()!.setBaseAndExtent(textOf(from), start, textOf(to), end);
      await selected;
      // What copies is fetched when something is selected.
      await import('../../../src/elements/chat-tools/open-tools.js');
      await new Promise((resolve) => setTimeout(resolve));
    },
    selectAll: async () => {
      log.focus();
      await press('Control+a');
      await until('all selected', () => selectedIn(inTranscript));
    },
    copy: async () => {
      await press('Control+c');
      return copies.at(-1);
    },
  };
};

describe('copying from the conversation', () => {
  it('copies across messages, the first and the last as far as they are selected', async () => {
    const { select, copy } = await setup();
    await select('m36', 5, 'm39', 4);
    expect(await copy()).to.equal(
      [
        `Ana Silva, ${clock(3240)}: number 36.`,
        `Agent, ${clock(3330)}: Text number 37.`,
        `Ana Silva, ${clock(3420)}: Text number 38.`,
        `Agent, ${clock(3510)}: Text`,
      ].join('\n'),
    );
  });

  it('copies in the order of the conversation what is selected backwards', async () => {
    const { select, copy } = await setup();
    await select('m39', 4, 'm38', 5);
    expect(await copy()).to.equal(`Ana Silva, ${clock(3420)}: number 38.\nAgent, ${clock(3510)}: Text`);
  });

  it('leaves a copy from one message to the browser', async () => {
    const { select, copy } = await setup();
    await select('m39', 0, 'm39', 4);
    expect(await copy()).to.equal('by the browser');
  });

  it('leaves a message out of which nothing is selected', async () => {
    const { select, copy, textOf } = await setup();
    await select('m37', 0, 'm39', 0);
    expect(await copy()).to.equal(`Agent, ${clock(3330)}: Text number 37.\nAna Silva, ${clock(3420)}: Text number 38.`);
    await select('m37', (textOf('m37') as Text).length, 'm38', 4);
    expect(await copy()).to.equal('by the browser');
  });

  it('copies messages between that are not rendered', async () => {
    const { select, copy, log, rowOf, inTranscript, painted } = await setup(some(400));
    log.scrollTop = 0;
    await painted();
    const selection = getSelection()!;
    await select('m1', 5, 'm2', 4);
    log.scrollTop = log.scrollHeight;
    await painted();
    const end = rowOf('m399')!.querySelector('.bubble')!;
    selection.extend(
      [...end.childNodes].find((node) => node instanceof Text)!,
      4,
    );
    expect(inTranscript.querySelectorAll('li').length).to.be.below(100);
    const lines = (await copy())?.split('\n');
    expect(lines).to.have.length(399);
    expect(lines?.[0]).to.match(/: number 1\.$/);
    expect(lines?.[200]).to.match(/: Text number 201\.$/);
    expect(lines?.[398]).to.match(/: Text$/);
  });

  // Chrome before 137 asked the shadow root, which no other browser has been able to answer.
  if ('getSelection' in ShadowRoot.prototype)
    it('copies all after Ctrl+A also where the browser puts what is rendered in its place', async () => {
      const { getComposedRanges } = Selection.prototype;
      Object.assign(Selection.prototype, { getComposedRanges: undefined });
      try {
        const { selectAll, copy } = await setup(some(400));
        await selectAll();
        expect((await copy())?.split('\n')).to.have.length(400);
      } finally {
        Object.assign(Selection.prototype, { getComposedRanges });
      }
    });

  it('copies the whole conversation after Ctrl+A in the log, and selects no more than that', async () => {
    const { selectAll, copy } = await setup(some(400));
    await selectAll();
    const lines = (await copy())?.split('\n');
    expect(lines?.map((line) => line.replace(/^.*: /, ''))).to.deep.equal(some(400).map(({ text }) => text));
    expect(getSelection()!.toString()).to.not.contain('End chat');
  });

  it('leaves Ctrl+A in the text field to the field', async () => {
    const { element, focused } = await setup();
    element.focus();
    const field = focused() as HTMLTextAreaElement;
    field.value = 'Draft';
    await press('Control+a');
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, 5]);
  });

  it('says of a note that it is one, of what was not sent that it was not, and labels what cannot be shown', async () => {
    const { selectAll, copy } = await setup([
      aMessage({ id: 'a', kind: 'image', text: 'The parcel' }),
      aMessage({ id: 'b', author: 'agent', internal: true, text: 'Asks again.' }),
      aMessage({ id: 'c', author: 'agent', delivery: 'failed', text: 'Dear Ana' }),
      aMessage({ id: 'd', author: 'agent', delivery: 'sent', text: 'Dear Ana' }),
    ]);
    await selectAll();
    expect(await copy()).to.equal(
      [
        `Ana Silva, ${clock(0)}: This message cannot be shown here (image)`,
        'The parcel',
        `Agent, Internal note, ${clock(0)}: Asks again.`,
        `Agent, Not sent, ${clock(0)}: Dear Ana`,
        `Agent, ${clock(0)}: Dear Ana`,
      ].join('\n'),
    );
  });

  it('puts a line for each day between messages of several', async () => {
    const { selectAll, copy } = await setup([
      aMessage({ id: 'a', text: 'One' }),
      aMessage({ id: 'b', text: 'Two', time: at(86_400) }),
    ]);
    await selectAll();
    expect(await copy()).to.equal(
      [
        'Monday, January 5, 2026',
        `Ana Silva, ${clock(0)}: One`,
        '',
        'Tuesday, January 6, 2026',
        `Ana Silva, ${clock(0)}: Two`,
      ].join('\n'),
    );
  });

  it('copies the phone number where the rule shows no name', async () => {
    const { select, copy } = await setup(some(3), { naming: { by: 'phone', text: '+15550100' } });
    await select('m0', 0, 'm1', 4);
    expect(await copy()).to.contain('+15550100, ');
  });
});
