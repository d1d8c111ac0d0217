/** What a place takes, in words and as a test. */
export type Check = { readonly wants: string; readonly ok: (value: unknown) => boolean };

const oneOf = (...words: readonly string[]): Check => ({
  wants: `one of ${words.map((word) => `"${word}"`).join(', ')}`,
  ok: (value) => typeof value === 'string' && words.includes(value),
});
const yesOrNo: Check = { wants: 'true or false', ok: (value) => typeof value === 'boolean' };
const seconds: Check = {
  wants: 'a number of seconds',
  ok: (value) => typeof value === 'number' && Number.isFinite(value),
};
const notNegative: Check = {
  wants: 'a number of seconds, 0 or more',
  ok: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
};
const tree: Check = { wants: 'a list of dispositions', ok: Array.isArray };
const fieldRule = oneOf('absent', 'optional', 'required');

/** Every place of a policy, and what it takes. */
export const places = {
  crm: yesOrNo,
  typing: oneOf('none', 'indicator', 'preview'),
  summaries: yesOrNo,
  'response.target': seconds,
  'response.warnAt': notNegative,
  'response.urgentAt': notNegative,
  'response.anchor': oneOf('first-unanswered', 'last'),
  'wrapUp.disposition': fieldRule,
  'wrapUp.notes': fieldRule,
  'wrapUp.timeLimit': notNegative,
  'wrapUp.dispositions': tree,
} as const satisfies Record<string, Check>;

/** A place of a policy, as `explain` takes it. */
export type PolicyPath = keyof typeof places;

/** Every place of a policy. */
export const POLICY_PATHS = Object.keys(places) as readonly PolicyPath[];
