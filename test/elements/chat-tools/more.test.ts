import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { englishTranslator } from '../../../src/i18n/translator.js';
import { expectAccessible } from '../../support/accessible.js';
import { aMessage, at } from '../../support/builders.js';
import { press, setup as setUp, some } from './setup.js';

const clock = (seconds: number): string => englishTranslator.time(at(seconds));

/** The day of a message as a date field has it. */
const day = (seconds: number): string => {
  const date = new Date(at(seconds));
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

const setup = async (...given: Parameters<typeof setUp>) => {
  const pane = await setUp(...given);
  const { part, until, root } = pane;
  const entries = () => [...root.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const more = part('more-button')!;
  const open = async (): Promise<void> => {
    more.focus();
    await press('Enter');
    await until('the menu', () => part('menu'));
  };
  return {
    ...pane,
    more,
    entries,
    names: () => entries().map((entry) => entry.textContent?.trim()),
    open,
    /** Opens the menu and does what `entry` says. */
    choose: async (entry: string) => {
      await open();
      part(entry)?.focus();
      await press('Enter');
    },
  };
};

describe('the menu "More" of a conversation', () => {
  it('is a button with a menu, accessible', async () => {
    const { element, more, open, names, part } = await setup();
    expect([more.ariaLabel, more.getAttribute('aria-haspopup'), more.ariaExpanded]).to.deep.equal([
      'More',
      'menu',
      'false',
    ]);
    await open();
    expect(more.ariaExpanded).to.equal('true');
    expect(part('menu')?.getAttribute('role')).to.equal('menu');
    expect(names()).to.deep.equal(['Find…', 'Go to date…', 'Copy conversation', 'Print…']);
    await expectAccessible(element);
  });

  for (const direction of ['ltr', 'rtl'])
    it(`stays inside a narrow pane, and End chat beside it, ${direction}`, async () => {
      const { element, open, part, painted } = await setup();
      element.dir = direction;
      element.style.inlineSize = '320px';
      await open();
      await painted();
      const around = element.getBoundingClientRect();
      for (const name of ['menu', 'end-button', 'more-button']) {
        const box = part(name)!.getBoundingClientRect();
        expect(box.left, name).to.be.at.least(around.left);
        expect(box.right, name).to.be.at.most(around.right);
        expect(box.width, name).to.be.at.least(24);
      }
      const header = part('header')!;
      expect(header.scrollWidth).to.be.at.most(header.clientWidth);
    });

  it('is worked by the keys of a menu', async () => {
    const { open, entries, focused } = await setup();
    await open();
    const at = () => entries().indexOf(focused() as HTMLElement);
    const places = [at()];
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'c']) {
      await press(key);
      places.push(at());
    }
    expect(places).to.deep.equal([0, 1, 3, 0, 3, 0, 2]);
  });

  it('closes with Escape, and the focus is at the button; nothing around it hears the key', async () => {
    const { element, open, part, more, focused } = await setup();
    await open();
    let heard = 0;
    element.addEventListener('keydown', () => (heard += 1));
    await press('Escape');
    expect(part('menu') === null).to.equal(true);
    expect([focused() === more, more.ariaExpanded, heard]).to.deep.equal([true, 'false', 0]);
  });

  it('closes when the focus goes elsewhere, and by a second press on the button', async () => {
    const { element, open, part, more } = await setup();
    await open();
    element.focus();
    expect(part('menu') === null).to.equal(true);
    await open();
    const { x, y, width, height } = more.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    expect(part('menu') === null).to.equal(true);
  });

  it('opens the bar that finds', async () => {
    const { choose, until, field, focused } = await setup();
    await choose('find-item');
    await until('the field', () => focused() === field());
  });

  it('goes to the first unread message, only where there is one', async () => {
    const { choose, names, open, isInView, rowOf, focused, chat, until, painted } = await setup(some(40), {
      unreadFrom: 'm5',
    });
    await open();
    expect(names()).to.include('First unread');
    await press('Escape');
    await choose('unread-item');
    await until('the message', () => isInView('m5'));
    expect(rowOf('m5')?.contains(focused())).to.equal(true);
    chat('chat-1').change({ unreadFrom: undefined });
    await painted();
    await open();
    expect(names()).to.not.include('First unread');
  });

  it('speaks the pane’s language', async () => {
    const { element, open, names, more, until } = await setup();
    element.locale = 'fr';
    await until('French', () => more.ariaLabel === 'Plus d’options');
    await open();
    expect(names()).to.deep.equal(['Rechercher…', 'Aller à une date…', 'Copier la conversation', 'Imprimer…']);
  });
});

describe('going to a date', () => {
  const days = [...some(20), ...some(20, 20).map((message) => ({ ...message, time: message.time + 86_400_000 * 3 }))];

  it('is accessible, and its field has a name and the day of the last message', async () => {
    const { element, choose, until, part, root } = await setup(days);
    await choose('date-item');
    const field = (await until('the field', () => part('date-field'))) as HTMLInputElement;
    expect([field.type, field.labels?.[0]?.textContent, field.value]).to.deep.equal([
      'date',
      'Go to date',
      day(86_400 * 3 + 39 * 90),
    ]);
    expect(root.activeElement === field).to.equal(true);
    await expectAccessible(element);
  });

  it('goes to the first message of a day, or after it, and the focus goes with it', async () => {
    const { choose, until, part, isInView, rowOf, focused } = await setup(days);
    await choose('date-item');
    const field = (await until('the field', () => part('date-field'))) as HTMLInputElement;
    field.value = day(86_400);
    await press('Enter');
    await until('the message', () => isInView('m20'));
    expect(rowOf('m20')?.contains(focused())).to.equal(true);
    expect(part('date-bar') === null).to.equal(true);
  });

  it('says so where there is nothing from that day on, and stays', async () => {
    const { choose, until, part, root } = await setup(days);
    await choose('date-item');
    const field = (await until('the field', () => part('date-field'))) as HTMLInputElement;
    field.value = day(86_400 * 30);
    await press('Enter');
    await until(
      'the words',
      () => root.querySelector('[part="date-bar"] [role=status]')?.textContent === 'No messages from this day on',
    );
  });

  it('goes away with Escape, and the focus goes back to the button', async () => {
    const { choose, until, part, focused, more } = await setup(days);
    await choose('date-item');
    await until('the field', () => part('date-field'));
    await press('Escape');
    expect([part('date-bar'), focused() === more]).to.deep.equal([null, true]);
  });
});

describe('copying the whole conversation', () => {
  /** Takes the place of the page's clipboard. */
  const standIn = (write: (items: readonly ClipboardItem[]) => Promise<void>) => {
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { value: { write }, configurable: true });
    return () => Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  };

  it('puts all of it on the clipboard as text, and says so', async () => {
    const { choose, until, part, more, focused } = await setup([
      ...some(39),
      aMessage({ id: 'last', text: 'The end' }),
    ]);
    let copied: Blob | undefined;
    const restore = standIn(async ([item]) => void (copied = await item?.getType('text/plain')));
    try {
      await choose('copy-item');
      const said = await until('the words', () => part('done-bar')?.textContent?.trim());
      expect(said).to.equal('40 messages copied');
    } finally {
      restore();
    }
    const lines = (await copied?.text())?.split('\n');
    expect(lines?.slice(0, 2)).to.deep.equal(['Monday, January 5, 2026', `Ana Silva, ${clock(0)}: Text number 0.`]);
    expect(lines).to.have.length(41);
    await sendKeys({ press: 'Escape' });
    expect([part('done-bar'), focused() === more]).to.deep.equal([null, true]);
  });

  it('takes the other way where the page has no clipboard', async () => {
    const { choose, until, part } = await setup(some(3));
    let copied: string | undefined;
    const onCopy = (event: ClipboardEvent) => (copied = event.clipboardData?.getData('text/plain'));
    const restore = standIn(() => Promise.reject(new Error('Not on this page.')));
    const setData = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (format, data) {
      copied = data;
      setData.call(this, format, data);
    };
    try {
      await choose('copy-item');
      await until('the words', () => part('done-bar'));
    } finally {
      restore();
      DataTransfer.prototype.setData = setData;
      document.removeEventListener('copy', onCopy);
    }
    expect(copied).to.contain('Text number 2.');
    expect(part('done-bar')?.textContent?.trim()).to.equal('3 messages copied');
  });
});

describe('a conversation of which a part cannot be read back', () => {
  for (const item of ['copy-item', 'print-item'])
    it(`is not taken for whole: ${item} says so, and does nothing else`, async () => {
      const { desk, choose, until, part, element } = await setup(some(3));
      Object.assign(desk, { whole: () => Promise.reject(new Error('It is nowhere.')) });
      await choose(item);
      const said = await until('the words', () => part('done-bar')?.textContent?.trim());
      expect(said).to.equal('Older messages could not be read. Try again.');
      expect(element.shadowRoot?.querySelector('iframe') === null).to.equal(true);
    });
});

describe('printing the conversation', () => {
  /** Chooses "Print…" and gives what would be on paper when the browser is asked to print it. */
  const print = async (pane: Awaited<ReturnType<typeof setup>>) => {
    let page: Document | undefined;
    let asked = 0;
    const frameNow = () => pane.root.querySelector('iframe');
    const watch = new MutationObserver(() => {
      const inside = frameNow()?.contentWindow;
      if (inside)
        inside.print = () => {
          asked += 1;
          page = inside.document;
        };
    });
    watch.observe(pane.root, { childList: true, subtree: true });
    await pane.choose('print-item');
    await pane.until('the print', () => asked);
    watch.disconnect();
    return { page: page!, frameNow, asked };
  };

  it('prints all messages as text, with author, day, time and what became of them', async () => {
    const pane = await setup(
      [
        aMessage({ id: 'a', text: '<b>Hello</b>' }),
        aMessage({ id: 'b', author: 'agent', delivery: 'sent', text: 'Dear Ana' }),
        aMessage({ id: 'c', author: 'agent', internal: true, text: 'A note' }),
        aMessage({ id: 'd', kind: 'image', text: 'The parcel', time: at(86_400) }),
      ],
      { queue: 'Billing' },
    );
    const { page } = await print(pane);
    expect(page.title).to.equal('Ana Silva, Monday, January 5, 2026');
    expect(
      [...page.body.children]
        .map((element) =>
          [...(element.children.length > 0 ? element.children : [element])].map((one) => one.textContent),
        )
        .flat(),
    ).to.deep.equal([
      'Ana Silva',
      'Web · Billing',
      'Monday, January 5, 2026',
      `Ana Silva · ${clock(0)}`,
      '<b>Hello</b>',
      `Agent · ${clock(0)} · Sent`,
      'Dear Ana',
      `Agent · ${clock(0)} · Internal note`,
      'A note',
      'Tuesday, January 6, 2026',
      `Ana Silva · ${clock(86_400)}`,
      'This message cannot be shown here (image)\nThe parcel',
    ]);
    expect(page.querySelector('[style], style, b') === null).to.equal(true);
    expect(page.adoptedStyleSheets).to.have.length(1);
  });

  it('is in the language and direction of the pane, and its frame is not in the way', async () => {
    const pane = await setup(some(2));
    pane.element.dir = 'rtl';
    const { page, frameNow } = await print(pane);
    expect([page.documentElement.lang, page.documentElement.dir]).to.deep.equal(['en', 'rtl']);
    expect(frameNow()?.getBoundingClientRect().width).to.equal(0);
    await expectAccessible(pane.element);
  });

  it('takes its frame away when it is printed, or when the pane goes', async () => {
    const pane = await setup(some(2));
    const first = await print(pane);
    first.frameNow()?.contentWindow?.dispatchEvent(new Event('afterprint'));
    expect(first.frameNow() === null).to.equal(true);
    const second = await print(pane);
    pane.element.remove();
    expect(second.frameNow() === null).to.equal(true);
  });

  it('prints the phone number, and no name, where the rule shows none', async () => {
    const pane = await setup(some(3), { naming: { by: 'phone', text: '+15550100' }, channel: 'sms' });
    const { page } = await print(pane);
    expect(page.title).to.match(/^\+15550100, /);
    expect(page.body.textContent).to.not.contain('Ana');
  });

  it('prints all of a long conversation', async () => {
    const pane = await setup(some(3));
    pane.inTranscript.querySelector('ol')!.hidden = true;
    pane.chat('chat-1').add(...some(3000, 3));
    const { page } = await print(pane);
    expect(page.querySelectorAll('.text')).to.have.length(3003);
  });
});
