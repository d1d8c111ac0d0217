import { expect } from '@open-wc/testing';
import { placeAfter, placesToRender, sideOf } from '../../../src/elements/chat-list/window-of.js';

describe('The window of a list', () => {
  it('has the rows that are seen, in part too, and some before and behind', () => {
    expect(placesToRender(100, { from: 50.5, room: 2 }, [])).to.deep.equal([
      46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56,
    ]);
  });

  it('has more of them where more is seen', () => {
    const places = placesToRender(100, { from: 30, room: 20 }, []);
    expect([places.at(0), places.at(-1)]).to.deep.equal([20, 59]);
  });

  it('ends with the list', () => {
    expect(placesToRender(50, { from: 48, room: 10 }, []).at(-1)).to.equal(49);
    expect(placesToRender(50, { from: 0, room: 10 }, []).at(0)).to.equal(0);
  });

  it('has what is kept wherever it is, once and in order', () => {
    const places = placesToRender(100, { from: 50, room: 1 }, [90, 3, 50, -1]);
    expect([places.at(0), places.at(-1), places.filter((place) => place === 50).length]).to.deep.equal([3, 90, 1]);
  });

  it('has a row on the side where more than half of it is', () => {
    const seen = { from: 10, room: 5 };
    expect([9, 10, 14, 15].map((place) => sideOf(place, seen))).to.deep.equal([-1, 0, 0, 1]);
    expect([9, 10, 15].map((place) => sideOf(place, { from: 9.4, room: 6.2 }))).to.deep.equal([0, 0, 0]);
  });
});

describe('The place of a row', () => {
  const before = ['a', 'b', 'c', 'd'];

  it('moves with what comes and goes before it', () => {
    expect(placeAfter(before, ['x', 'y', ...before], 2)).to.equal(4);
    expect(placeAfter(before, ['c', 'd'], 2)).to.equal(0);
  });

  it('stays with what comes and goes behind it', () => {
    expect(placeAfter(before, ['a', 'b', 'c', 'x'], 2)).to.equal(2);
  });

  it('is the next one’s where the row itself went, and stays where none is left behind it', () => {
    expect(placeAfter(before, ['a', 'x', 'd'], 1)).to.equal(2);
    expect(placeAfter(before, ['a', 'b'], 2)).to.equal(2);
  });

  it('stays where rows changed their order', () => {
    expect(placeAfter(before, ['d', 'a', 'b', 'c'], 2)).to.equal(2);
  });
});
