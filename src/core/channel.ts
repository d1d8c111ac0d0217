/** The channels that have an icon and a word of their own. */
export type KnownChannel = 'web' | 'mobile' | 'whatsapp' | 'sms';

/** Where an end user writes from. Any other string is an unknown channel: it works, with a neutral icon. */
export type Channel = KnownChannel | (string & {});

const known: ReadonlySet<string> = new Set<KnownChannel>(['web', 'mobile', 'whatsapp', 'sms']);

/** Whether a channel has an icon and a word of its own. */
export const isKnownChannel = (channel: string): channel is KnownChannel => known.has(channel);
