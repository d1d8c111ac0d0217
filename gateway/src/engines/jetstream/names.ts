/**
 * An id as one token of a subject. Dots, wildcards and spaces mean something there, and two ids never give one token: the
 * percent sign itself is escaped, so alone it can stand for the empty id.
 */
export const tokenOf = (id: string): string =>
  id === '' ? '%' : encodeURIComponent(id).replaceAll('.', '%2E').replaceAll('*', '%2A');

/** What a fleet of gateways calls its things on a NATS account. */
export interface Names {
  /** The log: one record for each commit, on its chat's subject. */
  readonly log: string;
  readonly chats: string;
  chat(id: string): string;
  /** What is kept beside the log: one value for each subject. */
  readonly kept: string;
  readonly values: string;
  /** A part of the conversation of a finished chat; the first, 0, also holds the chat. */
  past(chatId: string, part: number): string;
  /** Which finished chat is an end user's newest. */
  newest(endUserId: string): string;
  /** The chats that an agent is about to get. */
  places(agent: string): string;
  /** Written to learn whether anything can be. */
  probe(gateway: string): string;
  readonly whisper: string;
}

export const namesFor = (prefix: string): Names => {
  if (!/^[a-z][a-z\d-]*$/.test(prefix))
    throw new Error(`NATS_PREFIX=${prefix}: small letters, digits and hyphens only.`);
  const stream = `${prefix.toUpperCase()}S`;
  return {
    log: stream,
    chats: `${prefix}.*`,
    chat: (id) => `${prefix}.${tokenOf(id)}`,
    kept: `${stream}-KEPT`,
    values: `${prefix}-kept.>`,
    past: (chatId, part) => `${prefix}-kept.past.${tokenOf(chatId)}.${part}`,
    newest: (endUserId) => `${prefix}-kept.newest.${tokenOf(endUserId)}`,
    places: (agent) => `${prefix}-kept.places.${tokenOf(agent)}`,
    probe: (gateway) => `${prefix}-kept.probe.${tokenOf(gateway)}`,
    whisper: `${prefix}-whisper`,
  };
};
