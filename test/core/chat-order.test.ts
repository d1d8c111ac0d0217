import { describe, expect, it } from 'vitest';
import { inOrder, inOrderOf, type ChatState, type Urgency } from '../../src/core/index.js';

interface Row {
  readonly id: string;
  readonly state: ChatState;
  readonly urgency: Urgency;
}

const row = (id: string, urgency: Urgency = 'none', state: ChatState = 'active'): Row => ({ id, urgency, state });

const ids = (rows: readonly Row[]): string => rows.map(({ id }) => id).join(' ');

const byUrgency = (...rows: readonly Row[]): string => ids(inOrder(rows, 'urgency', ({ urgency }) => urgency));

describe('the order of chats', () => {
  it('by arrival is the order in which they came, whatever their urgency', () => {
    const rows = [row('a'), row('b', 'missed'), row('c', 'none', 'waiting')];
    expect(inOrder(rows, 'arrival', ({ urgency }) => urgency)).toBe(rows);
  });

  it('by urgency begins with the missed, and ends with those that owe nothing', () => {
    expect(
      byUrgency(
        row('none'),
        row('on-time', 'on-time'),
        row('soon', 'soon'),
        row('urgent', 'urgent'),
        row('m', 'missed'),
      ),
    ).toBe('m urgent soon on-time none');
  });

  it('leaves those of one urgency as they came', () => {
    expect(
      byUrgency(row('a', 'soon'), row('x', 'missed'), row('b', 'soon'), row('y', 'missed'), row('c', 'soon')),
    ).toBe('x y a b c');
  });

  it('puts requests, as they came, after the urgent and before the ones that have time', () => {
    const request = (id: string): Row => row(id, 'none', 'waiting');
    expect(byUrgency(row('s', 'soon'), request('q'), row('u', 'urgent'), request('p'), row('o', 'on-time'))).toBe(
      'u q p s o',
    );
  });

  it('puts chats that are over for the end user with those that owe nothing', () => {
    expect(byUrgency(row('left', 'none', 'left'), row('idle'), row('w', 'none', 'wrap-up'), row('o', 'on-time'))).toBe(
      'o left idle w',
    );
  });

  it('does not touch the list it was given', () => {
    const rows = Object.freeze([row('a'), row('b', 'missed')]);
    expect(ids(inOrder(rows, 'urgency', ({ urgency }) => urgency))).toBe('b a');
  });
});

describe('the order of before', () => {
  it('stays, without those that went and with the new ones last', () => {
    const now = [row('new', 'missed'), row('a'), row('c'), row('newer', 'soon')];
    expect(ids(inOrderOf(now, ['c', 'gone', 'a']))).toBe('c a new newer');
  });

  it('is the given one where there was none', () => {
    expect(ids(inOrderOf([row('b'), row('a')], []))).toBe('b a');
  });
});
