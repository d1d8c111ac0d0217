import type { Channel } from './channel.js';
import { given } from './given.js';
import { isSendable } from './message.js';
import { plainLetters } from './plain-letters.js';

/** What may be known of the person on the other side. */
export interface EndUser {
  readonly id: string;
  readonly name?: string;
  /** E.164, no spaces. */
  readonly phone?: string;
  /** What the back end or the CRM attaches, for a screen pop. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** How an end user is named: by name, by phone, or (neither may or can be told) not at all. */
export type Naming =
  | { readonly by: 'name'; readonly text: string }
  | { readonly by: 'phone'; readonly text: string }
  | { readonly by: 'nothing' };

/** A text with something to see in it. A CRM's answer is not checked elsewhere, so what is no text counts as unknown. */
const said = (text: unknown): string | undefined =>
  typeof text === 'string' && isSendable(text) ? text.trim() : undefined;

/**
 * A phone number as it is told: without spaces, separators and the invisible marks that come with copied numbers. What
 * is no number is told as it came.
 */
export const plainPhone = (phone: string): string => {
  const bare = phone.replace(/[\s()./\-\u2010-\u2015\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
  return /^\+?\d+$/u.test(bare) ? bare : phone.trim();
};

/** Whether a name may be told: only with a CRM, and only on the web and mobile channels. */
export const mayTellName = (channel: Channel, crm: boolean): boolean =>
  crm && (channel === 'web' || channel === 'mobile');

/**
 * Who is named. The name only if a CRM is in use, and the channel is web or mobile, and a name is known; otherwise the
 * phone number; with neither, nothing (the interface then says a neutral word).
 */
export const nameOf = (endUser: Pick<EndUser, 'name' | 'phone'>, channel: Channel, crm: boolean): Naming => {
  const name = said(endUser.name);
  if (name !== undefined && mayTellName(channel, crm)) return { by: 'name', text: name };
  const phone = said(endUser.phone);
  return phone === undefined ? { by: 'nothing' } : { by: 'phone', text: plainPhone(phone) };
};

/** The words of a text, without case and accents. */
const wordsOf = (text: string): readonly string[] => plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const NAME_KEY =
  /^(?:(?:customer|contact|client|caller|(?:end)?user|person|visitor)?(?:full|first|middle|last|given|family|display|nick|preferred)?name|surname|forename|(?:pre)?nom)$/u;

/** Whether an attribute is called a name, whatever is known otherwise: `name`, `full_name`, `firstName`, `prénom` … */
const isNameKey = (key: string): boolean => NAME_KEY.test(wordsOf(key).join(''));

/** Latin parts of a name shorter than this count as words only: "Ana" is not in "Canada". */
const SHORTEST_PART = 5;

/**
 * Whether a text tells any of these names, or a part of one: "Silva, Ana" and "asilva@example.com" tell "Ana Silva".
 * Rather too much is kept back than a name told.
 */
const tellsNameOf = (names: readonly string[]): ((text: string) => boolean) => {
  const parts = names.flatMap((name) => {
    const words = wordsOf(name);
    return words.length === 0 ? name : [...words, words.join('')];
  });
  return (text) => {
    const words = wordsOf(text);
    const all = words.join('') + text;
    return parts.some((part) =>
      part.length < SHORTEST_PART && /^[a-z\d]+$/u.test(part) ? words.includes(part) : all.includes(part),
    );
  };
};

/**
 * What a host may be told of an end user for a screen pop: the name only where the rule allows it, and where it does
 * not, no attribute that carries the name, or is called a name, either.
 */
export const toldOf = (endUser: EndUser, channel: Channel, crm: boolean): EndUser => {
  const { id, name, phone, attributes } = endUser;
  const naming = nameOf(endUser, channel, crm);
  const all = Object.entries(attributes ?? {}).filter(([, value]) => typeof value === 'string');
  const names = [said(name), ...all.map(([key, value]) => (isNameKey(key) ? said(value) : undefined))];
  const tells = tellsNameOf(names.filter((known) => known !== undefined));
  const open =
    naming.by === 'name' ? all : all.filter(([key, value]) => !isNameKey(key) && !tells(key) && !tells(value));
  const told = said(phone);
  return given({
    id,
    name: naming.by === 'name' ? naming.text : undefined,
    phone: told && plainPhone(told),
    attributes: open.length === 0 ? undefined : Object.fromEntries(open),
  });
};
