import type { ChatRecord, ConnectionState, ConnectorEvent, Party, WithdrawnReason } from './connector.js';
import type { CrmAnswer } from './crm.js';
import type { ChatState } from './life.js';
import type { Author, Delivery, Message } from './message.js';
import type { EndUser } from './name.js';
import type { PolicyLayer } from './policy.js';
import {
  isRecord,
  isText,
  isTime,
  listOf,
  mapOf,
  matching,
  oneOf,
  optional,
  ownValue,
  shape,
  spare,
  string,
  type Fields,
  type Read,
  type ShapeProblem,
  yesOrNo,
} from './shape.js';
import type { WrapUpReason, WrapUpValues } from './wrap-up.js';

/** A thing from the wire after the check. */
export interface Checked<T> {
  /** Its clean copy; `undefined` where it is refused as a whole. */
  readonly clean: T | undefined;
  /** Everything that was wrong with it. */
  readonly problems: readonly ShapeProblem[];
}

const id = matching(
  'an id: text that is not empty',
  (value): value is string => typeof value === 'string' && value !== '',
);
const time = matching('a time in epoch milliseconds', isTime);
const wholeFrom = (least: number): Read<number> =>
  matching(
    `a whole number from ${least}`,
    (value): value is number => Number.isSafeInteger(value) && Number(value) >= least,
  );
/** What is in a policy is checked place by place when it is resolved. */
const policy = matching('an object', (value): value is PolicyLayer => isRecord(value));

const party = oneOf<Party>('agent', 'end-user', 'system');
const state = oneOf<ChatState>('waiting', 'active', 'left', 'wrap-up', 'done', 'withdrawn');
/** What an agent fills in, also as it comes back from a storage. */
export const readWrapUpValues = shape<WrapUpValues>({
  disposition: optional(string),
  notes: optional(string),
  extra: optional(mapOf(string)),
});

const plainMessage = shape<Message>({
  id,
  author: oneOf<Author>('end-user', 'agent', 'bot', 'system'),
  kind: string,
  text: string,
  time,
  seq: optional(wholeFrom(1)),
  delivery: optional(oneOf<Delivery>('sending', 'sent', 'handed-over', 'failed')),
  internal: optional(yesOrNo),
});

/** What is no text (a picture, a kind unknown here) need not bring words. */
const message: Read<Message> = (value, path, tell) => {
  const kind = ownValue(value, 'kind');
  const wordless = isRecord(value) && typeof kind === 'string' && kind !== 'text' && (value['text'] ?? null) === null;
  return plainMessage(wordless ? { ...value, text: '' } : value, path, tell);
};

const attributes = spare(mapOf(string));
const endUser = shape<EndUser>({ id, name: spare(string), phone: spare(string), attributes });

/** What a CRM leaves blank does not hide what the back end knows. */
const known = spare(matching('text with something in it', isText));
const crmAnswer = shape<CrmAnswer>({ name: known, phone: known, attributes });

/** A chat is not lost to a bad detail: only without an id, channel, state, arrival or count nothing can be done. */
const chat = shape<ChatRecord>({
  id,
  channel: string,
  queue: spare(string),
  endUser,
  state,
  requestedAt: time,
  waiting: wholeFrom(0),
  acceptedAt: spare(time),
  leftAt: spare(time),
  endedAt: spare(time),
  endedBy: spare(party),
  submitted: spare(readWrapUpValues),
});

type Type = ConnectorEvent['type'];
type Of<T extends Type> = Extract<ConnectorEvent, { type: T }>;

/** What each event has beside its type. */
const events: { readonly [T in Type]: Fields<Omit<Of<T>, 'type'>> } = {
  snapshot: {
    serverTime: time,
    resumed: optional(yesOrNo),
    chats: listOf(chat),
    messages: mapOf(listOf(message)),
  },
  connection: {
    state: oneOf<ConnectionState>('connecting', 'online', 'offline', 'closed'),
    reason: spare(string),
  },
  'server-time': { serverTime: time },
  policy: { policy },
  chat: { chat },
  withdrawn: {
    chatId: id,
    reason: oneOf<WithdrawnReason>('answered-elsewhere', 'end-user-left', 'withdrawn'),
  },
  messages: { chatId: id, messages: listOf(message) },
  typing: { chatId: id, typing: yesOrNo, preview: spare(string) },
  left: { chatId: id, time, reason: spare(string) },
  returned: { chatId: id, time },
  ended: { chatId: id, time, by: party, reason: spare(string) },
  'wrap-up-submitted': {
    chatId: id,
    values: readWrapUpValues,
    reason: oneOf<WrapUpReason>('agent', 'timeout'),
  },
  done: { chatId: id },
};

const type = oneOf(...(Object.keys(events) as Type[]));

const event: Read<ConnectorEvent> = (value, path, tell) => {
  if (!isRecord(value)) return void tell({ path, wants: 'an object' });
  const known = type(ownValue(value, 'type'), 'type', tell);
  const fields = known && shape<object>(events[known])(value, path, tell);
  return fields && ({ ...fields, type: known } as ConnectorEvent);
};

const check = <T>(read: Read<T>, value: unknown, whole: string): Checked<T> => {
  const problems: ShapeProblem[] = [];
  try {
    const clean = read(value, '', ({ path, wants }) => problems.push({ path: path || whole, wants }));
    return { clean, problems };
  } catch {
    // A getter or proxy of the integrator's that throws.
    return { clean: undefined, problems: [...problems, { path: whole, wants: 'plain data' }] };
  }
};

/**
 * Checks what a connector told. An event whose own fields are wrong is refused as a whole; in a list, only the bad item
 * is left out, so that one bad message or chat costs no other. `null` in an optional place counts as absent. Problems
 * name places, never what stood there.
 */
export const checkEvent = (value: unknown): Checked<ConnectorEvent> => check(event, value, 'event');

/** Checks one message, such as the one a `send` resolves with; paths are those inside it. */
export const checkMessage = (value: unknown): Checked<Message> => check(message, value, 'message');

/** Checks what a CRM answered. */
export const checkCrmAnswer = (value: unknown): Checked<CrmAnswer> => check(crmAnswer, value, 'answer');
