import { expect } from '@open-wc/testing';
import { setup as setUp, some } from './setup.js';

// What engines do each in their way, without keys: not every one of them can be typed in by its driver.
const setup = async () => {
  const pane = await setUp(some(400));
  const { inTranscript, log, part, root, rowOf, until } = pane;
  return {
    ...pane,
    find: async (text: string) => {
      const isMac = /^(?:Mac|iP)/.test(navigator.platform);
      const key = { key: 'f', ctrlKey: !isMac, metaKey: isMac, bubbles: true, composed: true };
      log.dispatchEvent(new KeyboardEvent('keydown', key));
      const field = (await until('the bar', () => part('find-field'))) as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    marked: () => [...(CSS.highlights?.get('agent-chat-found-current')?.values() ?? [])].map(String),
    /** Copies what is selected, as the browser would tell it; once what copies is there. */
    copy: async () => {
      const copied = (): string => {
        const clipboardData = new DataTransfer();
        const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, composed: true, cancelable: true });
        inTranscript.querySelector('li')!.dispatchEvent(event);
        return event.clipboardData?.getData('text/plain') ?? '';
      };
      return (await until('the copy', copied)).split('\n');
    },
    textOf: (id: string) => {
      const nodes = rowOf(id)!.querySelector('.bubble')!.childNodes;
      return [...nodes].find((node) => node instanceof Text)!;
    },
    frame: () => root.querySelector('iframe'),
  };
};

describe('in every engine', () => {
  it('finds in all of a conversation, shows the match and marks it', async () => {
    const { find, count, marked, until, isInView, rowOf } = await setup();
    await find('NUMBER 12.');
    await until('the count', () => count() === '1 of 1');
    await until('the row', () => isInView('m12'));
    if ('highlights' in CSS) expect(marked()).to.have.length(1);
    else expect(rowOf('m12')?.part.contains('found-current')).to.equal(true);
  });

  it('copies across messages, forwards and backwards', async () => {
    const { copy, textOf } = await setup();
    getSelection()!.setBaseAndExtent(textOf('m397'), 5, textOf('m399'), 4);
    const lines = await copy();
    expect(lines.map((line) => line.replace(/^.*: /, ''))).to.deep.equal(['number 397.', 'Text number 398.', 'Text']);
    getSelection()!.setBaseAndExtent(textOf('m399'), 4, textOf('m397'), 5);
    expect(await copy()).to.deep.equal(lines);
  });

  it('copies across messages that are not rendered', async () => {
    const { copy, textOf, log, painted, inTranscript } = await setup();
    const end = textOf('m399');
    getSelection()!.setBaseAndExtent(end, 0, end, 4);
    log.scrollTop = 0;
    await painted();
    getSelection()!.setBaseAndExtent(textOf('m0'), 0, end, 4);
    expect(inTranscript.querySelectorAll('li').length).to.be.below(100);
    expect(await copy()).to.have.length(400);
  });

  it('prints in a frame that has all messages and its own style', async () => {
    const { root, part, until, frame } = await setup();
    let asked = 0;
    const watch = new MutationObserver(() => {
      const inside = frame()?.contentWindow;
      if (inside) inside.print = () => (asked += 1);
      frame()?.addEventListener('load', () => Object.assign(frame()!.contentWindow!, { print: () => (asked += 1) }));
    });
    watch.observe(root, { childList: true, subtree: true });
    part('more-button')!.click();
    (await until('the entry', () => part('print-item'))).click();
    await until('the print', () => asked);
    watch.disconnect();
    const page = frame()!.contentDocument!;
    expect(page.querySelectorAll('.text')).to.have.length(400);
    expect(page.adoptedStyleSheets).to.have.length(1);
  });
});
