import { describe, expect, it } from 'vitest';
import {
  missingFields,
  submitFinishes,
  submittedValues,
  withSummary,
  type FieldRule,
  type WrapUpValues,
} from '../../src/core/index.js';

const RULES: readonly FieldRule[] = ['absent', 'optional', 'required'];
const fields = RULES.flatMap((disposition) => RULES.map((notes) => ({ disposition, notes })));
const texts: readonly (string | undefined)[] = [undefined, '', ' \n', 'text'];
const filledIn: readonly WrapUpValues[] = texts.flatMap((disposition) =>
  texts.map((notes) => ({
    ...(disposition === undefined ? {} : { disposition }),
    ...(notes === undefined ? {} : { notes }),
  })),
);

describe('wrap-up', () => {
  it.each(fields)('disposition $disposition, notes $notes: Submit finishes only without fields', (rules) => {
    expect(submitFinishes(rules)).toBe(rules.disposition === 'absent' && rules.notes === 'absent');
  });

  it.each(fields)('disposition $disposition, notes $notes: what is required and blank is missing', (rules) => {
    for (const values of filledIn) {
      const expected = [
        ...(rules.disposition === 'required' && values.disposition !== 'text' ? ['disposition'] : []),
        ...(rules.notes === 'required' && values.notes !== 'text' ? ['notes'] : []),
      ];
      expect(missingFields(rules, values, 5)).toEqual(expected);
    }
  });

  it('does not lock the agent out where a required list has nothing to choose from', () => {
    expect(missingFields({ disposition: 'required', notes: 'required' }, {}, 0)).toEqual(['notes']);
  });

  it.each(fields)(
    'disposition $disposition, notes $notes: only fields that are there and filled are submitted',
    (rules) => {
      for (const values of filledIn) {
        expect(submittedValues(rules, values)).toEqual({
          ...(rules.disposition !== 'absent' && values.disposition === 'text' ? { disposition: 'text' } : {}),
          ...(rules.notes !== 'absent' && values.notes === 'text' ? { notes: 'text' } : {}),
        });
      }
    },
  );

  it('submits notes exactly as typed', () => {
    expect(submittedValues({ disposition: 'absent', notes: 'optional' }, { notes: ' a\n\nb ' })).toEqual({
      notes: ' a\n\nb ',
    });
  });

  it('submits what is filled of the page’s own fields, whichever of ours there are', () => {
    const absent = { disposition: 'absent', notes: 'absent' } as const;
    expect(submittedValues(absent, { extra: { order: '8841', mood: ' ' } })).toEqual({ extra: { order: '8841' } });
    expect(submittedValues(absent, { extra: { mood: '' } })).toEqual({});
  });
});

describe('a summary', () => {
  it('goes below what was typed', () => {
    expect(withSummary('Called back.', 'Asked for a refund.')).toBe('Called back.\n\nAsked for a refund.');
  });

  it('keeps one blank line, however the notes end', () => {
    expect(withSummary('  Called back. \n\n\n', 'Asked.')).toBe('  Called back.\n\nAsked.');
  });

  it.each(['', '  \n'])('stands alone in blank notes (%j)', (notes) => {
    expect(withSummary(notes, 'Asked.')).toBe('Asked.');
  });

  it.each(['', ' '])('that is blank (%j) changes nothing', (summary) => {
    expect(withSummary('Called back. ', summary)).toBe('Called back. ');
  });
});
