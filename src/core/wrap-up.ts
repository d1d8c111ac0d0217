import { given } from './given.js';

/** Whether a wrap-up field is there, and whether it must be filled. */
export type FieldRule = 'absent' | 'optional' | 'required';

export interface WrapUpFields {
  readonly disposition: FieldRule;
  readonly notes: FieldRule;
}

/** What an agent fills in. */
export interface WrapUpValues {
  /** The id of a leaf of the disposition tree. */
  readonly disposition?: string;
  readonly notes?: string;
  /** What the page's own fields hold, by name. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** Why a wrap-up was submitted: by the agent, or because its time limit ran out. */
export type WrapUpReason = 'agent' | 'timeout';

/** Whether submitting finishes at once (variant A): neither field is there, so there is no Done. */
export const submitFinishes = (fields: WrapUpFields): boolean =>
  fields.disposition === 'absent' && fields.notes === 'absent';

const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** The required fields that are still empty. A required list with nothing to choose from (`choices` 0) is no bar. */
export const missingFields = (
  fields: WrapUpFields,
  values: WrapUpValues,
  choices: number,
): readonly (keyof WrapUpFields)[] => {
  const missing: (keyof WrapUpFields)[] = [];
  if (fields.disposition === 'required' && choices > 0 && !filled(values.disposition)) missing.push('disposition');
  if (fields.notes === 'required' && !filled(values.notes)) missing.push('notes');
  return missing;
};

/** The values of the fields that are there and filled, and of the page's own. */
export const submittedValues = (fields: WrapUpFields, values: WrapUpValues): WrapUpValues => {
  const value = (field: keyof WrapUpFields): string | undefined =>
    fields[field] !== 'absent' && filled(values[field]) ? values[field] : undefined;
  const own = Object.entries(values.extra ?? {}).filter(([, text]) => filled(text));
  const extra = own.length > 0 ? Object.fromEntries(own) : undefined;
  return given({ disposition: value('disposition'), notes: value('notes'), extra });
};

/** Notes with a summary below what is already there: nothing typed is lost. A blank summary adds nothing. */
export const withSummary = (notes: string, summary: string): string => {
  if (!filled(summary)) return notes;
  return filled(notes) ? `${notes.trimEnd()}\n\n${summary}` : summary;
};
