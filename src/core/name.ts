import type { Channel } from './channel.js';

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

const said = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** A phone number as it is told: without spaces and separators. What is no number is told as it came. */
export const plainPhone = (phone: string): string => {
  const bare = phone.replace(/[\s().\-\u2010-\u2015\u00a0]/gu, '');
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

/**
 * What a host may be told of an end user for a screen pop: the name only where the rule allows it, and where it does
 * not, no attribute that carries the name either.
 */
export const toldOf = (endUser: EndUser, channel: Channel, crm: boolean): EndUser => {
  const { id, name, phone, attributes } = endUser;
  const naming = nameOf(endUser, channel, crm);
  const secret = naming.by === 'name' ? undefined : said(name)?.toLocaleLowerCase();
  const open = Object.entries(attributes ?? {}).filter(
    ([, value]) => secret === undefined || !value.toLocaleLowerCase().includes(secret),
  );
  return {
    id,
    ...(naming.by === 'name' ? { name: naming.text } : {}),
    ...(said(phone) === undefined ? {} : { phone: plainPhone(phone ?? '') }),
    ...(open.length === 0 ? {} : { attributes: Object.fromEntries(open) }),
  };
};
