import { urgencyAt, type Message } from '../../src/core/index.js';
import type { ChatView } from '../../src/desk/index.js';

/** The moment at which the stories stand: 2 March 2026, 14:02 UTC. */
export const NOW = Date.UTC(2026, 2, 2, 14, 2);

/** Seconds before {@link NOW}, in epoch milliseconds. */
export const ago = (seconds: number): number => NOW - seconds * 1000;

/** A wait that began `seconds` before {@link NOW}, against a target of two minutes. */
export const waitOf = (seconds: number): NonNullable<ChatView['wait']> => ({
  since: ago(seconds),
  target: 120,
  warnAt: 45,
  urgentAt: 15,
  latched: false,
});

/** An active chat from the web, unless told otherwise. */
export const aView = (given: Partial<ChatView> = {}): ChatView => ({
  id: 'chat-1',
  state: 'active',
  channel: 'web',
  queue: 'Billing',
  naming: { by: 'name', text: 'Ana Silva' },
  waiting: 3,
  unread: 0,
  selected: false,
  requestedAt: ago(300),
  acceptedAt: ago(240),
  urgency: 'none',
  typing: false,
  last: { author: 'end-user', kind: 'text', text: 'Thank you! The tracking page shows nothing.', time: ago(38) },
  count: 5,
  ...given,
});

/** The five chats of the design's strip. */
export const strip: readonly ChatView[] = [
  {
    id: 'new',
    state: 'waiting',
    channel: 'web',
    queue: 'Sales',
    naming: { by: 'nothing' },
    waiting: 3,
    unread: 0,
    selected: false,
    requestedAt: ago(52),
    urgency: 'none',
    typing: false,
    count: 0,
  },
  aView({ id: 'ana', selected: true, wait: waitOf(38), urgency: 'on-time' }),
  aView({
    id: 'whatsapp',
    channel: 'whatsapp',
    naming: { by: 'phone', text: '+447700900123' },
    unread: 2,
    wait: waitOf(84),
    urgency: 'soon',
    typing: true,
  }),
  aView({
    id: 'sms',
    channel: 'sms',
    naming: { by: 'phone', text: '+12025550101' },
    unread: 1,
    wait: waitOf(131),
    urgency: 'missed',
    last: { author: 'end-user', kind: 'text', text: 'Are you still there?', time: ago(131) },
  }),
  aView({
    id: 'left',
    state: 'left',
    channel: 'mobile',
    naming: { by: 'name', text: 'Li Wei' },
    last: { author: 'end-user', kind: 'text', text: 'No, that was all. Thank you!', time: ago(60) },
  }),
];

const callers = ['Ana Silva', 'Bo Chen', 'Chioma Eze', 'Dee Novak', 'Li Wei', 'Sara Haddad', 'Tom Jansen'] as const;

/** Many chats by arrival, of which one in nine is a request; their waits are of every urgency. */
export const manyChats = (count: number): readonly ChatView[] =>
  Array.from({ length: count }, (_, place) => {
    const id = `chat-${place + 1}`;
    if (place % 9 === 8) return aView({ id, state: 'waiting', naming: { by: 'nothing' }, requestedAt: ago(place) });
    const naming = { by: 'name', text: `${callers[place % callers.length] ?? ''} ${place + 1}` } as const;
    const seconds = (place * 37) % 130;
    const urgency = urgencyAt(waitOf(seconds), NOW);
    return aView({ id, naming, unread: place % 4, ...(place % 5 > 0 && { wait: waitOf(seconds), urgency }) });
  });

let made = 0;

/** One message, `seconds` before {@link NOW}. */
export const aMessage = (
  seconds: number,
  author: Message['author'],
  text: string,
  more: Partial<Message> = {},
): Message => {
  made += 1;
  return { id: `message-${made}`, author, kind: 'text', text, time: ago(seconds), seq: made, ...more };
};

/** The conversation of the design. */
export const conversation: readonly Message[] = [
  aMessage(300, 'end-user', 'Hello? My order 8841 is late.'),
  aMessage(290, 'end-user', 'It should have come on Friday.'),
  aMessage(200, 'agent', 'Good afternoon, Ana. Let me look that up.', { delivery: 'sent' }),
  aMessage(38, 'end-user', 'Thank you! The tracking page shows nothing since Thursday.'),
];

/** A disposition tree of three levels. */
export const dispositions = [
  {
    id: 'billing',
    name: 'Billing',
    children: [
      {
        id: 'refund',
        name: 'Refund',
        children: [
          { id: 'late', name: 'Late delivery' },
          { id: 'damaged', name: 'Damaged' },
        ],
      },
      { id: 'invoice', name: 'Invoice' },
    ],
  },
  { id: 'delivery', name: 'Delivery', children: [{ id: 'address', name: 'Change of address' }] },
  { id: 'none', name: 'No answer needed' },
];
