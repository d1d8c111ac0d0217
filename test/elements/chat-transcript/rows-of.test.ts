import { expect } from '@open-wc/testing';
import type { Message } from '../../../src/core/index.js';
import {
  countFrom,
  midnight,
  rowAt,
  type Row,
  type RowsOptions,
} from '../../../src/elements/chat-transcript/rows-of.js';

const noon = new Date(2026, 0, 5, 12).getTime();
const minute = 60_000;
const day = 24 * 60 * minute;

const message = (id: string, given: Partial<Message> = {}): Message => ({
  id,
  author: 'end-user',
  kind: 'text',
  text: id,
  time: noon,
  ...given,
});

const rowsOf = (messages: readonly Message[], options: RowsOptions): readonly Row[] =>
  messages.flatMap((_, index) => rowAt(messages, index, options) ?? []);

const groupedOf = (...messages: readonly Message[]): readonly boolean[] =>
  rowsOf(messages, { now: noon }).map(({ grouped }) => grouped);

describe('rowAt', () => {
  it('makes one row of each message, in the same order', () => {
    const messages = [message('b', { time: noon + 1 }), message('a')];
    expect(rowsOf(messages, { now: noon }).map((row) => row.message)).to.deep.equal(messages);
  });

  it('groups messages of one author whose time reads the same', () => {
    const times = [0, 59_999, minute];
    expect(groupedOf(...times.map((after, index) => message(String(index), { time: noon + after })))).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('does not group different authors, notes with replies, what failed, or system messages', () => {
    expect(groupedOf(message('a'), message('b', { author: 'bot' }))[0]).to.equal(false);
    expect(groupedOf(message('a', { author: 'agent' }), message('b', { author: 'agent', internal: true }))[0]).to.equal(
      false,
    );
    expect(
      groupedOf(message('a', { author: 'agent', delivery: 'failed' }), message('b', { author: 'agent' }))[0],
    ).to.equal(false);
    expect(groupedOf(message('a', { author: 'system' }), message('b', { author: 'system' }))[0]).to.equal(false);
  });

  it('does not group across the unread line', () => {
    const rows = rowsOf([message('a'), message('b')], { now: noon, unread: { from: 'b', count: 1 } });
    expect(rows.map(({ grouped, unread }) => [grouped, unread])).to.deep.equal([
      [false, undefined],
      [false, 1],
    ]);
  });

  it('does not group across midnight', () => {
    const late = midnight(noon, 1) - 1000;
    expect(groupedOf(message('a', { time: late }), message('b', { time: late + 2000 }))).to.deep.equal([false, false]);
  });

  it('begins each day with its line, today and yesterday by name', () => {
    const rows = rowsOf(
      [-2 * day, -2 * day, -day, 0, 1].map((after, index) => message(String(index), { time: noon + after })),
      { now: noon },
    );
    expect(rows.map((row) => row.day?.kind)).to.deep.equal(['date', undefined, 'yesterday', 'today', undefined]);
  });

  it('calls tomorrow by its date', () => {
    expect(rowsOf([message('a', { time: noon + day })], { now: noon })[0]?.day?.kind).to.equal('date');
  });

  it('gives a message without a usable time no day of its own', () => {
    const rows = rowsOf([message('a'), message('b', { time: Number.NaN })], { now: noon });
    expect(rows[1]?.day).to.equal(undefined);
  });

  it('counts what the end user wrote from a message on', () => {
    const messages = [message('a'), message('b'), message('c', { author: 'agent' }), message('d')];
    expect(countFrom(messages, 'b')).to.equal(2);
    expect(countFrom(messages, 'x')).to.equal(0);
  });
});
