import type { ChatRecord, ConnectionState, ConnectorEvent, Party, WithdrawnReason } from './connector.js';
import type { ChatState } from './life.js';
import type { Author, Delivery, Message } from './message.js';
import type { EndUser } from './name.js';
import type { PolicyLayer } from './policy.js';
import {
  isRecord,
  listOf,
  mapOf,
  matching,
  oneOf,
  optional,
  ownValue,
  shape,
  spare,
  type Read,
  type ShapeProblem,
} from './shape.js';
import type { WrapUpReason, WrapUpValues } from './wrap-up.js';

/** A thing from the wire after the check: its clean copy if it can be used, and everything that was wrong with it. */
export interface CheckedEvent {
  /** Absent where the event as a whole is refused. */
  readonly event?: ConnectorEvent;
  readonly problems: readonly ShapeProblem[];
}

/** The same for one message, such as the one a `send` resolves with. */
export interface CheckedMessage {
  readonly message?: Message;
  readonly problems: readonly ShapeProblem[];
}

/** The farthest that a date can be from 1970, either way. */
const FARTHEST_TIME = 8.64e15;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const string = matching('text', (value): value is string => typeof value === 'string');
const id = matching(
  'an id: text that is not empty',
  (value): value is string => typeof value === 'string' && value !== '',
);
const yesOrNo = matching('true or false', (value): value is boolean => typeof value === 'boolean');
const time = matching(
  'a time in epoch milliseconds',
  (value): value is number => isNumber(value) && Math.abs(value) <= FARTHEST_TIME,
);
const count = matching(
  'a whole number, 0 or more',
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
);
const seq = matching(
  'a whole number from 1',
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 1,
);
/** What is in a policy is checked place by place when it is resolved. */
const policy = matching('an object', (value): value is PolicyLayer => isRecord(value));

const party = oneOf<Party>('agent', 'end-user', 'system');
const state = oneOf<ChatState>('waiting', 'active', 'left', 'wrap-up', 'done', 'withdrawn');
const values = shape<WrapUpValues>({ disposition: optional(string), notes: optional(string) });

const plainMessage = shape<Message>({
  id,
  author: oneOf<Author>('end-user', 'agent', 'bot', 'system'),
  kind: string,
  text: string,
  time,
  seq: optional(seq),
  delivery: optional(oneOf<Delivery>('sending', 'sent', 'handed-over', 'failed')),
  internal: optional(yesOrNo),
});

/** What is no text (a picture, a kind unknown here) need not bring words. */
const message: Read<Message> = (value, path, tell) => {
  const kind = ownValue(value, 'kind');
  const wordless = isRecord(value) && typeof kind === 'string' && kind !== 'text' && (value['text'] ?? null) === null;
  return plainMessage(wordless ? { ...value, text: '' } : value, path, tell);
};

const endUser = shape<EndUser>({ id, name: spare(string), phone: spare(string), attributes: spare(mapOf(string)) });

/** A chat is not lost to a bad detail: only without an id, channel, state, arrival or count nothing can be done. */
const chat = shape<ChatRecord>({
  id,
  channel: string,
  queue: spare(string),
  endUser,
  state,
  requestedAt: time,
  waiting: count,
  acceptedAt: spare(time),
  leftAt: spare(time),
  endedAt: spare(time),
  endedBy: spare(party),
  submitted: spare(values),
});

type Type = ConnectorEvent['type'];
type Of<T extends Type> = Extract<ConnectorEvent, { type: T }>;

const shapes: { readonly [T in Type]: Read<Of<T>> } = {
  snapshot: shape<Of<'snapshot'>>({
    type: oneOf('snapshot'),
    serverTime: time,
    chats: listOf(chat),
    messages: mapOf(listOf(message)),
  }),
  connection: shape<Of<'connection'>>({
    type: oneOf('connection'),
    state: oneOf<ConnectionState>('connecting', 'online', 'offline', 'closed'),
    reason: spare(string),
  }),
  'server-time': shape<Of<'server-time'>>({ type: oneOf('server-time'), serverTime: time }),
  policy: shape<Of<'policy'>>({ type: oneOf('policy'), policy }),
  chat: shape<Of<'chat'>>({ type: oneOf('chat'), chat }),
  withdrawn: shape<Of<'withdrawn'>>({
    type: oneOf('withdrawn'),
    chatId: id,
    reason: oneOf<WithdrawnReason>('answered-elsewhere', 'end-user-left', 'withdrawn'),
  }),
  messages: shape<Of<'messages'>>({ type: oneOf('messages'), chatId: id, messages: listOf(message) }),
  typing: shape<Of<'typing'>>({ type: oneOf('typing'), chatId: id, typing: yesOrNo, preview: spare(string) }),
  left: shape<Of<'left'>>({ type: oneOf('left'), chatId: id, time, reason: spare(string) }),
  returned: shape<Of<'returned'>>({ type: oneOf('returned'), chatId: id, time }),
  ended: shape<Of<'ended'>>({ type: oneOf('ended'), chatId: id, time, by: party, reason: spare(string) }),
  'wrap-up-submitted': shape<Of<'wrap-up-submitted'>>({
    type: oneOf('wrap-up-submitted'),
    chatId: id,
    values,
    reason: oneOf<WrapUpReason>('agent', 'timeout'),
  }),
  done: shape<Of<'done'>>({ type: oneOf('done'), chatId: id }),
};

const type = oneOf(...(Object.keys(shapes) as Type[]));

const event: Read<ConnectorEvent> = (value, path, tell) => {
  if (!isRecord(value)) return void tell({ path, wants: 'an object' });
  const known = type(ownValue(value, 'type'), 'type', tell);
  return known === undefined ? undefined : shapes[known](value, path, tell);
};

const check = <T>(
  read: Read<T>,
  value: unknown,
  whole: string,
): { readonly clean: T | undefined; readonly problems: readonly ShapeProblem[] } => {
  const problems: ShapeProblem[] = [];
  const tell = ({ path, wants }: ShapeProblem): void => void problems.push({ path: path === '' ? whole : path, wants });
  try {
    return { clean: read(value, '', tell), problems };
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
export const checkEvent = (value: unknown): CheckedEvent => {
  const { clean, problems } = check(event, value, 'event');
  return clean === undefined ? { problems } : { event: clean, problems };
};

/** Checks one message; paths are those inside it. */
export const checkMessage = (value: unknown): CheckedMessage => {
  const { clean, problems } = check(message, value, 'message');
  return clean === undefined ? { problems } : { message: clean, problems };
};
