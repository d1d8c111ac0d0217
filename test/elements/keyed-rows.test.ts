import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { keyedRows } from '../../src/elements/keyed-rows.js';

interface Item {
  readonly id: string;
  readonly text: string;
}

const item = (id: string, text = id): Item => ({ id, text });

const setup = async () => {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const painted: string[] = [];
  const show = (...items: Item[]) =>
    render(
      html`<ul
        ${keyedRows(
          items,
          ({ id }) => id,
          ({ text }) => {
            painted.push(text);
            return html`<button>${text}</button>`;
          },
          ({ text }) => [text],
        )}
      ></ul>`,
      place,
    );
  const rows = (): HTMLLIElement[] => [...place.querySelectorAll('li')];
  return { show, rows, painted, texts: () => rows().map(({ textContent }) => textContent) };
};

describe('The rows of a list', () => {
  it('stand in the order of the items, whatever the order before', async () => {
    const { show, texts } = await setup();
    show(item('a'), item('b'), item('c'));
    show(item('c'), item('x'), item('a'));
    expect(texts()).to.deep.equal(['c', 'x', 'a']);
  });

  it('stay the same elements when others come and go around them', async () => {
    const { show, rows } = await setup();
    show(item('a'), item('b'), item('c'));
    const [, before] = rows();
    show(item('new'), item('b', 'B'));
    expect(rows()[1]).to.equal(before);
  });

  it('keep the focus when one before them goes', async () => {
    const { show, rows } = await setup();
    show(item('a'), item('b'));
    const button = rows()[1]!.querySelector('button')!;
    button.focus();
    show(item('b'));
    expect(document.activeElement).to.equal(button);
  });

  it('are painted again only where what they show has changed', async () => {
    const { show, painted } = await setup();
    show(item('a'), item('b'));
    show(item('a'), item('b', 'B'));
    expect(painted).to.deep.equal(['a', 'b', 'B']);
  });
});
